// What a site said in a file of statements: whether it is signed, in one chain, and the same as a record says.

import { ed25519 } from "@noble/curves/ed25519.js";
import { compare, sha256 } from "./bytes.mjs";
import { QUICKNET } from "./drand.mjs";
import { digests, pinsDigest } from "./lists.mjs";
import { second } from "./season.mjs";

const FORMAT = "ticket-pool/statement/1";
const KINDS =
  "commitment receipt withdrawal removal close plan draw override number reopen cancel uncancel trash finalize key".split(" ");
const HEAD = ["site", "number", "at", "kind"];
const hex = (length) => (value) => typeof value === "string" && value.length === length && /^[0-9a-f]*$/.test(value);

// The lines of a body, or why it is none.
function read(body) {
  const lines = body.split("\n");
  if (lines[0] !== FORMAT) throw new Error(`unknown format ${lines[0]}`);
  if (lines.pop() !== "") throw new Error("the last line has no end");
  const said = new Map();
  for (const [place, line] of lines.slice(1).entries()) {
    const [, key, value] = /^([a-z][a-z-]*): (\P{Cc}*)$/u.exec(line) ?? [];
    if (key === undefined || said.has(key)) throw new Error(`line ${place + 2} is no line or stands there twice`);
    if (place < HEAD.length && key !== HEAD[place]) throw new Error(`${key} stands where ${HEAD[place]} belongs`);
    if (key === "event" && place !== HEAD.length) throw new Error("the event is out of place");
    if (Buffer.byteLength(value) > 4000) throw new Error(`${key} is too long`);
    said.set(key, value);
  }
  if (!KINDS.includes(said.get("kind"))) throw new Error(`unknown kind ${said.get("kind")}`);
  return said;
}

// Each statement with its number, its link, what it says, and what is wrong with it.
function* statements({ site, key, before, first, statements }) {
  let link = Buffer.from(before, "hex");
  let signing = key;
  for (const [place, { body, signature, digest }] of statements.entries()) {
    link = sha256(Buffer.concat([link, body === undefined ? Buffer.from(digest, "hex") : sha256(body)]));
    if (body === undefined) continue;
    const number = first + place;
    const wrong = [];
    let said = new Map();
    try {
      said = read(body);
      if (said.get("number") !== String(number)) wrong.push(`calls itself ${said.get("number")}`);
      if (said.get("site") !== site) wrong.push(`is of ${said.get("site")}`);
    } catch (error) {
      wrong.push(error.message);
    }
    if (untimely(said)) wrong.push("is dated on the wrong side of its round");
    const message = Buffer.concat([Buffer.from(`${FORMAT}\n`), link]);
    if (said.get("kind") === "key" && hex(64)(said.get("key"))) signing = said.get("key");
    const [signed, holder] = [signature, signing].map((text) => Buffer.from(text, "hex"));
    if (!ed25519.verify(signed, message, holder)) wrong.push("is not signed with the key");
    yield { number, said, wrong };
  }
}

// Quicknet's rounds: every three seconds since its beginning. A plan comes before its round, a draw after.
function untimely(said) {
  const [source, chain, round] = (said.get("randomness") ?? "").split(" ");
  if (source !== "drand" || chain !== QUICKNET) return false;
  const came = Date.parse(said.get("at")) >= (1692803367 + 3 * (Number(round) - 1)) * 1000;
  return { plan: came, draw: !came }[said.get("kind")] ?? false;
}

function wellFormed({ format, site, key, before, first, statements }) {
  if (format !== "ticket-pool/statements/1") return `unknown format ${format}`;
  const fine = typeof site === "string" && hex(64)(key) && hex(64)(before) && Number.isSafeInteger(first) && first > 0;
  if (!fine || !Array.isArray(statements)) return "the file is malformed";
  if (first === 1 && /[^0]/.test(before)) return "something comes before statement 1";
  const each = ({ body, signature, digest }) =>
    digest === undefined ? typeof body === "string" && hex(128)(signature) : hex(64)(digest) && body === undefined;
  return statements.every(each) ? "" : "a statement is malformed";
}

// Of a beacon without its round: a commitment names the source only.
function sourceOf(announced) {
  return announced?.startsWith("drand ") ? announced.split(" ").slice(0, 2).join(" ") : announced;
}

// What the statements on a draw have to say, from its record.
function facts(record) {
  const { source, name, text, chain, round, signature } = record.randomness ?? {};
  const announced = { none: "none", typed: `typed ${name}`, drand: `drand ${chain} ${round}` }[source];
  const known = { none: announced, typed: `${announced} = ${text}`, drand: `${announced} ${signature}` }[source];
  const lists = Object.entries(digests(record)).map(([key, digest]) => [key.replace("_", "-"), digest]);
  const fixed = {
    rule: `${record.order}.${record.fill}`,
    commitment: record.commitment.hash,
    ...Object.fromEntries(lists),
    "pins-digest": pinsDigest(record),
  };
  const counts = { tickets: String(record.tickets), requests: String(record.requests.length) };
  return {
    commitment: { commitment: record.commitment.hash, ...(record.draw === 1 && { randomness: sourceOf(announced) }) },
    close: { ...Object.fromEntries(lists), ...counts },
    plan: { ...fixed, randomness: announced },
    draw: { ...fixed, code: record.code, randomness: known },
  };
}

function disagreements(record, said) {
  if (said.get("event") !== record.event) return [];
  const kind = said.get("kind");
  const ofDraw = kind === "plan" || kind === "draw";
  if (ofDraw && said.get("draw") !== String(record.draw)) return [];
  const expected = Object.entries(facts(record)[kind] ?? {}).sort(([a], [b]) => compare(a, b));
  return expected.flatMap(([key, value]) => {
    const says = kind === "commitment" && key === "randomness" ? sourceOf(said.get(key)) : said.get(key);
    return says === value ? [] : [`${kind}, ${key}: says ${says}, the record ${value}`];
  });
}

// Everything wrong with a file of statements, and with what it says of a record of format 2. Files with one close per
// event only: which of several counts, docs/DRAW.md says.
export function wrongs(file, record) {
  const malformed = wellFormed(file);
  if (malformed) return [malformed];
  if (record && !second(record)) return ["the record is not of format 2"];
  return [...statements(file)].flatMap(({ number, said, wrong }) =>
    [...wrong, ...(record ? disagreements(record, said) : [])].map((one) => `statement ${number}: ${one}`),
  );
}
