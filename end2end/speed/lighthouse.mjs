// Lighthouse as on a phone (its own defaults: a slow 4G line, a processor four times slower), signed in.
// The score of one run varies by several points with what else the machine does; of five the median run counts, as
// Lighthouse's own advice is (docs/variability.md there).

import { writeFileSync } from "node:fs";
import * as launcher from "chrome-launcher";
import lighthouse from "lighthouse";
import { computeMedianRun } from "lighthouse/core/lib/median-run.js";

const FLOORS = { performance: 98, accessibility: 100, "best-practices": 100 };
const RUNS = 5;

async function once(chromium, { url, cookie }, { path, signedOut }) {
  const chrome = await launcher.launch({
    chromePath: chromium,
    chromeFlags: ["--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"],
  });
  try {
    const run = await lighthouse(url + path, {
      port: chrome.port,
      output: "html",
      logLevel: "error",
      onlyCategories: Object.keys(FLOORS),
      extraHeaders: signedOut ? {} : { Cookie: cookie },
    });
    if (run.lhr.runtimeError) throw new Error(`${path}: ${run.lhr.runtimeError.message}`);
    return run;
  } finally {
    chrome.kill();
  }
}

const percent = ({ score }) => Math.round(score * 100);

/** The scores of a page, and what fell short. Keeps the report as a page. */
export async function score(chromium, site, page, folder) {
  const runs = [];
  for (let run = 0; run < RUNS; run++) runs.push(await once(chromium, site, page));
  const median = computeMedianRun(runs.map(({ lhr }) => lhr));
  const { lhr, report } = runs.find((run) => run.lhr === median);
  writeFileSync(`${folder}/${page.name}.html`, report);
  const scores = Object.fromEntries(Object.entries(lhr.categories).map(([id, category]) => [id, percent(category)]));
  const all = runs.map(({ lhr }) => percent(lhr.categories.performance)).sort((one, other) => one - other);
  const short = Object.entries(FLOORS).filter(([id, floor]) => scores[id] < floor).map(([id]) => id);
  const audits = Object.values(lhr.audits).filter(({ score, scoreDisplayMode }) => score !== null && score < 0.9 && scoreDisplayMode !== "informative");
  const value = (id) => lhr.audits[id].numericValue;
  return {
    name: page.name,
    ...scores,
    all,
    lcp: value("largest-contentful-paint"),
    cls: value("cumulative-layout-shift"),
    tbt: value("total-blocking-time"),
    short,
    found: audits.map(({ id }) => id),
  };
}
