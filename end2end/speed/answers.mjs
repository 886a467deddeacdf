// How long the server takes to answer a page, and how large the page is: over one connection, one after another.

import http from "node:http";

const TIMES = 60;

function get(agent, url, cookie) {
  return new Promise((resolve, reject) => {
    const began = performance.now();
    const headers = { cookie, accept: "text/html", "accept-encoding": "br" };
    const request = http.get(url, { agent, headers }, (answer) => {
      let size = 0;
      answer.on("data", (some) => (size += some.length));
      answer.on("end", () => resolve({ status: answer.statusCode, size, took: performance.now() - began }));
    });
    request.on("error", reject);
  });
}

/** Median and 95th percentile in milliseconds, and bytes as sent (brotli). */
export async function answers({ url, cookie }, path) {
  const agent = new http.Agent({ keepAlive: true, maxSockets: 1 });
  const took = [];
  let size = 0;
  for (let time = 0; time < TIMES; time++) {
    const answer = await get(agent, url + path, cookie);
    if (answer.status !== 200) throw new Error(`${path}: ${answer.status}`);
    if (time >= 5) took.push(answer.took);
    size = answer.size;
  }
  agent.destroy();
  took.sort((one, other) => one - other);
  const at = (share) => took[Math.min(took.length - 1, Math.floor(took.length * share))];
  return { path, median: at(0.5), p95: at(0.95), size };
}
