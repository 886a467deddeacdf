//! The same once more, one person and one rule at a time, slowly and with nothing shared: to compare.

use std::collections::BTreeSet;

use allocation::memory::{Part, Remembered};

/// Whoever asked for this event or one of so many before it takes part.
const WINDOW: usize = 1;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    Finalized,
    Reopened,
    Canceled,
    Binned,
    ImportedOdd,
}

#[derive(Clone, Debug)]
pub struct Event<P> {
    pub state: State,
    pub happened: Remembered<P>,
}

pub fn counts<P>(event: &Event<P>) -> bool {
    matches!(event.state, State::Finalized | State::Reopened)
}

fn met<P: Ord + Clone>(event: &Event<P>) -> BTreeSet<P> {
    let mut met = BTreeSet::new();
    for (person, part) in &event.happened.people {
        if let Some(tiers) = &part.asked
            && *tiers.amounts().last().unwrap() <= event.happened.tickets
        {
            met.insert(person.clone());
        }
    }
    met
}

fn short<P: Ord + Clone>(event: &Event<P>) -> bool {
    let tickets = event.happened.tickets;
    let mut first = 0;
    for person in met(event) {
        let amounts = event.happened.people[&person].asked.as_ref().unwrap().amounts();
        first += amounts.iter().filter(|&&amount| amount <= tickets).max().unwrap();
    }
    first > tickets
}

fn get<P: Ord>(event: &Event<P>, person: &P, number: impl Fn(&Part) -> u32) -> i64 {
    event.happened.people.get(person).map_or(0, |part| i64::from(number(part)))
}

fn out<P: Ord>(event: &Event<P>) -> i64 {
    let mut out = 0;
    for person in event.happened.people.keys() {
        out += get(event, person, |part| part.given) + get(event, person, |part| part.accepted);
        out -= get(event, person, |part| part.passed);
    }
    out
}

fn excused<P: Ord>(event: &Event<P>, person: &P) -> bool {
    event.happened.people.get(person).is_some_and(|part| part.excused)
}

fn counted<P: Ord>(event: &Event<P>, person: &P) -> i64 {
    if excused(event, person) {
        return 0;
    }
    let whole = get(event, person, |part| part.given) + get(event, person, |part| part.accepted);
    1_000 * (whole + get(event, person, |part| part.unused)) - 500 * get(event, person, |part| part.passed)
}

pub fn balance<P: Ord + Clone>(season: &[Event<P>], person: &P) -> i64 {
    let events: Vec<&Event<P>> = season.iter().filter(|event| counts(event)).collect();
    let mut balance = 0;
    for (place, event) in events.iter().enumerate() {
        if !short(event) {
            continue;
        }
        let window = &events[place.saturating_sub(WINDOW)..=place];
        let part: BTreeSet<P> = window.iter().flat_map(|event| met(event)).collect();
        if part.contains(person) {
            balance += (1_000 * out(event)).div_euclid(i64::try_from(part.len()).unwrap());
        }
        balance -= counted(event, person);
    }
    balance
}

pub fn slips<P: Ord + Clone>(season: &[Event<P>], person: &P) -> u32 {
    let mut losses = 0;
    for event in season.iter().filter(|event| counts(event) && short(event) && met(event).contains(person)) {
        if excused(event, person) {
            continue;
        }
        let got = get(event, person, |part| part.given) + get(event, person, |part| part.accepted);
        losses = if got == 0 { losses + 1 } else { 0 };
    }
    2_u32.pow(losses).min(64)
}
