// A second program for the draw, format 1, written from the specification (docs/DRAW.md) and not
// from the Rust code. Two programs that share no line and agree are a better argument than one
// program and its own tests. It is also the shortest way to read what a draw does.
//
//   node tests/second/draw.mjs draw FILE   print the record of a request file (FILE may be -)
//   node tests/second/draw.mjs agree       check records on standard input, one JSON object a line
//
// Exit status: 0 all well, 1 something differs, 2 nothing that could be checked.
// It refuses only what would make its own answer meaningless; `ticket-pool verify` refuses more.

import { createHash, createHmac } from "node:crypto";
import { readFileSync } from "node:fs";

const CHAIN = 32; // a chain this long pays for draws 1 to 31
const sha256 = (data) => createHash("sha256").update(data).digest();
const hmac = (key, message) => createHmac("sha256", key).update(message).digest();

// Labels are ASCII, so `<` on strings is byte order. localeCompare would depend on the machine.
const compare = (a, b) => (a < b ? -1 : a > b ? 1 : 0);
const byLabel = (a, b) => compare(a.label, b.label);

// ---- Commitment and digest --------------------------------------------------------------------

// Draw k reveals the value k steps before the published end of the chain.
function opens(code, draw, hash) {
  let value = Buffer.from(code, "hex");
  for (let step = 0; step < draw; step++) value = sha256(value);
  return value.toString("hex") === hash;
}

// Pins are left out: they are decided after the list is frozen and its digest published.
function requestsDigest({ event, tickets, requests }) {
  const lines = [["ticket-pool/requests/v1", event, tickets]];
  for (const r of [...requests].sort(byLabel)) {
    lines.push([r.label, r.tiers.join(","), r.slips, r.balance, r.since]);
  }
  return sha256(lines.map((line) => line.join("\t") + "\n").join("")).toString("hex");
}

// ---- Places -----------------------------------------------------------------------------------

// HKDF (RFC 5869): extract once per draw, expand one block per label or slip.
// Positions stay in hex: same length and lowercase, so they sort as the bytes would.
function positions({ code, event, public_input }) {
  const prk = hmac(Buffer.from(code, "hex"), `ticket-pool/draw/v1\n${event}\n${public_input}`);
  return (label, slip) =>
    hmac(prk, slip === 1 ? `${label}\x01` : `${label}#${slip}\x01`).toString("hex");
}

// Each order rule turns a request into a key; smaller keys come first.
const ORDERS = {
  equal: (r, position) => [position(r.label, 1)],
  slips: (r, position) => {
    const drawn = Array.from({ length: r.slips }, (_, j) => position(r.label, j + 1));
    return [drawn.reduce((best, next) => (next < best ? next : best))];
  },
  balance: (r, position) => [-r.balance, position(r.label, 1)],
  "first-come": (r, position) => [r.since, position(r.label, 1)],
};

// The lot of the fill "limit": the last four bytes of the first position, so that the place, which the first
// bytes decide, says nothing about it. A double divides exactly enough: no quotient is that near a whole number.
const limitByLot = (position) => Math.floor(2 ** 32 / (parseInt(position.slice(-8), 16) + 1));

// The label settles what two equal positions would leave open.
function drawnOrder(file) {
  const position = positions(file);
  return file.requests
    .filter((r) => r.pinned === null)
    .map((r) => ({
      label: r.label,
      tiers: r.tiers,
      key: ORDERS[file.order](r, position),
      limit: limitByLot(position(r.label, 1)),
    }))
    .sort((a, b) => compare(a.key[0], b.key[0]) || compare(a.key[1], b.key[1]) || byLabel(a, b));
}

// ---- Filling ----------------------------------------------------------------------------------

const smallest = (person) => person.tiers.at(-1);
const ascending = (a, b) => a - b;

// The one way in which anybody ever gets tickets: up to one of their own amounts, if it fits.
function raise(state, person, amount) {
  const cost = amount - person.has;
  if (!person.tiers.includes(amount) || cost <= 0 || cost > state.left) return;
  person.has = amount;
  state.left -= cost;
}

function rising(state) {
  const amounts = [...new Set(state.people.flatMap((person) => person.tiers))].sort(ascending);
  for (const amount of amounts) {
    for (const person of state.people) raise(state, person, amount);
  }
}

function straight(state, most) {
  for (const person of state.people) {
    const fits = (t) => t > person.has && t - person.has <= state.left && t <= most(person);
    const largest = person.tiers.find(fits);
    if (largest !== undefined) raise(state, person, largest);
  }
}

const FILLS = {
  straight(state) {
    straight(state, () => Infinity);
  },
  limit(state) {
    straight(state, (person) => person.limit);
    straight(state, () => Infinity);
  },
  turns(state) {
    for (const person of state.people) if (person.has === 0) raise(state, person, smallest(person));
    rising(state);
  },
  rising,
  "most-people"(state) {
    // sort() is stable, so people with the same smallest amount stay in the drawn order.
    const waiting = state.people.filter((person) => person.has === 0);
    waiting.sort((a, b) => smallest(a) - smallest(b));
    for (const person of waiting) raise(state, person, smallest(person));
    rising(state);
  },
};

// ---- The draw ---------------------------------------------------------------------------------

const pinnedSum = (requests) => requests.reduce((sum, r) => sum + (r.pinned ?? 0), 0);

// Why no result can be computed from this file, or "" if one can.
function refusal(file) {
  const like = (pattern, value) => typeof value === "string" && pattern.test(value);
  const hex = /^[0-9a-f]{64}$/;
  const name = /^[A-Za-z0-9._-]{1,64}$/; // no tab and no newline, or two lists could share a digest
  if (file?.format !== "ticket-pool/draw/1") return "not of format ticket-pool/draw/1";
  if (!Object.hasOwn(ORDERS, file.order)) return `unknown order ${file.order}`;
  if (!Object.hasOwn(FILLS, file.fill)) return `unknown fill ${file.fill}`;
  if (file.commitment?.chain !== CHAIN) return `the chain is not ${CHAIN} long`;
  if (!(Number.isInteger(file.draw) && file.draw >= 1 && file.draw < CHAIN)) return `draw is not 1 to ${CHAIN - 1}`;
  if (!like(hex, file.code) || !like(hex, file.commitment.hash)) return "code or commitment is not 64 hex digits";
  if (!like(name, file.event)) return "event is not a name";
  if (typeof file.public_input !== "string") return "public_input is not text";
  if (!Array.isArray(file.requests)) return "requests is not a list";
  for (const { label, tiers, slips, balance, since, pinned } of file.requests) {
    const whole = [...tiers, slips, balance, since, pinned ?? 0].every(Number.isSafeInteger);
    const falling = tiers.every((t, i) => t >= 1 && (i === 0 || t < tiers[i - 1]));
    const within = tiers.length > 0 && slips >= 1 && slips <= 64 && (pinned === null || pinned >= 0);
    if (!like(name, label) || !whole || !falling || !within) return `request ${label} is malformed`;
  }
  if (new Set(file.requests.map((r) => r.label)).size < file.requests.length) return "a label is there twice";
  // Written so that a missing or fractional number of tickets is refused too.
  if (!(Number.isSafeInteger(file.tickets) && pinnedSum(file.requests) <= file.tickets)) return "pins exceed the tickets";
  if (!opens(file.code, file.draw, file.commitment.hash)) return "the code does not open the commitment";
  return "";
}

function result(file) {
  const people = drawnOrder(file).map((person) => ({ ...person, has: 0 }));
  const state = { people, left: file.tickets - pinnedSum(file.requests) };
  FILLS[file.fill](state);
  const has = new Map(people.map((person) => [person.label, person.has]));
  return {
    requests_digest: requestsDigest(file),
    order: people.map((person) => person.label),
    // fromEntries, because assignment would lose a person labeled __proto__.
    allocated: Object.fromEntries(
      [...file.requests].sort(byLabel).map((r) => [r.label, r.pinned ?? has.get(r.label)]),
    ),
    left: state.left,
  };
}

// ---- The two commands -------------------------------------------------------------------------

const read = (file) => readFileSync(file === "-" ? 0 : file, "utf8");

// The order of keys in `allocated` means nothing, so both sides are written sorted by label.
const written = (value) =>
  JSON.stringify(
    value && typeof value === "object" && !Array.isArray(value)
      ? Object.entries(value).sort(([a], [b]) => compare(a, b))
      : value,
  );

function differences(line) {
  try {
    const record = JSON.parse(line);
    const refused = refusal(record);
    if (refused) return [`${record?.event}: ${refused}`];
    const ours = result(record);
    return Object.keys(ours)
      .filter((key) => written(ours[key]) !== written(record.result?.[key]))
      .map((key) => `${record.event}: ${key}: ours ${written(ours[key])} / theirs ${written(record.result?.[key])}`);
  } catch (error) {
    return [`cannot be read: ${error.message}`];
  }
}

function agree() {
  const lines = read("-").split("\n").map((text, i) => ({ text, number: i + 1 }));
  const records = lines.filter(({ text }) => text.trim() !== "");
  // A test that passes on nothing would pass when the other program is broken.
  if (records.length === 0) return fail("no records on standard input");
  const found = records.flatMap(({ text, number }) => differences(text).map((d) => `line ${number}: ${d}`));
  console.log(found.length ? found.join("\n") : `${records.length} records, all agree`);
  if (found.length) process.exitCode = 1;
}

function draw(path) {
  const file = JSON.parse(read(path));
  const refused = refusal(file);
  if (refused) return fail(refused);
  console.log(JSON.stringify({ ...file, result: result(file) }, null, 1));
}

function fail(message) {
  console.error(message);
  process.exitCode = 2;
}

const [command, path] = process.argv.slice(2);
try {
  if (command === "agree" && path === undefined) agree();
  else if (command === "draw" && path !== undefined) draw(path);
  else fail("usage: draw.mjs draw FILE | draw.mjs agree < RECORDS");
} catch (error) {
  fail(error.message);
}
