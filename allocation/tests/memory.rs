//! What a season remembers, worked out by hand, against a second program, and by its properties.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on says so by panicking")]

#[path = "memory/plainly.rs"]
mod plainly;
#[path = "memory/properties.rs"]
mod properties;
#[path = "memory/record.rs"]
mod record;

use std::collections::BTreeMap;

use self::plainly::{Event, State};
use allocation::{
    Exact, MAX_EXACT, MAX_TICKETS, Standing, Tiers,
    memory::{Entry, Part, Remembered, Spread, ledger, spreads, standing},
};

type Happened = Remembered<&'static str>;

const ALL: [&str; 6] = ["Ada", "Ben", "Cleo", "Dan", "Eve", "Fay"];

fn asked(amounts: &[u32], given: u32) -> Part {
    let tiers = Tiers::from_set(amounts.iter().copied()).unwrap();
    Part { asked: Some(tiers), given, ..Part::default() }
}

fn event<const N: usize>(tickets: u32, people: [(&'static str, Part); N]) -> Happened {
    Remembered { tickets, people: people.into() }
}

fn one() -> Happened {
    let (ada, ben, cleo, dan) = (asked(&[4, 2, 1], 2), asked(&[2], 2), asked(&[1], 1), asked(&[2, 1], 1));
    event(6, [("Ada", ada), ("Ben", ben), ("Cleo", cleo), ("Dan", dan)])
}

/// Ben falls ill and gives his two back; Dan accepts one of them, the other finds nobody. Eve asks for more than there is.
fn two() -> Happened {
    let ben = Part { passed: 1, ..asked(&[2], 2) };
    let dan = Part { accepted: 1, ..asked(&[2, 1], 1) };
    event(4, [("Ben", ben), ("Cleo", asked(&[2, 1], 1)), ("Dan", dan), ("Eve", asked(&[5], 0))])
}

/// Eve joins. Cleo does not come and gives nothing back; Ada is ill and excused.
fn three() -> Happened {
    let ada = Part { passed: 1, excused: true, ..asked(&[2, 1], 2) };
    let cleo = Part { unused: 1, ..asked(&[1], 1) };
    let eve = Part { accepted: 1, ..asked(&[1], 0) };
    event(3, [("Ada", ada), ("Cleo", cleo), ("Eve", eve), ("Fay", asked(&[2], 0))])
}

fn balance(events: &[Happened], person: &'static str) -> i64 {
    standing(&ledger(events), &person).balance.get()
}

#[test]
fn the_worked_season_adds_up() {
    let ledger = ledger(&[one(), two(), three()]);
    // 6 tickets among the four of one; 4 among Ben, Cleo, Dan and, from one, Ada; 3 among Ada, Cleo, Eve, Fay, Ben and Dan.
    let shares: Vec<_> = ledger.iter().map(|entry| (entry.short, entry.out, entry.part, entry.share())).collect();
    assert_eq!(shares, [(true, 6, 4, 1_500), (true, 4, 4, 1_000), (true, 3, 6, 500)]);
    let standings = ALL.map(|person| standing(&ledger, &person));
    assert_eq!(
        standings.map(|standing| standing.balance.get()),
        [
            1_500 - 2_000 + 1_000 + 500,
            1_500 - 2_000 + 1_000 - 1_500 + 500,
            1_500 - 1_000 + 1_000 - 1_000 + 500 - 2_000,
            1_500 - 1_000 + 1_000 - 2_000 + 500,
            500 - 1_000,
            500,
        ]
    );
    assert_eq!(standings.map(|standing| standing.slips().get()), [1, 1, 1, 1, 1, 2]);
    assert_eq!(standings.map(|standing| standing.counting), [2, 2, 3, 2, 1, 1]);
    assert_eq!(standing(&ledger, &"Gus"), Standing::default());
}

/// With `two` gone, whoever asked for `one` takes part in `three`.
#[test]
fn an_event_that_was_canceled_is_as_if_it_had_never_been() {
    let season = |state| {
        let event = |state, happened: Happened| Event { state, happened };
        [event(State::Finalized, one()), event(state, two()), event(State::Finalized, three())]
    };
    let left = [one(), three()];
    for person in ALL {
        for state in [State::Canceled, State::Binned, State::ImportedOdd] {
            assert_eq!(plainly::balance(&season(state), &person), balance(&left, person));
        }
        assert_eq!(plainly::balance(&season(State::Reopened), &person), balance(&[one(), two(), three()], person));
    }
    assert_eq!(ALL.map(|person| balance(&left, person)), [0, 0, -1_000, 1_000, -500, 500]);
}

#[test]
fn asking_for_what_cannot_be_had_moves_nobody() {
    let mut more = one();
    more.people.insert("Zoe", asked(&[7], 0));
    for person in ["Ada", "Ben", "Cleo", "Dan", "Zoe"] {
        assert_eq!(balance(&[more.clone()], person), balance(&[one()], person));
    }
    assert_eq!(ledger(&[more.clone(), two()]), ledger(&[one(), two()]));
}

#[test]
fn what_ada_gives_back_lowers_nothing_until_someone_takes_it() {
    let counted = |event: Happened, person| ledger(&[event])[0].lines[person].counted;
    assert_eq!(counted(one(), "Ada"), 2_000);
    let mut taken = one();
    taken.people.get_mut("Ada").unwrap().passed = 1;
    taken.people.get_mut("Dan").unwrap().accepted = 1;
    assert_eq!((counted(taken.clone(), "Ada"), counted(taken.clone(), "Dan")), (1_500, 2_000));
    assert_eq!(ledger(&[taken])[0].out, 6);
}

#[test]
fn nobody_loses_or_wins_by_an_event_that_had_enough_for_everyone() {
    let enough = event(6, [("Ada", asked(&[4], 4)), ("Ben", asked(&[2], 2)), ("Cleo", asked(&[7], 0))]);
    let short = event(5, [("Ada", asked(&[5], 5)), ("Ben", asked(&[1], 0))]);
    assert!(!ledger(std::slice::from_ref(&enough))[0].short);
    let before = ledger(std::slice::from_ref(&short));
    let after = ledger(&[short, enough]);
    for person in ALL {
        assert_eq!(standing(&after, &person), standing(&before, &person));
    }
}

#[test]
fn ben_s_losses_go_on_past_an_excused_one_and_end_with_an_accepted_ticket() {
    let lost = || event(1, [("Ada", asked(&[1], 1)), ("Ben", asked(&[1], 0))]);
    let with = |part: Part| event(1, [("Ada", asked(&[1], 1)), ("Ben", part)]);
    let slips = |events: &[Happened]| standing(&ledger(events), &"Ben").slips().get();
    assert_eq!(slips(&[lost(), lost()]), 4);
    let excused = with(Part { excused: true, ..asked(&[1], 1) });
    assert_eq!(slips(&[lost(), excused, lost()]), 4);
    let accepted = with(Part { accepted: 1, ..asked(&[1], 0) });
    assert_eq!(slips(&[lost(), accepted.clone(), lost()]), 2);
    assert_eq!(slips(&[lost(), accepted]), 1);
    assert_eq!(slips(&vec![lost(); 9]), 64);
}

#[test]
fn whoever_had_a_ticket_without_asking_has_it_counted_but_no_share() {
    let gift =
        event(1, [("Ada", asked(&[1], 0)), ("Ben", asked(&[1], 0)), ("Gus", Part { given: 1, ..Part::default() })]);
    let line = ledger(std::slice::from_ref(&gift))[0].lines["Gus"];
    assert_eq!((line.part, line.met, line.got, line.counted), (false, false, 1, 1_000));
    assert_eq!((balance(std::slice::from_ref(&gift), "Gus"), balance(&[gift], "Ada")), (-1_000, 500));
}

/// The organizer took both tickets away after one had been passed on: what is left below nothing is theirs.
#[test]
fn a_correction_after_passing_on_leaves_less_than_nothing() {
    let mut event = one();
    *event.people.get_mut("Ben").unwrap() = Part { passed: 1, ..asked(&[2], 0) };
    event.people.get_mut("Dan").unwrap().accepted = 1;
    let entry = ledger(&[event]).remove(0);
    assert_eq!((entry.out, entry.lines["Ben"].counted), (4, -500));
}

#[test]
fn numbers_beyond_all_reason_stay_within_what_a_record_can_hold() {
    let most = Part { given: u32::MAX, accepted: u32::MAX, unused: u32::MAX, ..asked(&[1], 0) };
    let lucky = event(MAX_TICKETS, [("Ada", asked(&[1], 0)), ("Ben", most)]);
    let mut entry = ledger(&[lucky]).remove(0);
    assert_eq!((entry.out, entry.lines["Ben"].got), (2 * u64::from(u32::MAX), u32::MAX));
    assert_eq!(entry.lines["Ben"].counted, 3_000 * i64::from(u32::MAX));
    entry.short = true;
    for out in [1 << 53, u64::MAX] {
        entry.out = out;
        assert_eq!(entry.share(), MAX_EXACT);
    }
    let season = vec![entry; 2_000];
    assert_eq!(standing(&season, &"Ada").balance.get(), MAX_EXACT);
    assert_eq!(standing(&season, &"Ben").balance.get(), MAX_EXACT);
    let mut behind = season[..1].to_vec();
    behind[0].lines.get_mut("Ben").unwrap().counted = i64::MAX;
    assert_eq!(standing(&behind, &"Ben").balance.get(), -MAX_EXACT);
    assert_eq!(Entry::<&str> { short: true, out: 7, part: 0, lines: BTreeMap::new() }.share(), 7_000);
}

#[test]
fn how_far_apart_people_are_is_told_after_every_event() {
    let of = |balances: &[i64]| Spread::of(balances.iter().map(|&one| Exact::clamped(one)).collect());
    let told = |spread: Spread| (spread.people, spread.low.get(), spread.median.get(), spread.high.get());
    assert_eq!(told(of(&[])), (0, 0, 0, 0));
    assert_eq!(told(of(&[7])), (1, 7, 7, 7));
    assert_eq!(told(of(&[3, -1, 2])), (3, -1, 2, 3), "of a few the outermost count");
    assert_eq!(told(of(&(0..21).rev().collect::<Vec<_>>())), (21, 2, 10, 18));
    let events = [one(), two(), three()];
    let ledger = ledger(&events);
    let after: Vec<Spread> = spreads(&ledger);
    for (place, spread) in after.iter().enumerate() {
        let so_far = &ledger[..=place];
        let asked = |name: &&&str| so_far.iter().any(|entry| entry.lines.get(**name).is_some_and(|line| line.met));
        let balances = ALL.iter().filter(asked).map(|name| standing(so_far, name).balance);
        assert_eq!(*spread, Spread::of(balances.collect()), "after event {}", place + 1);
    }
    // Eve asked for more than there was: she is counted from the third event on.
    assert_eq!(after.iter().map(|spread| spread.people).collect::<Vec<_>>(), [4, 4, 6]);
}
