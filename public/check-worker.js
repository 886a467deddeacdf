// The worker behind check.js: fetches a record (or takes one from a file), recomputes it with the checker's wasm, and says
// how far it is. Being a worker, it never holds up the page.

async function bytesOf(url) {
  const answer = await fetch(url, { headers: { accept: "application/json" } });
  if (!answer.ok || answer.redirected) throw new Error("The record could not be fetched.");
  return new Uint8Array(await answer.arrayBuffer());
}

addEventListener("message", async ({ data: { record, file, js, wasm } }) => {
  try {
    const bytes = file ? new Uint8Array(await file.arrayBuffer()) : await bytesOf(record);
    const checker = await import(js);
    await checker.default({ module_or_path: fetch(wasm) });
    const began = performance.now();
    const verdict = JSON.parse(checker.check(bytes, (percent) => postMessage({ percent })));
    postMessage({ verdict, took: performance.now() - began });
  } catch (error) {
    postMessage({ broken: error.message });
  }
});
