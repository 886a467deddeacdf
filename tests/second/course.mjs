// Where the entries after a result lead, and what has to follow by itself.

import { compare } from "./bytes.mjs";
import { FILLS } from "./fill.mjs";
import { drawnOrder } from "./place.mjs";

const DAY = 24 * 60 * 60 * 1000;

const is = (fine, why) => {
  if (!fine) throw new Error(why);
};

export const begun = (record) => ({ fill: FILLS[record.fill], line: drawnOrder(record), running: false, at: -Infinity, pending: [] });

function of(course, label) {
  const { people } = course;
  if (!people.has(label)) people.set(label, { held: 0, refused: 0, declined: 0, late: 0, out: false, offer: null });
  return people.get(label);
}

const sum = ({ people }, count) => [...people.values()].reduce((all, one) => all + count(one), 0);
const held = (course) => sum(course, (one) => one.held);
const offered = (course) => sum(course, (one) => one.offer?.number ?? 0);
const free = (course) => course.tickets - held(course) - offered(course) - course.table;

// What has to follow by itself, in this order.
function due(course, at) {
  const { running, opening, pending, startsAt, people, line } = course;
  if (pending.length) return pending;
  if (!running || opening || at >= startsAt || free(course) === 0) return [];
  const table = { what: "table", number: free(course) };
  if (startsAt - at < DAY) return [table];
  const waiting = line.flatMap(({ label, tiers, limit }) => {
    const { held, refused, out, offer } = people.get(label) ?? { held: 0, refused: 0 };
    const wanted = tiers.filter((amount) => amount > held && amount > refused);
    return out || offer || wanted.length === 0 ? [] : [{ label, tiers: wanted, limit, has: held, held }];
  });
  course.fill({ people: waiting, left: table.number });
  const offers = waiting.filter(({ has, held }) => has > held);
  if (offers.length) return offers.map(({ label, has, held }) => ({ what: "offer", label, number: has - held }));
  const wantsMore = ({ label, tiers }) => {
    const { held, refused, out, offer } = people.get(label) ?? { held: 0, refused: 0 };
    return !out && tiers[0] > Math.max(held + (offer?.number ?? 0), refused);
  };
  return line.some(wantsMore) ? [] : [table];
}

// Nothing has to follow that should have come right after the last entry.
export function settled(course) {
  const [first] = due(course, course.at);
  is(!first, `${first?.what} of ${first?.number} to ${first?.label} has to come first`);
}

// The next of what has to follow.
function called(course, { at, what, label, number }) {
  const [first, ...rest] = due(course, at);
  is(first?.what === what && first.label === label && first.number === number, `${JSON.stringify(first)} comes here`);
  return rest;
}

function answer(course, label, inTime) {
  const one = of(course, label);
  const { offer } = one;
  is(offer && inTime(offer.until), "nothing is offered to them, or the time is another");
  one.offer = null;
  return { one, offer };
}

function refuse(course, label, inTime) {
  const { one, offer } = answer(course, label, inTime);
  const would = one.held + offer.number;
  const best = course.line.find((person) => person.label === label)?.tiers[0] ?? 0;
  one.refused = Math.max(one.refused, would);
  one.declined += 1;
  one.out ||= one.declined > 1 || would >= best;
}

// They part with so many and want no more.
function part(course, label, number) {
  const one = of(course, label);
  is(number <= one.held, "they have fewer");
  const held = one.held - number;
  Object.assign(one, { held, late: Math.min(one.late, held), offer: null, out: true });
}

const leave = (course, label) => Object.assign(of(course, label), { offer: null, out: true });
const timely = ({ startsAt }, at, time) => is(time > at && time <= startsAt, "that is no time to answer until");

export const HAPPENS = {
  start(course, { number, time }) {
    const fresh = { running: true, opening: true, tickets: number, startsAt: time, people: new Map(), table: 0, pending: [] };
    Object.assign(course, fresh);
  },
  has(course, { label, number, reason = "" }) {
    is(!course.people.has(label) && number <= free(course), "it was said already, or there are fewer");
    Object.assign(of(course, label), { held: number, out: reason !== "" });
  },
  return: (course, { label, number }) => part(course, label, number),
  late(course, { label, number }) {
    const one = of(course, label);
    is(number <= one.held - one.late, "they have fewer");
    one.late += number;
    leave(course, label);
  },
  offer(course, entry) {
    const { at, label, number, time, reason = "" } = entry;
    timely(course, at, time);
    is(!of(course, label).offer, "something is offered to them already");
    if (reason === "") {
      course.pending = called(course, { at, what: "offer", label, number });
    } else {
      is(number <= free(course), "there are fewer");
    }
    of(course, label).offer = { number, since: at, until: time };
  },
  take(course, { at, label }) {
    const { one, offer } = answer(course, label, (until) => at < until);
    one.held += offer.number;
  },
  decline: (course, { at, label }) => refuse(course, label, (until) => at < until),
  lapse: (course, { at, label }) => refuse(course, label, (until) => at >= until),
  again(course, { at, label, time }) {
    timely(course, at, time);
    const { one, offer } = answer(course, label, (until) => at >= until);
    one.offer = { number: offer.number, since: at, until: time };
  },
  recall(course, { label }) {
    is(of(course, label).offer, "nothing is offered to them");
    leave(course, label);
  },
  leave: (course, { label }) => leave(course, label),
  table(course, { at, number }) {
    called(course, { at, what: "table", number });
    course.table += number;
  },
  claim(course, { label, number }) {
    is(number <= course.table, "there are fewer");
    course.table -= number;
    of(course, label).held += number;
  },
  hand(course, { label, to, number }) {
    is(label !== to, "they have them already");
    part(course, label, number);
    of(course, to).held += number;
  },
  give(course, { label, number }) {
    const nobodys = free(course);
    is(number <= nobodys + course.table, "there are fewer");
    course.table -= Math.max(0, number - nobodys);
    of(course, label).held += number;
  },
  tickets(course, { number }) {
    const left = number - held(course);
    is(left >= 0, "people have more");
    while (left < offered(course)) {
      const open = [...course.people].filter(([, { offer }]) => offer);
      open.sort(([a, one], [b, other]) => other.offer.since - one.offer.since || compare(b, a));
      open[0][1].offer = null;
    }
    Object.assign(course, { tickets: number, table: Math.min(course.table, left - offered(course)) });
  },
  end(course) {
    course.running = false;
  },
};
