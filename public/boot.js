// Fetches the WebAssembly and wakes the page's islands. The server puts this script only into pages that hold one:
// <script type="module" src="/pkg/boot.js" data-js="/pkg/ticket-pool.js" data-wasm="/pkg/ticket-pool.wasm"></script>
// Until it is done, and if it fails, every form on the page is a plain form that works.

const { js, wasm } = document.querySelector("script[data-wasm]").dataset;

// In the order of the page, so outer islands wake first. Waking an island that has children leaves `$$on_hydrate` on their
// `leptos-children` element; an island inside calls it right before it wakes, and so sees the context its parent provides.
// Only islands are looked for: a board of many rows is not walked through.
async function wake(islands) {
  for (const island of document.querySelectorAll("leptos-island")) {
    island.parentElement.closest("leptos-children")?.$$on_hydrate?.();
    await islands[island.dataset.component](island);
  }
}

// What the server drew is to be seen before anything is fetched, and a tap is to be heard between the steps: on a slow phone
// each of them takes longer than a frame.
const pause = () => new Promise((done) => setTimeout(done));
const frame = () => new Promise((done) => (document.hidden ? done() : requestAnimationFrame(done)));

try {
  await frame();
  await pause();
  const [islands, response] = await Promise.all([import(js), fetch(wasm)]);
  await islands.default({ module_or_path: response });
  await pause();
  islands.hydrate();
  await pause();
  await wake(islands);
  await pause();
  document.documentElement.dataset.ready = "true";
} catch (error) {
  console.error("This page stays without its islands:", error);
}
