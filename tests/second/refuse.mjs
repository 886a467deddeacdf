// Why no result can be computed from a file. Refuses only what would make the answer meaningless;
// `ticket-pool verify` refuses more.

import { sha256 } from "./bytes.mjs";
import { FILLS } from "./fill.mjs";
import { ORDERS } from "./place.mjs";
import { second } from "./season.mjs";

const CHAIN = 32; // a chain this long pays for draws 1 to 31

const like = (pattern, value) => typeof value === "string" && pattern.test(value);
const hex = /^[0-9a-f]{64}$/;
const name = /^[A-Za-z0-9._-]{1,64}$/; // no tab and no newline, or two lists could share a digest
const whole = (value, least) => Number.isSafeInteger(value) && value >= least;
const object = (value) => value !== null && typeof value === "object" && !Array.isArray(value);

// Draw k reveals the value k steps before the published end of the chain.
function opens({ code, draw, commitment }) {
  let value = Buffer.from(code, "hex");
  for (let step = 0; step < draw; step++) value = sha256(value);
  return value.toString("hex") === commitment.hash;
}

async function ofRandomness({ randomness }) {
  if (!object(randomness)) return "randomness is not an object";
  const { source, text, chain, round, signature } = randomness;
  if (source === "none") return "";
  if (source === "typed") return typeof text === "string" ? "" : "the typed randomness is not text";
  if (source !== "drand") return `unknown source of randomness ${source}`;
  if (!whole(round, 1) || !like(/^[0-9a-f]{96}$/, signature)) return "round or signature is malformed";
  const { QUICKNET, isSignatureOf } = await import("./drand.mjs");
  if (chain !== QUICKNET) return `unknown chain ${chain}`;
  return isSignatureOf(round, signature) ? "" : `not the signature of round ${round}`;
}

function ofSeason({ season }) {
  if (!Array.isArray(season)) return "season is not a list";
  for (const { event, out, part, people } of season) {
    const within = whole(out, 0) && out <= 1e9 && whole(part, 1) && object(people);
    if (!like(name, event) || !within) return `past event ${event} is malformed`;
    for (const [label, p] of Object.entries(people)) {
      const said = [p.part, p.met, p.excused].every((value) => typeof value === "boolean");
      if (!like(name, label) || !said || !whole(p.got, 0) || !whole(p.counted, 0)) {
        return `${label} in past event ${event} is malformed`;
      }
    }
  }
  return "";
}

function ofRequest(file, { label, tiers, pinned, slips, balance, since, rank }) {
  const falling = Array.isArray(tiers) && tiers.every((t, i) => whole(t, 1) && (i === 0 || t < tiers[i - 1]));
  const history = second(file)
    ? file.order !== "first-come" || whole(rank, 1)
    : whole(slips, 1) && slips <= 64 && whole(balance, -Infinity) && whole(since, -Infinity);
  const fine = like(name, label) && falling && tiers.length > 0 && (pinned === null || whole(pinned, 0)) && history;
  return fine ? "" : `request ${label} is malformed`;
}

export const pinnedSum = (requests) => requests.reduce((sum, r) => sum + (r.pinned ?? 0), 0);

function ofRequests({ requests, tickets }) {
  if (new Set(requests.map((r) => r.label)).size < requests.length) return "a label is there twice";
  // Written so that a missing or fractional number of tickets is refused too.
  return whole(tickets, 0) && pinnedSum(requests) <= tickets ? "" : "pins exceed the tickets";
}

// The first reason to refuse the file, or "" if there is none.
export async function refusal(file) {
  if (file?.format !== "ticket-pool/draw/1" && !second(file ?? {})) return "neither of format 1 nor 2";
  if (!Object.hasOwn(ORDERS, file.order)) return `unknown order ${file.order}`;
  if (!Object.hasOwn(FILLS, file.fill)) return `unknown fill ${file.fill}`;
  if (file.commitment?.chain !== CHAIN) return `the chain is not ${CHAIN} long`;
  if (!whole(file.draw, 1) || file.draw >= CHAIN) return `draw is not 1 to ${CHAIN - 1}`;
  if (!like(hex, file.code) || !like(hex, file.commitment.hash)) return "code or commitment is not 64 hex digits";
  if (!like(name, file.event)) return "event is not a name";
  if (!second(file) && typeof file.public_input !== "string") return "public_input is not text";
  if (!Array.isArray(file.requests)) return "requests is not a list";
  const seasonal = second(file) && (file.order === "slips" || file.order === "balance");
  return (
    file.requests.map((r) => ofRequest(file, r)).find(Boolean) ||
    ofRequests(file) ||
    (seasonal && ofSeason(file)) ||
    (opens(file) ? "" : "the code does not open the commitment") ||
    (second(file) ? ofRandomness(file) : "")
  );
}
