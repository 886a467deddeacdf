// What happened after the result: who gave tickets back, to whom they were offered, who took them. Replayed entry by entry,
// as docs/DRAW.md says under "After the result".

import { sha256 } from "./bytes.mjs";
import { HAPPENS, begun, settled } from "./course.mjs";
import { digests } from "./lists.mjs";

const FORMAT = "ticket-pool/after/1";
// What an entry has besides `at`, `what`, `reason` and `hash`.
const FIELDS = {
  start: "number time", has: "label number", return: "label number", late: "label number", offer: "label number time",
  take: "label", decline: "label", lapse: "label", again: "label time", recall: "label", leave: "label", table: "number",
  claim: "label number", hand: "label number to", give: "label number", tickets: "number", end: "",
};
// Before any other, and before an offer by hand, what has to follow has followed.
const UNSETTLED = ["start", "has", "offer", "table", "give", "recall", "leave", "end"];

const hash = (...lines) => sha256(lines.map((line) => `${line}\n`).join("")).toString("hex");

function genesis(record) {
  const { event, commitment, draw, code } = record;
  return hash(FORMAT, event, [commitment.hash, draw, code, digests(record).requests_digest].join("\t"));
}

// Why this is no entry, or "".
function malformed({ at, what, reason = "", hash: _, ...fields }) {
  if (!Object.hasOwn(FIELDS, what)) return `${what} is not known`;
  if (Object.keys(fields).sort().join(" ") !== FIELDS[what]) return `${what} has other fields`;
  const { label = "x", to = "x", number = 1, time = 0 } = fields;
  const named = [label, to].every((name) => typeof name === "string" && /^[A-Za-z0-9._-]{1,64}$/.test(name));
  const least = ["start", "has", "tickets"].includes(what) ? 0 : 1;
  const counted = Number.isSafeInteger(number) && number >= least && number <= 1e9;
  const dated = [at, time].every(Number.isSafeInteger);
  const said = typeof reason === "string" && Buffer.byteLength(reason) <= 2000 && !/\p{Cc}/u.test(reason);
  return named && counted && dated && said ? "" : `${what} is malformed`;
}

// Lets an entry happen; throws where it does not follow.
function follow(course, entry) {
  const { at, what, reason = "" } = entry;
  const fails = (why) => {
    throw new Error(why);
  };
  if (malformed(entry)) fails(malformed(entry));
  if (at < course.at) fails("it is earlier than the one before it");
  if (what === "start" ? course.running : !course.running || (what === "has" && !course.opening)) fails("it is out of place");
  if (!UNSETTLED.includes(what) || (what === "offer" && reason !== "")) settled(course);
  if (what !== "start" && what !== "has") course.opening = false;
  HAPPENS[what](course, entry);
  course.at = at;
  if (what !== "offer") course.pending = [];
}

// The first entry of a record that does not follow, from 1, and why; one more than there are where something is missing.
export function firstWrong(record) {
  const { format, entries, ...others } = record.after;
  if (format !== FORMAT || !Array.isArray(entries) || Object.keys(others).length) return { entry: 1, why: "no ledger" };
  const course = begun(record);
  let before = genesis(record);
  let place = 0;
  try {
    for (const entry of entries) {
      place += 1;
      const { at, what, label, to, number, time, reason } = entry;
      before = hash(FORMAT, before, [place, at, what, label, to, number, time, reason].join("\t"));
      if (entry.hash !== before) throw new Error(`its hash should be ${before}`);
      follow(course, entry);
    }
    place += 1;
    settled(course);
  } catch (error) {
    return { entry: place, why: error.message };
  }
}
