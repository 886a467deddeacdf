// Format 2 says what happened in the season; format 1 says only what came of it. Here the first becomes the second.

const MOST_SLIPS = 64;
const MOST = BigInt(Number.MAX_SAFE_INTEGER);

export const second = (file) => file.format === "ticket-pool/draw/2";

// What one event says about one person, if anything. hasOwn, because a person may be labeled "constructor".
const inEvent = (label) => (past) => (Object.hasOwn(past.people, label) ? [{ past, person: past.people[label] }] : []);

// The sum is exact and cut only at the end, so the order of the events does not matter.
function balance(season, label) {
  let sum = 0n;
  for (const { past, person } of season.flatMap(inEvent(label))) {
    // Exact in a double: the quotient of whole numbers below 2^53 never rounds up to a whole number.
    const share = Math.floor((1000 * past.out) / past.part);
    sum += BigInt(person.part ? share : 0) - BigInt(person.counted);
  }
  return Number(sum > MOST ? MOST : sum < -MOST ? -MOST : sum);
}

function slips(season, label) {
  const met = season.flatMap(inEvent(label)).filter(({ person }) => person.met && !person.excused);
  const losses = met.length - 1 - met.findLastIndex(({ person }) => person.got > 0);
  return Math.min(2 ** losses, MOST_SLIPS);
}

// The requests with what the order rules look at, whatever the format.
export function requestsWithHistory(file) {
  if (!second(file)) return file.requests;
  return file.requests.map((r) => ({
    ...r,
    since: r.rank,
    balance: file.order === "balance" ? balance(file.season, r.label) : 0,
    slips: file.order === "slips" ? slips(file.season, r.label) : 1,
  }));
}
