// Lighthouse as on a phone (its own defaults: a slow 4G line, a processor four times slower), signed in.

import { writeFileSync } from "node:fs";
import * as launcher from "chrome-launcher";
import lighthouse from "lighthouse";

const FLOORS = { performance: 98, accessibility: 100, "best-practices": 100 };

/** The scores of a page, and what fell short. Keeps the report as a page. */
export async function score(chromium, { url, cookie }, { name, path, signedOut }, folder) {
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
    const { lhr, report } = run;
    if (lhr.runtimeError) throw new Error(`${path}: ${lhr.runtimeError.message}`);
    writeFileSync(`${folder}/${name}.html`, report);
    const scores = Object.fromEntries(Object.entries(lhr.categories).map(([id, { score }]) => [id, Math.round(score * 100)]));
    const short = Object.entries(FLOORS).filter(([id, floor]) => scores[id] < floor).map(([id]) => id);
    const audits = Object.values(lhr.audits).filter(({ score, scoreDisplayMode }) => score !== null && score < 0.9 && scoreDisplayMode !== "informative");
    const value = (id) => lhr.audits[id].numericValue;
    return {
      name,
      ...scores,
      lcp: value("largest-contentful-paint"),
      cls: value("cumulative-layout-shift"),
      tbt: value("total-blocking-time"),
      short,
      found: audits.map(({ id }) => id),
    };
  } finally {
    chrome.kill();
  }
}
