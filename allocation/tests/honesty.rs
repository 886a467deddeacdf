//! Whether it pays to ask for something else than one wants: for one draw, nobody pinned, nothing returned.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on says so by panicking")]

use allocation::{Fill, Tiers, fill};
use proptest::prelude::*;
use serde_json::Value;

/// Every request over the numbers 1 to `largest`.
fn every_request(largest: u32) -> Vec<Tiers> {
    let members = |set: u32| (1..=largest).filter(move |amount| set & (1 << (amount - 1)) != 0);
    (1..1_u32 << largest).map(|set| Tiers::from_set(members(set)).unwrap()).collect()
}

fn given(rule: Fill, in_order: &[&Tiers], tickets: u32) -> Vec<u32> {
    let mut given = vec![0; in_order.len()];
    fill(rule, in_order, |_| u64::MAX, &mut given, tickets, &mut ());
    given
}

/// What an amount is worth to someone: as many as it is, nothing for none, less than nothing for a number of no use.
fn worth(truth: &Tiers, amount: u32) -> i64 {
    if truth.accepts(amount) { i64::from(amount) } else { -1 }
}

/// Mira's chances in one draw: who else asks, her place among them, how many tickets there are.
struct Situation<'a> {
    others: Vec<&'a Tiers>,
    place: usize,
    tickets: u32,
}

impl Situation<'_> {
    /// Whether saying some `lie` is worth strictly more than saying what is true.
    fn rewards(&self, rule: Fill, truth: &Tiers, lie: impl Fn(&Tiers) -> bool, sayable: &[Tiers]) -> bool {
        let worth_of_saying = |said: &Tiers| {
            let mut in_order = self.others.clone();
            in_order.insert(self.place, said);
            worth(truth, given(rule, &in_order, self.tickets)[self.place])
        };
        let honest = worth_of_saying(truth);
        sayable.iter().filter(|said| lie(said)).any(|said| worth_of_saying(said) > honest)
    }
}

/// With `people - 1` others who say anything of `sayable`, at every place, for every number of tickets that can matter.
fn situations(sayable: &[Tiers], people: usize) -> Vec<Situation<'_>> {
    let mut others: Vec<Vec<&Tiers>> = vec![vec![]];
    for _ in 1..people {
        let one_more = |others: &Vec<_>| sayable.iter().map(|one| [&others[..], &[one]].concat()).collect::<Vec<_>>();
        others = others.iter().flat_map(one_more).collect();
    }
    let largest = sayable.iter().map(Tiers::first_choice).max().unwrap();
    let enough = largest * u32::try_from(people).unwrap();
    let tickets = |place| (1..=enough).map(move |tickets| (place, tickets));
    let meet = |others: Vec<_>| {
        let places = (0..people).flat_map(tickets);
        places.map(|(place, tickets)| Situation { others: others.clone(), place, tickets }).collect::<Vec<_>>()
    };
    others.into_iter().flat_map(meet).collect()
}

/// Whether `said` names only numbers that are true, and leaves one out.
fn hides(said: &Tiers, truth: &Tiers) -> bool {
    said != truth && said.amounts().iter().all(|&amount| truth.accepts(amount))
}

#[test]
fn mira_gains_by_a_misreport_exactly_as_often_as_was_counted_elsewhere() {
    let oracles: Value = serde_json::from_str(include_str!("vectors/oracles.json")).unwrap();
    let sayable = every_request(4);
    let situations = situations(&sayable, 2);
    assert_eq!(situations.len() * sayable.len(), 3_600);
    // Whether limits by lot can be outwitted stands in a file of its own.
    for rule in Fill::ALL.into_iter().filter(|&rule| rule != Fill::Limit) {
        let gains = |truth: &Tiers| {
            situations.iter().filter(|situation| situation.rewards(rule, truth, |said| said != truth, &sayable)).count()
        };
        let all: usize = sayable.iter().map(gains).sum();
        assert_eq!(Value::from(all), oracles["manipulability"][rule.as_str()], "{}", rule.as_str());
    }
}

#[test]
fn nothing_mira_could_say_beats_the_truth_under_straight() {
    let sayable = every_request(3);
    for situation in situations(&sayable, 3) {
        for truth in &sayable {
            assert!(!situation.rewards(Fill::Straight, truth, |said| said != truth, &sayable), "{truth}");
        }
    }
}

#[test]
fn mira_never_gains_by_hiding_a_number_under_rising() {
    for (largest, people) in [(4, 2), (3, 3)] {
        let sayable = every_request(largest);
        for situation in situations(&sayable, people) {
            for truth in &sayable {
                assert!(!situation.rewards(Fill::Rising, truth, |said| hides(said, truth), &sayable), "{truth}");
            }
        }
    }
}

/// Mira and Noor accept two or one each, and there are three. Both are served, and the third ticket falls to who comes
/// first: a coin flip. Noor, saying that only two will do, takes two whoever comes first: Mira can be served with the
/// one that is left. Any rule that serves as many as possible, leaves no ticket and treats alike who ask alike has to.
#[test]
fn noor_who_hides_that_one_would_do_wins_the_coin_flip_under_most_people() {
    let (two_or_one, only_two) = (Tiers::from_set([2, 1]).unwrap(), Tiers::from_set([2]).unwrap());
    assert_eq!(given(Fill::MostPeople, &[&two_or_one, &two_or_one], 3), [2, 1]);
    assert_eq!(given(Fill::MostPeople, &[&two_or_one, &only_two], 3), [1, 2]);
    assert_eq!(given(Fill::MostPeople, &[&only_two, &two_or_one], 3), [2, 1]);
    // The same under turns. Under straight and rising it costs her, as the second, the one she would have had.
    assert_eq!(given(Fill::Turns, &[&two_or_one, &only_two], 3), [1, 2]);
    for rule in [Fill::Straight, Fill::Rising] {
        assert_eq!(given(rule, &[&two_or_one, &two_or_one], 3), [2, 1]);
        assert_eq!(given(rule, &[&two_or_one, &only_two], 3), [2, 0]);
    }
}

/// The most people anything could serve: every way of giving each none or a number they accept is tried.
fn most_that_can_be_served(tiers: &[Tiers], tickets: u32) -> usize {
    let Some((first, others)) = tiers.split_first() else { return 0 };
    let serving = first.amounts().iter().filter(|&&amount| amount <= tickets);
    let with = serving.map(|amount| 1 + most_that_can_be_served(others, tickets - amount)).max();
    with.unwrap_or(0).max(most_that_can_be_served(others, tickets))
}

proptest! {
    #[test]
    fn most_people_serves_as_many_as_anything_could(
        sets in prop::collection::vec(prop::collection::btree_set(1_u32..=6, 1..=3), 0..=6),
        tickets in 0_u32..=20,
    ) {
        let tiers: Vec<Tiers> = sets.into_iter().map(|set| Tiers::from_set(set).unwrap()).collect();
        let in_order: Vec<&Tiers> = tiers.iter().collect();
        let served = given(Fill::MostPeople, &in_order, tickets).into_iter().filter(|&given| given > 0).count();
        prop_assert_eq!(served, most_that_can_be_served(&tiers, tickets));
    }
}
