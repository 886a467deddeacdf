// A second program for the draw, formats 1 and 2, written from the specification (docs/DRAW.md) and not
// from the Rust code. Two programs that share no line and agree are a better argument than one
// program and its own tests. It is also the shortest way to read what a draw does: place.mjs, then fill.mjs.
//
//   node tests/second/draw.mjs draw FILE   print the record of a request file (FILE may be -)
//   node tests/second/draw.mjs agree       check records on standard input, one JSON object a line, and what they say
//                                          happened after the result (after.mjs)
//
// Exit status: 0 all well, 1 something differs, 2 nothing that could be checked.
// Records with a round of drand need the Node packages of package-lock.json (npm ci); all others need Node alone.

import { readFileSync } from "node:fs";
import { firstWrong } from "./after.mjs";
import { byLabel, compare } from "./bytes.mjs";
import { FILLS } from "./fill.mjs";
import { digests } from "./lists.mjs";
import { drawnOrder } from "./place.mjs";
import { pinnedSum, refusal } from "./refuse.mjs";

function result(file) {
  const people = drawnOrder(file).map((person) => ({ ...person, has: 0 }));
  const state = { people, left: file.tickets - pinnedSum(file.requests) };
  FILLS[file.fill](state);
  const has = new Map(people.map((person) => [person.label, person.has]));
  return {
    ...digests(file),
    order: people.map((person) => person.label),
    // fromEntries, because assignment would lose a person labeled __proto__.
    allocated: Object.fromEntries(
      [...file.requests].sort(byLabel).map((r) => [r.label, r.pinned ?? has.get(r.label)]),
    ),
    left: state.left,
  };
}

// UTF-8 and nothing else. A mark of it before the text is passed over, once.
function read(file) {
  const bytes = readFileSync(file === "-" ? 0 : file);
  // No text in UTF-8 has a NUL among its first letters, or begins with the mark of UTF-16.
  const other = bytes.subarray(0, 4).includes(0) || [0xfffe, 0xfeff].includes((bytes[0] << 8) | bytes[1]);
  if (other) throw new Error("the file is UTF-16 or UTF-32; save it as UTF-8");
  return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
}

// The order of keys in `allocated` means nothing, so both sides are written sorted by label.
const written = (value) =>
  JSON.stringify(
    value && typeof value === "object" && !Array.isArray(value)
      ? Object.entries(value).sort(([a], [b]) => compare(a, b))
      : value,
  );

async function differences(line) {
  try {
    const record = JSON.parse(line);
    const refused = await refusal(record);
    if (refused) return [`${record?.event}: ${refused}`];
    const [ours, theirs] = [result(record), record.result ?? {}];
    // Theirs too: a fingerprint that the format does not have is a difference.
    const found = [...new Set([...Object.keys(ours), ...Object.keys(theirs)])]
      .filter((key) => written(ours[key]) !== written(theirs[key]))
      .map((key) => `${record.event}: ${key}: ours ${written(ours[key])} / theirs ${written(theirs[key])}`);
    const wrong = record.after && firstWrong(record);
    return wrong ? [...found, `${record.event}: after, entry ${wrong.entry}: ${wrong.why}`] : found;
  } catch (error) {
    return [`cannot be read: ${error.message}`];
  }
}

async function agree() {
  const lines = read("-").split("\n").map((text, i) => ({ text, number: i + 1 }));
  const records = lines.filter(({ text }) => text.trim() !== "");
  // A test that passes on nothing would pass when the other program is broken.
  if (records.length === 0) return fail("no records on standard input");
  const found = [];
  for (const { text, number } of records) {
    for (const difference of await differences(text)) found.push(`line ${number}: ${difference}`);
  }
  console.log(found.length ? found.join("\n") : `${records.length} records, all agree`);
  if (found.length) process.exitCode = 1;
}

// Lines of {record, wrong}: the first entry after the result that does not follow has to be that one, or none.
function histories() {
  const lines = read("-").split("\n").filter((text) => text.trim() !== "").map((text) => JSON.parse(text));
  if (lines.length === 0) return fail("no lines on standard input");
  const found = lines.flatMap(({ record, wrong }, place) => {
    const ours = firstWrong(record);
    if ((ours?.entry ?? null) === wrong) return [];
    return [`line ${place + 1}: ours ${ours ? `entry ${ours.entry}: ${ours.why}` : "follows"} / theirs ${wrong ?? "follows"}`];
  });
  const count = lines.filter(({ wrong }) => wrong !== null).length;
  console.log(found.length ? found.join("\n") : `${lines.length} histories, ${count} of them broken, all found alike`);
  if (found.length) process.exitCode = 1;
}

// Lines of {record, statements, broken}: what is broken has to be found, and nothing else.
async function said() {
  const { wrongs } = await import("./statements.mjs");
  const lines = read("-").split("\n").filter((text) => text.trim() !== "").map((text) => JSON.parse(text));
  if (lines.length === 0) return fail("no lines on standard input");
  const found = lines.flatMap(({ record, statements, broken }, place) => {
    const [first] = wrongs(statements, record);
    if (Boolean(first) === Boolean(broken)) return [];
    return [`line ${place + 1}: ${first ?? `nothing is found, though it has ${broken}`}`];
  });
  const count = lines.filter(({ broken }) => broken).length;
  console.log(found.length ? found.join("\n") : `${lines.length} files, ${count} of them broken and found to be`);
  if (found.length) process.exitCode = 1;
}

// Whether one file of statements is what it should be, with a record it is held against or without.
async function statements(path, record) {
  const { wrongs } = await import("./statements.mjs");
  const found = wrongs(JSON.parse(read(path)), record && JSON.parse(read(record)));
  console.log(found.length ? found.join("\n") : "signed, in one chain");
  if (found.length) process.exitCode = 1;
}

async function draw(path) {
  const file = JSON.parse(read(path));
  const refused = await refusal(file);
  if (refused) return fail(refused);
  console.log(JSON.stringify({ ...file, result: result(file) }, null, 1));
}

function fail(message) {
  console.error(message);
  process.exitCode = 2;
}

const [command, path, record] = process.argv.slice(2);
try {
  if (command === "agree" && path === undefined) await agree();
  else if (command === "histories" && path === undefined) histories();
  else if (command === "said" && path === undefined) await said();
  else if (command === "statements" && path !== undefined) await statements(path, record);
  else if (command === "draw" && path !== undefined) await draw(path);
  else fail("usage: draw.mjs draw FILE | draw.mjs agree < RECORDS | draw.mjs statements FILE [RECORD] | draw.mjs said < LINES | draw.mjs histories < LINES");
} catch (error) {
  fail(error.message);
}
