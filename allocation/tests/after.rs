//! What becomes of tickets after the result: stories of a town, and what holds for every history.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on says so by panicking")]

use allocation::{
    ChainSecret, Draw, DrawNumber, Exact, Fill, Label, Order, PublicInput, Request, RequestList, Rule, Slips, Tiers,
    after::{DAY, Fields, Ledger, Next, What, Wrong},
};

const HOUR: i64 = DAY / 24;
/// When the event begins.
const START: i64 = 20 * DAY;

fn label(name: &str) -> Label {
    Label::parse(name).unwrap()
}

/// First come, first served, so that everyone knows who is next.
fn draw(tickets: u32, people: &[(&str, &[u32])]) -> Draw {
    let request = |(since, (name, amounts)): (i64, &(&str, &[u32]))| Request {
        label: label(name),
        tiers: Tiers::from_set(amounts.iter().copied()).unwrap(),
        slips: Slips::ONE,
        balance: Exact::default(),
        since: Exact::new(since).unwrap(),
        pinned: None,
    };
    let list = RequestList::new(label("concert"), tickets, (1..).zip(people).map(request).collect()).unwrap();
    let secret = ChainSecret::new([7; 32]);
    let number = DrawNumber::new(1).unwrap();
    let opening = (secret.commitment(), number, secret.code(number));
    let rule = Rule { order: Order::FirstCome, fill: Fill::Straight };
    Draw::new(list, rule, opening, PublicInput::default()).unwrap()
}

/// A ledger that begins with the result of the draw.
fn begun(draw: &Draw) -> Ledger {
    let mut ledger = Ledger::new(draw.list().event(), Some(draw));
    ledger.add(Fields::new(What::Start, 0).number(draw.list().tickets()).time(START)).unwrap();
    for (request, given) in draw.list().requests().iter().zip(draw.run().allocated) {
        ledger.add(Fields::new(What::Has, 0).label(&request.label).number(given)).unwrap();
    }
    ledger
}

fn does(what: What, at: i64, who: &str) -> Fields {
    Fields::new(what, at).label(&label(who))
}

/// Lets follow what follows by itself, and says what did.
fn settle(ledger: &mut Ledger, at: i64) -> Vec<(String, u32)> {
    let mut came = Vec::new();
    while let Some(next) = ledger.course().next(at) {
        let (who, number, fields) = match next {
            Next::Offer(who, number) => {
                (who.to_string(), number, Fields::new(What::Offer, at).label(&who).number(number).time(at + HOUR))
            }
            Next::Table(number) => ("the table".to_owned(), number, Fields::new(What::Table, at).number(number)),
        };
        ledger.add(fields).unwrap();
        came.push((who, number));
    }
    came
}

fn expected(came: &[(&str, u32)]) -> Vec<(String, u32)> {
    came.iter().map(|&(who, number)| (who.to_owned(), number)).collect()
}

#[test]
fn two_that_asha_gives_back_go_to_bram_who_is_next_and_then_to_chloe() {
    let draw = draw(4, &[("asha", &[4]), ("bram", &[2, 1]), ("chloe", &[2])]);
    let mut ledger = begun(&draw);
    assert_eq!(settle(&mut ledger, HOUR), []);
    ledger.add(does(What::Return, HOUR, "asha").number(2)).unwrap();
    assert_eq!(settle(&mut ledger, HOUR), expected(&[("bram", 2)]));
    ledger.add(does(What::Decline, 2 * HOUR - 1, "bram")).unwrap();
    assert_eq!(settle(&mut ledger, 2 * HOUR), expected(&[("chloe", 2)]));
    ledger.add(does(What::Take, 3 * HOUR - 1, "chloe")).unwrap();
    assert_eq!(settle(&mut ledger, 3 * HOUR), []);
    let course = ledger.course();
    let (asha, chloe) = (course.holder(&label("asha")), course.holder(&label("chloe")));
    assert_eq!((asha.held, asha.passed, chloe.held, chloe.accepted), (2, 2, 2, 2));
    let mut again = Ledger::new(draw.list().event(), Some(&draw));
    for entry in ledger.entries() {
        again.replay(entry.clone()).unwrap();
    }
    assert_eq!(again.head(), ledger.head());
    again.check_end().unwrap();
}

#[test]
fn one_that_nobody_takes_alone_waits_for_a_second_until_the_table_opens() {
    let draw = draw(3, &[("asha", &[3]), ("bram", &[2]), ("chloe", &[2])]);
    let mut ledger = begun(&draw);
    ledger.add(does(What::Return, HOUR, "asha").number(1)).unwrap();
    assert_eq!(settle(&mut ledger, HOUR), []);
    ledger.add(does(What::Return, 2 * HOUR, "asha").number(1)).unwrap();
    assert_eq!(settle(&mut ledger, 2 * HOUR), expected(&[("bram", 2)]));
    ledger.add(does(What::Lapse, 3 * HOUR, "bram")).unwrap();
    assert_eq!(settle(&mut ledger, 3 * HOUR), expected(&[("chloe", 2)]));
    ledger.add(does(What::Take, 3 * HOUR + 1, "chloe")).unwrap();
    ledger.add(does(What::Return, 4 * HOUR, "asha").number(1)).unwrap();
    // Nobody is left in line.
    assert_eq!(settle(&mut ledger, 4 * HOUR), expected(&[("the table", 1)]));
    ledger.add(does(What::Claim, 5 * HOUR, "dan").number(1)).unwrap();
    assert_eq!((ledger.course().held(), ledger.course().table()), (3, 0));
}

#[test]
fn whoever_declines_less_than_their_best_keeps_their_place_for_more() {
    let draw = draw(4, &[("asha", &[4]), ("bram", &[4, 2]), ("chloe", &[1])]);
    let mut ledger = begun(&draw);
    ledger.add(does(What::Return, HOUR, "asha").number(2)).unwrap();
    assert_eq!(settle(&mut ledger, HOUR), expected(&[("bram", 2)]));
    ledger.add(does(What::Decline, HOUR, "bram")).unwrap();
    assert_eq!(settle(&mut ledger, HOUR), expected(&[("chloe", 1)]));
    ledger.add(does(What::Decline, HOUR, "chloe")).unwrap();
    // Two are free, and Bram waits for four.
    assert_eq!(settle(&mut ledger, HOUR), []);
    ledger.add(does(What::Return, 2 * HOUR, "asha").number(2)).unwrap();
    assert_eq!(settle(&mut ledger, 2 * HOUR), expected(&[("bram", 4)]));
}

#[test]
fn the_time_to_answer_ends_to_the_millisecond_and_only_what_follows_is_accepted() {
    let draw = draw(2, &[("asha", &[2]), ("bram", &[2]), ("chloe", &[2])]);
    let mut ledger = begun(&draw);
    ledger.add(does(What::Return, HOUR, "asha").number(2)).unwrap();
    let to_chloe = does(What::Offer, HOUR, "chloe").number(2).time(2 * HOUR);
    assert_eq!(ledger.add(to_chloe).unwrap_err(), Wrong::First(Next::Offer(label("bram"), 2)));
    let unsettled = does(What::Return, HOUR, "chloe").number(1);
    assert!(matches!(ledger.add(unsettled), Err(Wrong::First(_))));
    settle(&mut ledger, HOUR);
    assert_eq!(ledger.add(does(What::Take, 2 * HOUR, "bram")).unwrap_err(), Wrong::Time(2 * HOUR));
    assert_eq!(ledger.add(does(What::Lapse, 2 * HOUR - 1, "bram")).unwrap_err(), Wrong::Time(2 * HOUR));
    ledger.add(does(What::Take, 2 * HOUR - 1, "bram")).unwrap();
    assert_eq!(ledger.add(does(What::Take, 2 * HOUR, "bram")).unwrap_err(), Wrong::NoOffer(label("bram")));
    let mut forged = ledger.entries().to_vec();
    forged[1].fields.number = Some(1);
    let mut again = Ledger::new(draw.list().event(), Some(&draw));
    again.replay(forged.remove(0)).unwrap();
    assert!(matches!(again.replay(forged.remove(0)), Err(Wrong::Hash { .. })));
}

#[test]
fn whoever_hands_theirs_on_is_not_offered_them_again() {
    let draw = draw(4, &[("asha", &[2]), ("bram", &[2]), ("chloe", &[2])]);
    let mut ledger = begun(&draw);
    ledger.add(does(What::Hand, HOUR, "asha").to(&label("dan")).number(2)).unwrap();
    ledger.add(does(What::Return, HOUR, "bram").number(2)).unwrap();
    // Asha has none again, and is first in line.
    assert_eq!(settle(&mut ledger, HOUR), expected(&[("chloe", 2)]));
    assert_eq!(ledger.course().holder(&label("dan")).received, 2);
}
