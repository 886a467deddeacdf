//! What holds in every history after a result, whatever happens: there are never more tickets than there are, every offer
//! goes to whom a plain second implementation says, nobody is offered half of what they asked for, and what is touched shows.
//!
//! `TICKET_POOL_LEDGERS` says how many histories are made up; 1,000 when it is left out.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on says so by panicking")]

#[path = "histories/made_up.rs"]
mod made_up;
#[path = "histories/plainly.rs"]
mod plainly;

use std::collections::BTreeSet;

use allocation::{
    ChainSecret, Draw, DrawNumber, Exact, Label, PublicInput, Request, RequestList, Rule, Slips, Tiers,
    after::{Entry, Fields, Ledger, What},
};
use made_up::{Chance, history};
use plainly::Plainly;

fn draw(chance: &mut Chance, case: u64, rule: Rule) -> Draw {
    let request = |person: u32, chance: &mut Chance| Request {
        label: Label::parse(&format!("p{person}")).unwrap(),
        tiers: Tiers::from_set((0..=chance.below(6)).map(|_| 1 + chance.below(6)).collect::<BTreeSet<_>>()).unwrap(),
        slips: Slips::new(u64::from(1 + chance.below(4))).unwrap(),
        balance: Exact::clamped(i64::from(chance.below(3))),
        since: Exact::clamped(i64::from(chance.below(4))),
        pinned: chance.one_in(10).then_some(1),
    };
    let requests = (0..=chance.below(20)).map(|person| request(person, chance)).collect();
    let list = RequestList::new(Label::parse("history").unwrap(), 12 + chance.below(16), requests).unwrap();
    let (secret, number) = (ChainSecret::new([u8::try_from(case % 251).unwrap(); 32]), DrawNumber::FIRST);
    Draw::new(list, rule, (secret.commitment(), number, secret.code(number)), PublicInput::default()).unwrap()
}

#[test]
fn whatever_happens_after_a_result_is_counted_asked_and_told_right() {
    let histories = std::env::var("TICKET_POOL_LEDGERS").map_or(1_000, |count| count.parse().unwrap());
    let mut seen = BTreeSet::new();
    let (mut offers, mut partly_refused) = (0, 0);
    for (case, rule) in (0..histories).zip(Rule::all().collect::<Vec<_>>().into_iter().cycle()) {
        let mut chance = Chance(case);
        let draw = draw(&mut chance, case, rule);
        let made = history(&draw, &mut chance, 40);
        let mut again = Ledger::new(draw.list().event(), Some(&draw));
        let mut plainly = Plainly::new(&draw);
        for entry in made.entries() {
            seen.insert(entry.fields.what);
            nothing_else_is_accepted(&mut again, entry, &mut chance);
            let said = format!("history {case}, entry {}", entry.sequence);
            offers += plainly.expects(&draw, &again, entry, &said);
            again.replay(entry.clone()).unwrap();
            plainly.happens(&entry.fields);
            plainly.same_as(again.course(), &said);
        }
        partly_refused += plainly.partly_refused;
        assert_eq!(again.head(), made.head(), "history {case}");
        assert_eq!(format!("{:?}", again.course()), format!("{:?}", made.course()), "history {case}");
        again.check_end().unwrap();
    }
    // Or it would hold because nothing happens.
    assert_eq!(seen.len(), What::ALL.len(), "{seen:?}");
    assert!(
        offers >= histories && partly_refused > histories / 20,
        "{offers} offers, {partly_refused} of them after a no"
    );
}

/// Every single change of an entry is refused, and changes nothing.
fn nothing_else_is_accepted(ledger: &mut Ledger, entry: &Entry, chance: &mut Chance) {
    let Fields { at, number, time, reason, .. } = &entry.fields;
    let other = Label::parse("other").unwrap();
    let changes = [
        Fields { at: at + 1, ..entry.fields.clone() },
        Fields { what: if entry.fields.what == What::End { What::Start } else { What::End }, ..entry.fields.clone() },
        Fields { label: Some(other.clone()), ..entry.fields.clone() },
        Fields { to: Some(other), ..entry.fields.clone() },
        Fields { number: Some(number.map_or(0, |number| number + 1)), ..entry.fields.clone() },
        Fields { time: Some(time.map_or(0, |time| time - 1)), ..entry.fields.clone() },
        Fields { reason: format!("{reason} "), ..entry.fields.clone() },
    ];
    let before = ledger.head();
    for fields in changes {
        ledger.replay(Entry { fields, ..entry.clone() }).unwrap_err();
    }
    ledger.replay(Entry { sequence: entry.sequence + 1, ..entry.clone() }).unwrap_err();
    let mut hash = entry.hash;
    hash.0[chance.below(32) as usize] ^= 1;
    ledger.replay(Entry { hash, ..entry.clone() }).unwrap_err();
    assert_eq!(ledger.head(), before);
}
