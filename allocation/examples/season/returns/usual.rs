//! The usual way: what comes back goes as a voucher of 48 hours to the next on the list whom it fits, and to the one after when
//! they decline or the time is over. There is no open table. Generous: nobody is asked whom the number does not fit.

use std::collections::{BTreeMap, BTreeSet};

use allocation::{Draw, Label};

use super::{
    Back, Habits,
    people::{HOUR, STARTS_AT},
};

const VOUCHER: i64 = 48 * HOUR;

/// Plays one event.
pub fn play(draw: &Draw, habits: &Habits<'_>) -> Back {
    let outcome = draw.run();
    let requests = draw.list().requests();
    let held: BTreeMap<&Label, u32> =
        requests.iter().zip(&outcome.allocated).map(|(request, &given)| (&request.label, given)).collect();
    let mut back = Back::default();
    let mut asked: BTreeSet<&Label> = BTreeSet::new();
    // By time: so many are there for the next on the list.
    let mut to_come: BTreeSet<(i64, u32, u32)> = BTreeSet::new();
    let mut lot = 0;
    let mut gives_back = BTreeSet::new();
    for (person, label) in habits.everyone() {
        if let Some((at, number)) = habits.gives_back(person, held.get(label).copied().unwrap_or(0)) {
            back.returned += number;
            lot += 1;
            to_come.insert((at, lot, number));
            gives_back.insert(label);
        }
    }
    let line: Vec<_> = outcome.order.iter().map(|&place| &requests[place as usize]).collect();
    while let Some((at, _, number)) = to_come.pop_first().filter(|(at, ..)| *at < STARTS_AT) {
        let next = line.iter().find_map(|request| {
            let amounts = request.tiers.amounts().iter();
            let more =
                amounts.filter_map(|&amount| amount.checked_sub(held[&request.label])).find(|&more| more <= number);
            let waits = !asked.contains(&request.label) && !gives_back.contains(&request.label);
            more.filter(|&more| waits && more > 0).map(|more| (&request.label, more))
        });
        let Some((label, more)) = next else { continue };
        asked.insert(label);
        lot += 1;
        if more < number {
            to_come.insert((at, lot, number - more));
            lot += 1;
        }
        let until = at + VOUCHER;
        let person = habits.everyone().find(|(_, one)| *one == label).map(|(person, _)| person);
        let answer = person.and_then(|person| habits.answers(person, at)).filter(|&(at, _)| at < until.min(STARTS_AT));
        match answer {
            Some((_, true)) => back.used += more,
            Some((answered, false)) => {
                to_come.insert((answered, lot, more));
            }
            None => {
                to_come.insert((until, lot, more));
            }
        }
    }
    back
}
