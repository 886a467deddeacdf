// How many each gets, going through the people in the drawn order.

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

export const FILLS = {
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
