// Fetches the WebAssembly and wakes the page's islands. The server puts this script only into pages that hold one:
// <script type="module" src="/pkg/boot.js" data-js="/pkg/ticket-pool.js" data-wasm="/pkg/ticket-pool.wasm"></script>
// Until it is done, and if it fails, every form on the page is a plain form that works.

const { js, wasm } = document.querySelector("script[data-wasm]").dataset;

// Outer islands wake first. Waking an island that has children leaves `$$on_hydrate` on their `leptos-children` element;
// an island inside calls it right before it wakes, and so sees the context its parent provides.
async function wake(node, islands, enterParent) {
  if (node.localName === "leptos-island") {
    enterParent?.();
    await islands[node.dataset.component](node);
  } else if (node.localName === "leptos-children") {
    enterParent = node.$$on_hydrate;
  }
  for (const child of node.children) {
    await wake(child, islands, enterParent);
  }
}

try {
  const [islands, response] = await Promise.all([import(js), fetch(wasm)]);
  await islands.default({ module_or_path: response });
  islands.hydrate();
  await wake(document.body, islands);
  document.documentElement.dataset.ready = "true";
} catch (error) {
  console.error("This page stays without its islands:", error);
}
