use allocation::{
    Hash,
    statement::{Contradiction, Kind, SigningKey, contradictions},
};

use super::{Site, three};

const PLAN: [(&str, &str); 4] =
    [("draw", "1"), ("rule", "equal.limit"), ("pins-digest", "p"), ("randomness", "drand c 1000")];
const DRAW: [(&str, &str); 5] = [
    ("draw", "1"),
    ("rule", "equal.limit"),
    ("code", "k"),
    ("pins-digest", "p"),
    ("randomness", "drand c 1000 signature"),
];

fn changed<const N: usize>(
    mut lines: [(&'static str, &'static str); N],
    key: &str,
    value: &'static str,
) -> [(&'static str, &'static str); N] {
    lines.iter_mut().filter(|(found, _)| *found == key).for_each(|line| line.1 = value);
    lines
}

fn said(site: &Site) -> Vec<String> {
    contradictions(std::slice::from_ref(&site.file)).iter().map(ToString::to_string).collect()
}

#[test]
fn one_history_contradicts_nothing() {
    let mut later = three();
    (later.first, later.before) = (2, three().links().next().unwrap().1);
    later.statements.remove(0);
    assert_eq!(contradictions(&[three(), later, three()]), []);
    let mut site = Site::new();
    site.say(Kind::Plan, Some("autumn"), &PLAN).say(Kind::Draw, Some("autumn"), &DRAW);
    site.say(Kind::Plan, Some("autumn"), &changed(PLAN, "draw", "2")).say(Kind::Plan, Some("winter"), &PLAN[..1]);
    site.say(Kind::Plan, Some("autumn"), &PLAN).say(Kind::Draw, None, &PLAN).say(
        Kind::Number,
        Some("autumn"),
        &PLAN[..1],
    );
    assert_eq!(said(&site), [""; 0]);
}

#[test]
fn two_histories_of_one_key_are_named_where_they_part() {
    let (mut ours, mut theirs) = (Site::new(), Site::new());
    for site in [&mut ours, &mut theirs] {
        site.say(Kind::Commitment, Some("autumn"), &[]);
    }
    ours.say(Kind::Receipt, Some("autumn"), &[]).say(Kind::Reopen, None, &[]);
    theirs.say(Kind::Withdrawal, Some("autumn"), &[]).say(Kind::Reopen, None, &[]);
    let links = [ours.file.links().nth(1).unwrap().1, theirs.file.links().nth(1).unwrap().1];
    let found = contradictions(&[three(), ours.file.clone(), theirs.file.clone()]);
    assert!(found.contains(&Contradiction::Links {
        files: [0, 1],
        number: 1,
        links: [three().links().next().unwrap().1, ours.file.links().next().unwrap().1]
    }));
    let found = contradictions(&[ours.file.clone(), theirs.file.clone()]);
    assert_eq!(found, [Contradiction::Links { files: [0, 1], number: 2, links }]);
    assert!(found[0].to_string().starts_with("statement 2: one file leads to the link "));
    // Of another key or another site it is no contradiction.
    theirs.file.key = SigningKey::from_seed([8; 32]).unwrap().public();
    assert_eq!(contradictions(&[ours.file.clone(), theirs.file.clone()]), []);
    theirs.file.key = ours.file.key;
    theirs.file.site = "https://other.example.org".into();
    assert_eq!(contradictions(&[ours.file, theirs.file]), []);
}

#[test]
fn what_came_before_a_part_has_to_be_the_same_too() {
    let (whole, mut part) = (three(), three());
    (part.first, part.before) = (3, Hash([5; 32]));
    part.statements.drain(..2);
    let links = [whole.links().nth(1).unwrap().1, Hash([5; 32])];
    assert_eq!(contradictions(&[whole, part]), [Contradiction::Links { files: [0, 1], number: 2, links }]);
}

#[test]
fn two_plans_or_two_draws_of_one_draw_are_named() {
    let mut site = Site::new();
    site.say(Kind::Plan, Some("autumn"), &PLAN);
    site.say(Kind::Plan, Some("autumn"), &changed(PLAN, "randomness", "drand c 1001"));
    site.say(Kind::Plan, Some("autumn"), &PLAN[..3]);
    site.say(Kind::Draw, Some("autumn"), &DRAW);
    site.say(Kind::Draw, Some("autumn"), &changed(DRAW, "code", "l"));
    let expected = [
        "event autumn, draw 1, randomness: statement 1 (plan) says drand c 1000, statement 2 (plan) says drand c 1001",
        "event autumn, draw 1, randomness: statement 1 (plan) says drand c 1000, statement 3 (plan) says nothing",
        "event autumn, draw 1, code: statement 4 (draw) says k, statement 5 (draw) says l",
    ];
    assert_eq!(said(&site), expected);
}

#[test]
fn a_draw_that_was_not_planned_so_is_named() {
    for (key, value, shown) in [
        ("rule", "balance.turns", "equal.limit"),
        ("pins-digest", "q", "p"),
        ("randomness", "drand c 10000 signature", "drand c 1000"),
        ("randomness", "none", "drand c 1000"),
    ] {
        let mut site = Site::new();
        site.say(Kind::Plan, Some("autumn"), &PLAN).say(Kind::Draw, Some("autumn"), &changed(DRAW, key, value));
        let expected =
            format!("event autumn, draw 1, {key}: statement 1 (plan) says {shown}, statement 2 (draw) says {value}");
        assert_eq!(said(&site), [expected]);
    }
}

#[test]
fn contradictions_are_found_across_files() {
    let mut site = Site::new();
    site.say(Kind::Plan, Some("autumn"), &PLAN).say(Kind::Plan, Some("autumn"), &changed(PLAN, "rule", "slips.turns"));
    let (mut one, mut other) = (site.file.clone(), site.file.clone());
    let links: Vec<_> = site.file.links().collect();
    one.statements.truncate(1);
    (other.first, other.before) = (2, links[0].1);
    other.statements.remove(0);
    assert_eq!(contradictions(&[one, other]).len(), 1);
}
