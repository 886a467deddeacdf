// Who comes first, and the lot of the fill "limit".

import { byLabel, compare, hmac, sha256 } from "./bytes.mjs";
import { requestsWithHistory, second } from "./season.mjs";

// What goes into a draw from outside, as the text that the key is made with.
function outside({ source, text, signature }) {
  if (source === "typed") return text;
  return source === "drand" ? sha256(Buffer.from(signature, "hex")).toString("hex") : "";
}

// HKDF (RFC 5869): extract once per draw, expand one block per label or slip.
// Positions stay in hex: same length and lowercase, so they sort as the bytes would.
function positions(file) {
  const message = second(file)
    ? `ticket-pool/draw/v2\n${file.event}\n${outside(file.randomness)}`
    : `ticket-pool/draw/v1\n${file.event}\n${file.public_input}`;
  const prk = hmac(Buffer.from(file.code, "hex"), message);
  return (label, slip) =>
    hmac(prk, slip === 1 ? `${label}\x01` : `${label}#${slip}\x01`).toString("hex");
}

// Each order rule turns a request into a key; smaller keys come first.
export const ORDERS = {
  equal: (r, position) => [position(r.label, 1)],
  slips: (r, position) => {
    const drawn = Array.from({ length: r.slips }, (_, j) => position(r.label, j + 1));
    return [drawn.reduce((best, next) => (next < best ? next : best))];
  },
  balance: (r, position) => [-r.balance, position(r.label, 1)],
  "first-come": (r, position) => [r.since, position(r.label, 1)],
};

// The last four bytes of the first position, so that the place, which the first bytes decide, says nothing about it.
// A double divides exactly enough: no quotient is that near a whole number.
const limitByLot = (position) => Math.floor(2 ** 32 / (parseInt(position.slice(-8), 16) + 1));

// The label settles what two equal positions would leave open.
export function drawnOrder(file) {
  const position = positions(file);
  return requestsWithHistory(file)
    .filter((r) => r.pinned === null)
    .map((r) => ({
      label: r.label,
      tiers: r.tiers,
      key: ORDERS[file.order](r, position),
      limit: limitByLot(position(r.label, 1)),
    }))
    .sort((a, b) => compare(a.key[0], b.key[0]) || compare(a.key[1], b.key[1]) || byLabel(a, b));
}
