// The fingerprints of the lists that are published when requests close.

import { byLabel, compare, sha256 } from "./bytes.mjs";
import { second } from "./season.mjs";

const fingerprint = (lines) => sha256(lines.map((line) => line.join("\t") + "\n").join("")).toString("hex");
const bit = (yes) => (yes ? 1 : 0);

// Pins are left out: they are decided after the list is frozen and its fingerprint published.
function requestsDigest(file) {
  const fields = second(file)
    ? (r) => [r.label, r.tiers.join(",")]
    : (r) => [r.label, r.tiers.join(","), r.slips, r.balance, r.since];
  const version = second(file) ? "v2" : "v1";
  const requests = [...file.requests].sort(byLabel).map(fields);
  return fingerprint([[`ticket-pool/requests/${version}`, file.event, file.tickets], ...requests]);
}

// People who are not among the requests are in the list too. An event's line has four fields and a person's six,
// so a person labeled "event" is no past event.
function seasonDigest({ event, season }) {
  const lines = [["ticket-pool/season/v2", event]];
  for (const past of season) {
    lines.push(["event", past.event, past.out, past.part]);
    for (const [label, p] of Object.entries(past.people).sort(([a], [b]) => compare(a, b))) {
      lines.push([label, bit(p.part), bit(p.met), p.got, p.counted, bit(p.excused)]);
    }
  }
  return fingerprint(lines);
}

function ranksDigest({ event, requests }) {
  return fingerprint([["ticket-pool/ranks/v2", event], ...[...requests].sort(byLabel).map((r) => [r.label, r.rank])]);
}

export function pinsDigest({ event, requests }) {
  const pinned = requests.filter((r) => r.pinned !== null).sort(byLabel);
  return fingerprint([["ticket-pool/pins/v1", event], ...pinned.map((r) => [r.label, r.pinned])]);
}

export function digests(file) {
  const lists = { requests_digest: requestsDigest(file) };
  if (second(file) && (file.order === "slips" || file.order === "balance")) lists.season_digest = seasonDigest(file);
  if (second(file) && file.order === "first-come") lists.ranks_digest = ranksDigest(file);
  return lists;
}
