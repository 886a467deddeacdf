import { readFile } from "node:fs/promises";
import { expect, test } from "../fixtures";
import { Checker, madeUp } from "../pages/checker";

const SIGNATURE = "b44679b9a59af2ec876b1a6b1ad52ea9b1615fc3982b19576350f93447cb1125e342b73a8dd2bacbe47e4b6b63ed5e39";

/** A record of round 1000, as docs/DRAW.md names it. */
const known = () => readFile("../tests/second/examples/drand.json", "utf8");

test("two hundred made-up records agree in the browser", async ({ page }) => {
  test.setTimeout(120_000);
  await page.goto("/");
  const checker = await Checker.on(page);
  const records = (await madeUp("cases", 600)).filter((line) => line.includes('"ticket-pool/draw/2"'));
  expect(records).toHaveLength(200);
  expect(records.filter((line) => line.includes('"source":"drand"')).length).toBeGreaterThan(40);
  const verdicts = await checker.each(records.map((text) => [{ name: "record.json", text }]));
  expect(verdicts.flat().filter(({ verdict }) => verdict !== "agrees")).toEqual([]);
  expect(verdicts).toHaveLength(200);
});

test("the worked records agree in the browser", async ({ page }) => {
  await page.goto("/");
  const checker = await Checker.on(page);
  const vectors = ["draws", "limit"].map((name) => `../allocation/tests/vectors/${name}.json`);
  const examples = ["season", "worked-season", "slips", "first-come", "drand"].map((name) => `../tests/second/examples/${name}.json`);
  const files = await Promise.all([...vectors, ...examples].map(async (file) => JSON.parse(await readFile(file, "utf8"))));
  const records = files.flat();
  expect(records.length).toBeGreaterThan(10);
  const verdicts = await checker.each(records.map((record) => [{ name: "record.json", text: JSON.stringify(record) }]));
  expect(verdicts.flat().map(({ verdict }) => verdict)).toEqual(records.map(() => "agrees"));
});

test("a round that a beacon published is taken, and nothing that only looks like it", async ({ page }) => {
  await page.goto("/");
  const checker = await Checker.on(page);
  const record = await known();
  expect(await checker.verdict(record)).toMatchObject({ verdict: "agrees" });
  const other = (from: string, to: string) => checker.verdict(record.replace(from, to));
  const refused = (why: RegExp) => ({ verdict: "unreadable", why: expect.stringMatching(why) });
  const notOfIt = /^randomness\.signature: "[0-9a-f]+" is not the signature of round \d+ of this chain$/;
  expect(await other("5e39", "5e38")).toMatchObject(refused(notOfIt));
  expect(await other(SIGNATURE, `c0${"0".repeat(94)}`)).toMatchObject(refused(notOfIt));
  expect(await other('"round": 1000', '"round": 1001')).toMatchObject(refused(notOfIt));
  expect(await other("52db9ba7", "62db9ba7")).toMatchObject(refused(/^randomness\.chain: 62db9ba7\w+ is not known; 52db9ba7/));
  expect(await other(SIGNATURE, SIGNATURE.slice(2))).toMatchObject(refused(/ is not 96 lowercase hexadecimal digits$/));
  expect(await other(SIGNATURE, `${SIGNATURE}00`)).toMatchObject(refused(/ is not 96 lowercase hexadecimal digits$/));
});

test("what checks signatures is loaded only where there are any, and is missed where it is needed", async ({ page, watch }) => {
  watch.tolerate(404);
  await page.goto("/");
  const checker = (await Checker.on(page)).without("proof");
  const [typed] = (await madeUp("cases", 60)).filter((line) => line.includes('"source":"typed"'));
  expect(await checker.verdict(typed)).toMatchObject({ verdict: "agrees" });
  expect((await checker.verdict(await known())).why).toContain("The part that checks signatures couldn’t be loaded");
});

test("what happened after the result is replayed, and the first entry that doesn’t follow is named", async ({ page }) => {
  test.setTimeout(120_000);
  await page.goto("/");
  const checker = await Checker.on(page);
  const lines = (await madeUp("histories", 60)).map((line) => JSON.parse(line));
  const entries = lines.map(({ record }) => record.after.entries.length);
  const verdicts = (await checker.each(lines.map(({ record }) => [{ name: "record.json", text: JSON.stringify(record) }]))).flat();
  const found = verdicts.map(({ verdict, differences, followed }) => ({ verdict, differences, entries: followed?.entries }));
  const expected = lines.map(({ wrong }, place) => {
    if (wrong === null) return { verdict: "agrees", differences: undefined, entries: entries[place] };
    const missing = wrong > entries[place];
    return { verdict: "differs", differences: [missing ? ["AfterMissing", String(wrong - 1)] : ["After", String(wrong)]], entries: undefined };
  });
  expect(found).toEqual(expected);
  const names = expected.flatMap(({ differences }) => differences?.map(([name]) => name) ?? []);
  expect(names.filter((name) => name === "After").length).toBeGreaterThan(30);
  expect(names).toContain("AfterMissing");
  const written = lines.filter(({ wrong }) => wrong === null).map(({ record }) => record.after.entries);
  const given = written.map((all) => all.reduce((sum: number, { what, number }: { what: string; number: number }) => (what === "return" ? sum + number : sum), 0));
  expect(verdicts.flatMap(({ followed }) => followed?.returned ?? [])).toEqual(given);
  const [{ record }] = lines;
  const odd = await checker.verdict(JSON.stringify({ ...record, after: { ...record.after, format: "ticket-pool/after/9" } }));
  expect(odd).toMatchObject({ verdict: "unreadable", why: expect.stringContaining("ticket-pool/after/9") });
});

test("what replays it is loaded only where there is something to replay, and is missed where it is needed", async ({ page, watch }) => {
  watch.tolerate(404);
  await page.goto("/");
  const checker = (await Checker.on(page)).without("replay");
  const [record] = (await madeUp("histories", 1)).map((line) => JSON.parse(line).record);
  expect((await checker.verdict(JSON.stringify(record))).why).toContain("The part that checks what happened after the result couldn’t be loaded");
  const { after: _, ...draw } = record;
  expect(await checker.verdict(JSON.stringify(draw))).toMatchObject({ verdict: "agrees" });
  expect(await checker.verdict(await known())).toMatchObject({ verdict: "agrees" });
});

test("statements are checked, and held against records", async ({ page }) => {
  await page.goto("/");
  const checker = await Checker.on(page);
  const lines = (await madeUp("said", 40)).map((line) => JSON.parse(line));
  const groups = lines.map(({ record, statements }) => [
    { name: "statements.json", text: JSON.stringify(statements) },
    { name: "record.json", text: JSON.stringify(record) },
  ]);
  const verdicts = await checker.each(groups);
  const found = verdicts.map(([statements, record]) => [record.verdict, statements.verdict]);
  expect(found).toEqual(lines.map(({ broken }) => ["agrees", broken ? "differs" : "agrees"]));
  expect(verdicts[0][0]).toMatchObject({
    about: expect.stringMatching(/^4 statements of https:\/\/tickets\.example\.org, numbers 1 to 4; key \w{64}; last link \w{64}$/),
    records: ["statements 1 (commitment), 3 (close), 4 (draw) say what the record says"],
  });
  const twice = JSON.stringify(lines[0].statements);
  const later = twice.replace("statements/1", "statements/2");
  const [[one]] = await checker.each([[{ name: "later.json", text: later }, groups[0][1]]]);
  expect(one).toMatchObject({ verdict: "unreadable", statements: true, why: expect.stringContaining("is not known") });
  // One key, two histories: with a word changed, the links are others.
  const otherHistory = groups[4][0].text.replace("hello", "hallo");
  const [[, contradicting]] = await checker.each([[groups[4][0], { name: "other.json", text: otherHistory }, groups[4][1]]]);
  expect(contradicting.differences?.some((one) => one.includes("another of the same key"))).toBe(true);
});

test("a round takes no longer than anybody waits, on a phone too", async ({ page }) => {
  await page.goto("/");
  const checker = await Checker.on(page);
  const here = await checker.roundTakes(1000, SIGNATURE);
  const slowed = await page.context().newCDPSession(page);
  await slowed.send("Emulation.setCPUThrottlingRate", { rate: 4 });
  const phone = await checker.roundTakes(1000, SIGNATURE);
  console.log(`a round takes ${Math.round(here)} ms here, ${Math.round(phone)} ms at a quarter of the speed`);
  expect(phone).toBeLessThan(3_000);
});
