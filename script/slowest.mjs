// Called by script/test: prints what took longest: ten integration tests, ten browser tests.

import { existsSync, readFileSync } from "node:fs";

const read = (file) => (existsSync(file) ? readFileSync(file, "utf8") : "");

// A line a test: its seconds and its name.
function stories() {
  const lines = read("target/test-server-times").split("\n").filter(Boolean);
  return lines.map((line) => line.split(" ")).map(([seconds, name]) => [Number(seconds), name]);
}

// Playwright's report: suites in suites, at the end tests with one result a try.
function walks(suites = JSON.parse(read("target/test-browser.json") || "{}").suites ?? []) {
  const tests = ({ title, file, tests }) =>
    tests.map(({ projectName, results }) => [Math.max(...results.map(({ duration }) => duration)) / 1000, `${projectName}: ${file}: ${title}`]);
  return suites.flatMap((suite) => [...suite.specs.flatMap(tests), ...walks(suite.suites ?? [])]);
}

for (const [what, found] of [["integration tests", stories()], ["browser tests", walks()]]) {
  if (found.length === 0) continue;
  console.log(`\n   The slowest ${what}, in seconds:`);
  found.sort(([one], [other]) => other - one);
  for (const [seconds, name] of found.slice(0, 10)) console.log(`${seconds.toFixed(1).padStart(9)}  ${name}`);
}
