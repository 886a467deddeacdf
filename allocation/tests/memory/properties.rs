//! What is true of every season, made-up ones too.

use allocation::{
    Tiers,
    memory::{Entry, Part, Remembered, ledger, standing},
};
use proptest::prelude::*;

use super::plainly::{self, Event, State};

/// One person and one event. Every ticket passed on is taken by someone, which [`season`] sees to.
fn part() -> impl Strategy<Value = Part> {
    let amounts = prop::option::weighted(0.8, prop::collection::btree_set(1..=7_u32, 1..=4));
    let numbers = (0..=3_u32, 0..=2_u32, 0..=2_u32, 0..=1_u32, prop::bool::weighted(0.2));
    (amounts, numbers).prop_map(|(amounts, (given, accepted, passed, unused, excused))| {
        let asked = amounts.map(|amounts| Tiers::from_set(amounts).unwrap());
        Part { asked, given, accepted, passed, unused, excused }
    })
}

fn season() -> impl Strategy<Value = Vec<Event<u8>>> {
    let state = prop::sample::select(vec![
        State::Finalized,
        State::Finalized,
        State::Finalized,
        State::Reopened,
        State::Canceled,
        State::Binned,
        State::ImportedOdd,
    ]);
    let people = prop::collection::btree_map(0..8_u8, part(), 0..8);
    let event = (state, 0..=9_u32, people).prop_map(|(state, tickets, mut people)| {
        let mut taken: u32 = people.values().map(|part| part.accepted).sum();
        for part in people.values_mut() {
            part.passed = part.passed.min(taken);
            taken -= part.passed;
        }
        Event { state, happened: Remembered { tickets, people } }
    });
    prop::collection::vec(event, 0..8)
}

fn counting(season: &[Event<u8>]) -> Vec<Remembered<u8>> {
    season.iter().filter(|event| plainly::counts(event)).map(|event| event.happened.clone()).collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 10_000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_second_program_comes_to_the_same(season in season()) {
        let ledger = ledger(&counting(&season));
        for person in 0..8 {
            let standing = standing(&ledger, &person);
            prop_assert_eq!(standing.balance.get(), plainly::balance(&season, &person));
            prop_assert_eq!(u32::from(standing.slips().get()), plainly::slips(&season, &person));
        }
    }

    #[test]
    fn shares_add_up_to_what_is_out(season in season()) {
        for entry in ledger(&counting(&season)).iter().filter(|entry| entry.short) {
            let takes_part = entry.lines.values().filter(|line| line.part).count();
            prop_assert_eq!(takes_part, usize::try_from(entry.part).unwrap());
            let missing = 1_000 * i64::try_from(entry.out).unwrap() - entry.share() * i64::from(entry.part);
            prop_assert!((0..i64::from(entry.part)).contains(&missing), "{missing} of {}", entry.part);
        }
    }

    /// What one asks for beyond an amount that can be had decides whether an event was short, and nothing else.
    #[test]
    fn neither_hiding_an_amount_nor_asking_for_more_changes_a_share(
        season in season(), event in any::<prop::sample::Index>(), person in 0..8_u8, more in prop::collection::btree_set(1..=20_u32, 0..4),
    ) {
        let events = counting(&season);
        if events.is_empty() {
            return Ok(());
        }
        let mut otherwise = events.clone();
        let at = event.index(events.len());
        let tickets = events[at].tickets;
        let Some(part) = otherwise[at].people.get_mut(&person) else { return Ok(()) };
        let Some(asked) = part.asked.as_ref().filter(|asked| asked.smallest() <= tickets) else { return Ok(()) };
        let smallest = asked.smallest();
        let kept = more.into_iter().filter(|&amount| amount > smallest).chain([smallest]);
        part.asked = Some(Tiers::from_set(kept).unwrap());
        for (told, other) in ledger(&events).iter().zip(&ledger(&otherwise)) {
            prop_assert_eq!((told.out, told.part, told.share()), (other.out, other.part, other.share()));
            prop_assert_eq!(&told.lines, &other.lines);
        }
    }

    #[test]
    fn an_excused_event_takes_nothing_and_the_share_stays(
        season in season(), event in any::<prop::sample::Index>(), person in 0..8_u8,
    ) {
        let mut events = counting(&season);
        if events.is_empty() {
            return Ok(());
        }
        let at = event.index(events.len());
        let before = ledger(&events);
        let Some(part) = events[at].people.get_mut(&person) else { return Ok(()) };
        part.excused = true;
        let after = ledger(&events);
        prop_assert_eq!(after[at].lines.get(&person).map_or(0, |line| line.counted), 0);
        prop_assert_eq!(after[at].share(), before[at].share());
        let counted = before[at].lines.get(&person).map_or(0, |line| line.counted);
        let freed = standing(&after, &person).balance.get() - standing(&before, &person).balance.get();
        prop_assert_eq!(freed, if before[at].short { counted } else { 0 });
    }

    /// A line of one's own is enough; those of others are not looked at.
    #[test]
    fn whoever_has_the_entries_can_recompute_where_someone_stands(season in season(), person in 0..8_u8) {
        let ledger = ledger(&counting(&season));
        let own: Vec<_> = ledger.iter().map(|entry| {
            let lines = entry.lines.iter().filter(|&(&label, _)| label == person).map(|(&label, &line)| (label, line));
            Entry { lines: lines.collect(), ..*entry }
        }).collect();
        prop_assert_eq!(standing(&own, &person), standing(&ledger, &person));
    }
}
