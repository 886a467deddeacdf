// Called by script/speed, in end2end/: measures, prints, writes results/speed, fails where Lighthouse falls short.

import { mkdirSync, writeFileSync } from "node:fs";
import { chromium as browsers } from "@playwright/test";
import { answers } from "./answers.mjs";
import { clicks } from "./clicks.mjs";
import { score } from "./lighthouse.mjs";
import { start } from "./site.mjs";

const CROWD = 2000;
const BOARD = "/events/14/allocate";
const LARGE = "/events/21/allocate";
const PAGES = [
  { name: "sign-in", path: "/sign-in", signedOut: true },
  { name: "dashboard", path: "/" },
  { name: "event", path: "/events/18" },
  { name: "request", path: "/events/18/request" },
  { name: "allocate-60", path: BOARD },
];

const folder = "results/speed";
const chromium = process.env.CHROMIUM || "/usr/bin/chromium";
const ms = (time) => `${time.toFixed(1)} ms`;
mkdirSync(folder, { recursive: true });

const site = await start(CROWD);
const browser = await browsers.launch({ executablePath: chromium, args: ["--no-sandbox", "--disable-gpu"] });
const results = { answers: [], clicks: [], lighthouse: [] };
try {
  for (const path of ["/", "/events", "/events/18", "/events/18/request", BOARD, LARGE]) {
    const one = await answers(site, path);
    results.answers.push(one);
    console.log(`answer    ${path.padEnd(24)} median ${ms(one.median)}, 95 % below ${ms(one.p95)}, ${one.size} bytes`);
  }
  for (const path of [BOARD, LARGE]) {
    const one = await clicks(browser, site, path);
    results.clicks.push({ path, ...one });
    console.log(`board     ${String(one.rows).padStart(4)} rows on a slow phone: of ${one.taps} taps the median shows within ${ms(one.median)}, the longest within ${ms(one.click)}; a key within ${ms(one.key)}`);
  }
  for (const page of process.argv.includes("--no-lighthouse") ? [] : PAGES) {
    const one = await score(chromium, site, page, folder);
    results.lighthouse.push(one);
    const { performance, all, accessibility, lcp, cls, tbt, found } = one;
    console.log(
      `lighthouse ${one.name.padEnd(12)} performance ${performance} (${all.join(", ")}), accessibility ${accessibility}, best practices ${one["best-practices"]}` +
        ` · LCP ${ms(lcp)}, CLS ${cls.toFixed(3)}, TBT ${ms(tbt)}${found.length > 0 ? ` · ${found.join(", ")}` : ""}`,
    );
  }
} finally {
  await browser.close();
  await site.stop();
}
writeFileSync(`${folder}/speed.json`, `${JSON.stringify(results, null, 2)}\n`);
const short = results.lighthouse.filter(({ short }) => short.length > 0);
if (short.length > 0) {
  console.error(`falls short: ${short.map(({ name, short }) => `${name} (${short.join(", ")})`).join(", ")}`);
  process.exitCode = 1;
}
