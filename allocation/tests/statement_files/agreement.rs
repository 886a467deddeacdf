use allocation::{
    BeaconRound, ChainSecret, Draw, DrawNumber, Exact, Fill, Label, Order, PublicInput, Randomness, Record, Request,
    RequestList, Rule, SeasonLedger, Slips, Tiers,
    beacon::Round,
    statement::{Compared, Facts, Kind, against, against_record, contradictions, randomness_name, rule_name},
};

use super::{Site, signing::Beacon};

fn list(season: bool) -> RequestList {
    let request = |name: &str, rank, pinned| Request {
        label: Label::parse(name).unwrap(),
        tiers: Tiers::descending(vec![2, 1]).unwrap(),
        slips: Slips::ONE,
        balance: Exact::default(),
        since: Exact::new(rank).unwrap(),
        pinned,
    };
    let requests = vec![request("asha", 1, None), request("bela", 2, Some(1))];
    let event = Label::parse("autumn").unwrap();
    if season {
        RequestList::with_season(event, 4, requests, SeasonLedger::default()).unwrap()
    } else {
        RequestList::new(event, 4, requests).unwrap()
    }
}

fn record(order: Order, number: u64, randomness: Randomness, list: RequestList) -> Record {
    let (secret, number) = (ChainSecret::new([7; 32]), DrawNumber::new(number).unwrap());
    let opening = (secret.commitment(), number, secret.code(number));
    let draw = Draw::new(list, Rule { order, fill: Fill::Turns }, opening, randomness).unwrap();
    Record { draw, claimed: None, after: None }
}

fn round() -> Randomness {
    let beacon = Beacon::new("ours", 1_000, 3);
    let round = Round::new(1_000).unwrap();
    Randomness::Beacon(BeaconRound::verified(&beacon.chain, round, beacon.sign(round)).unwrap())
}

fn typed(name: &str) -> Randomness {
    Randomness::Typed { name: name.into(), text: PublicInput::parse("3 9 = 17").unwrap() }
}

type Lines = Vec<(&'static str, String)>;

/// All that a site says of a draw, as it is.
fn history(record: &Record) -> Vec<(Kind, Lines)> {
    let draw = &record.draw;
    let list = draw.list();
    let announced = match draw.randomness() {
        Randomness::Nothing => "none".to_owned(),
        Randomness::Typed { name, .. } => format!("typed {name}"),
        Randomness::Beacon(round) => format!("drand {} {}", round.chain(), round.round()),
    };
    let digests: Lines = vec![
        ("requests-digest", list.digest().to_string()),
        ("season-digest", list.season_digest().map_or_else(String::new, |digest| digest.to_string())),
        ("ranks-digest", list.ranks_digest().to_string()),
    ];
    let mut fixed: Lines = vec![("draw", draw.number().to_string()), ("rule", rule_name(draw.rule()))];
    fixed.extend([("commitment", draw.commitment().to_string()), ("pins-digest", list.pins_digest().to_string())]);
    fixed.extend(digests.clone());
    let plan = [fixed.clone(), vec![("randomness", announced.clone())]].concat();
    let drawn = vec![("code", draw.code().to_string()), ("randomness", randomness_name(draw.randomness()))];
    let counts = vec![("tickets", list.tickets().to_string()), ("requests", list.requests().len().to_string())];
    vec![
        (Kind::Commitment, vec![("commitment", draw.commitment().to_string()), ("randomness", announced)]),
        (Kind::Close, [digests, counts].concat()),
        (Kind::Plan, plan),
        (Kind::Draw, [fixed, drawn].concat()),
    ]
}

fn site(history: &[(Kind, Lines)]) -> Site {
    let mut site = Site::new();
    for (kind, lines) in history {
        let lines: Vec<(&str, &str)> = lines.iter().map(|(key, value)| (*key, value.as_str())).collect();
        site.say(*kind, Some("autumn"), &lines);
    }
    site
}

fn compared(history: &[(Kind, Lines)], record: &Record) -> Compared {
    against_record(&site(history).file, record)
}

fn differences(history: &[(Kind, Lines)], record: &Record) -> Vec<(u64, &'static str)> {
    compared(history, record).differences.iter().map(|one| (one.number, one.key)).collect()
}

#[test]
fn what_was_said_agrees_with_the_record() {
    for order in Order::ALL {
        for randomness in [Randomness::Nothing, typed("Lottery = numbers"), round()] {
            let record = record(order, 1, randomness, list(true));
            let expected = [(1, Kind::Commitment), (2, Kind::Close), (3, Kind::Plan), (4, Kind::Draw)];
            let found = compared(&history(&record), &record);
            assert_eq!(found, Compared { agree: expected.into(), differences: vec![] });
            let words = "statements 1 (commitment), 2 (close), 3 (plan), 4 (draw) say what the record says";
            assert_eq!(found.summary(), words);
        }
    }
}

/// Each line of each statement, changed, is named, unless the record has nothing to hold against it.
#[test]
fn every_line_counts() {
    for (order, unused) in [
        (Order::Balance, &["ranks-digest"][..]),
        (Order::Slips, &["ranks-digest"]),
        (Order::FirstCome, &["season-digest"]),
        (Order::Equal, &["season-digest", "ranks-digest"]),
    ] {
        let record = record(order, 1, round(), list(true));
        let all = history(&record);
        for (place, (_, lines)) in all.iter().enumerate() {
            for (which, (key, _)) in lines.iter().enumerate().filter(|(_, (key, _))| *key != "draw") {
                let number = place as u64 + 1;
                let expected = if unused.contains(key) { vec![] } else { vec![(number, *key)] };
                let mut changed = all.clone();
                changed[place].1[which].1.push('0');
                // A draw may be settled after the round that was announced for its event.
                let another_round = place == 0 && *key == "randomness";
                let of_change = if another_round { vec![] } else { expected.clone() };
                assert_eq!(differences(&changed, &record), of_change, "{order:?}, {key} changed");
                changed[place].1.remove(which);
                assert_eq!(differences(&changed, &record), expected, "{order:?}, {key} left out");
            }
        }
    }
}

#[test]
fn an_event_announced_for_another_chain_is_named() {
    let record = record(Order::Equal, 1, round(), list(true));
    let mut all = history(&record);
    let announced = &mut all[0].1.iter_mut().find(|(key, _)| *key == "randomness").unwrap().1;
    *announced = format!("drand {} 7", "0".repeat(64));
    assert_eq!(differences(&all, &record), [(1, "randomness")]);
    all[0].1.iter_mut().find(|(key, _)| *key == "randomness").unwrap().1 = "none".into();
    assert_eq!(differences(&all, &record), [(1, "randomness")]);
}

/// Requests were opened again after a draw was settled: what is settled then is another draw under the same number.
#[test]
fn a_plan_that_was_called_off_counts_no_more_and_one_that_was_not_does() {
    for end in [Kind::Reopen, Kind::Cancel] {
        let record = record(Order::Equal, 1, round(), list(true));
        let all = history(&record);
        let mut earlier = all[2].clone();
        earlier.1.iter_mut().find(|(key, _)| *key == "requests-digest").unwrap().1 = "0".repeat(64);
        let called_off = [&all[..2], &[earlier.clone(), (end, vec![])], &all[1..]].concat();
        assert_eq!(differences(&called_off, &record), []);
        assert_eq!(contradictions(&[site(&called_off).file]), Vec::new());
        let twice = [&all[..2], &[earlier], &all[2..]].concat();
        assert_eq!(differences(&twice, &record), [(3, "requests-digest")]);
        assert_eq!(contradictions(&[site(&twice).file]).len(), 2, "with the other plan, and with the draw");
        // What comes after the draw calls off nothing.
        let after = [&all[..], &[(end, vec![])]].concat();
        assert_eq!(compared(&after, &record).agree.len(), 4);
    }
}

#[test]
fn a_difference_is_told_with_both_sides() {
    let record = record(Order::Equal, 1, Randomness::Nothing, list(true));
    let mut all = history(&record);
    all[3].1[1].1 = "balance.turns".into();
    all[1].1.pop();
    let said: Vec<String> = compared(&all, &record).differences.iter().map(ToString::to_string).collect();
    let expected = [
        "statement 2 (close), requests: the statement says nothing, the record says 2",
        "statement 4 (draw), rule: the statement says balance.turns, the record says equal.turns",
    ];
    assert_eq!(said, expected);
}

#[test]
fn other_events_and_other_draws_are_passed_over() {
    let drawn = record(Order::Equal, 1, Randomness::Nothing, list(true));
    let mut all = history(&drawn);
    all[2].1[0].1 = "2".into();
    all[3].1[0].1 = "3".into();
    assert_eq!(compared(&all, &drawn).agree, [(1, Kind::Commitment), (2, Kind::Close)]);
    let mut other = Site::new();
    other.say(Kind::Draw, Some("winter"), &[("draw", "1")]).say(Kind::Draw, None, &[("draw", "1")]);
    assert_eq!(against_record(&other.file, &drawn), Compared::default());
    assert_eq!(Compared::default().summary(), "no statement says what the record says");
    // Without a number it could be any.
    all[3].1.remove(0);
    assert_eq!(differences(&all, &drawn), [(4, "draw")]);
}

#[test]
fn a_commitment_cannot_be_swapped_and_the_last_close_before_the_draw_counts() {
    let record = record(Order::Equal, 1, Randomness::Nothing, list(true));
    let all = history(&record);
    let (mut swapped, mut reopened) = (all.clone(), all.clone());
    swapped.insert(0, (Kind::Commitment, vec![("commitment", "other".into()), ("randomness", "typed x".into())]));
    assert_eq!(differences(&swapped, &record), [(1, "commitment")]);
    reopened.insert(1, (Kind::Close, vec![("requests-digest", "other".into())]));
    assert_eq!(differences(&reopened, &record), []);
    let mut later = all.clone();
    later.push((Kind::Close, vec![("requests-digest", "other".into())]));
    assert_eq!(differences(&later, &record), []);
    // Nothing was drawn yet, as far as the file goes.
    assert_eq!(differences(&[&all[..2], &reopened[1..2]].concat(), &record).len(), 3);
}

/// A new draw says for itself why its list is another; a close since the draw before it counts again.
#[test]
fn a_new_draw_may_have_another_list() {
    let second = record(Order::Equal, 2, round(), list(true));
    let first = record(Order::Equal, 1, typed("Lottery"), list(false));
    let (mut all, again) = (history(&first), history(&second));
    all.extend_from_slice(&again[2..]);
    assert_eq!(differences(&all, &second), []);
    let mut closed = all.clone();
    closed.insert(4, again[1].clone());
    assert_eq!(differences(&closed, &second), []);
    closed[4].1[0].1 = "other".into();
    assert_eq!(differences(&closed, &second), [(5, "requests-digest")]);
}

/// Format 1 does not keep what was announced.
#[test]
fn a_record_of_format_one_fits_whatever_name_was_announced() {
    let first = record(Order::Equal, 1, typed(""), list(false));
    let said = history(&record(Order::Equal, 1, typed("Lottery = numbers"), list(false)));
    assert_eq!(differences(&said, &first), []);
    let mut other = said.clone();
    let last = other[3].1.last_mut().unwrap();
    last.1 = "typed Lottery = numbers = 3 9 = 18".into();
    assert_eq!(differences(&other, &first), [(4, "randomness")]);
    other[3].1.last_mut().unwrap().1 = "typed Lottery numbers 3 9 = 17".into();
    assert_eq!(differences(&other, &first), [(4, "randomness")]);
    other[3].1.last_mut().unwrap().1 = "none".into();
    other[0].1[1].1 = "none".into();
    assert_eq!(differences(&other, &first), [(1, "randomness"), (4, "randomness")]);
    // Format 2 keeps it: an empty one is another.
    let second = record(Order::Equal, 1, typed(""), list(true));
    let said = history(&record(Order::Equal, 1, typed("Lottery"), list(true)));
    assert_eq!(differences(&said, &second), [(1, "randomness"), (3, "randomness"), (4, "randomness")]);
}

#[test]
fn facts_are_printed_and_read() {
    for randomness in [Randomness::Nothing, typed("a: b = c"), round()] {
        for list in [list(false), list(true)] {
            let record = record(Order::FirstCome, 3, randomness.clone(), list);
            let facts = Facts::of(&record);
            assert_eq!(Facts::parse(&facts.to_string()), Some(facts.clone()));
            let file = site(&history(&record)).file;
            assert_eq!(against(&file, &facts), against_record(&file, &record));
        }
    }
    for wrong in
        ["", "event: autumn", "event: a b\ndraw: 1\n", "event: autumn\ndraw: 32\n", "event: autumn\n", "draw: 1\n"]
    {
        assert_eq!(Facts::parse(wrong), None, "{wrong:?}");
    }
}
