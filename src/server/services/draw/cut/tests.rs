use std::collections::HashSet;

use allocation::{
    ChainSecret, Draw, DrawNumber, Exact, Fill, Label, Order, Randomness, Request, RequestList, Rule, Slips, Tiers,
};

use super::{Cut, cut};
use crate::server::services::draw::places::{Place, Viewer, places};

/// What people accept, in the order in which they come; with a number, what the organizer gave them before.
type Asked<'a> = [(&'a [u32], Option<u32>)];

/// Everyone's place in a draw of these tickets; whoever stands first asked first.
fn drawn((order, fill): (Order, Fill), tickets: u32, asked: &Asked<'_>, seed: u8) -> Vec<Place> {
    let request = |(since, &(tiers, pinned)): (i64, &(&[u32], Option<u32>))| Request {
        label: Label::parse(&format!("p{since}")).unwrap(),
        tiers: Tiers::from_set(tiers.iter().copied()).unwrap(),
        slips: Slips::ONE,
        balance: Exact::default(),
        since: Exact::clamped(since),
        pinned,
    };
    let event = Label::parse("match").unwrap();
    let list = RequestList::new(event.clone(), tickets, (0..).zip(asked).map(request).collect()).unwrap();
    let secret = ChainSecret::new([seed; 32]);
    let opening = (secret.commitment(), DrawNumber::FIRST, secret.code(DrawNumber::FIRST));
    let rule = Rule { order, fill };
    let draw = Draw::new(list, rule, opening, Randomness::Nothing).unwrap();
    let nobody = Viewer { label: None, runs: false, finalized: true, moved: HashSet::new() };
    let (outcome, mut all) = places(&draw, &[], &nobody, &event);
    assert!(outcome.left <= tickets);
    for place in &mut all {
        place.kept = Some(place.drawn);
    }
    all
}

/// First come, first served.
const IN_TURN: (Order, Fill) = (Order::FirstCome, Fill::Straight);

/// The cut of such a draw, and what each was drawn.
fn of(fill: Fill, tickets: u32, asked: &[&[u32]]) -> (Option<Cut>, Vec<u32>) {
    let asked: Vec<_> = asked.iter().map(|&tiers| (tiers, None)).collect();
    let places = drawn((Order::FirstCome, fill), tickets, &asked, 7);
    (cut(&places, fill, tickets), places.iter().map(|place| place.drawn).collect())
}

const fn after(rank: usize) -> Cut {
    Cut { after: rank, none_left: true, since: false }
}

const fn too_few_after(rank: usize) -> Cut {
    Cut { after: rank, none_left: false, since: false }
}

#[test]
fn straight_it_is_where_the_last_got_tickets_also_if_someone_above_was_passed_over() {
    let straight = |tickets, asked: &[&[u32]]| of(Fill::Straight, tickets, asked);
    assert_eq!(straight(5, &[&[4], &[1], &[2], &[1]]), (Some(after(2)), vec![4, 1, 0, 0]));
    assert_eq!(straight(5, &[&[4], &[2], &[1], &[3]]), (Some(after(3)), vec![4, 0, 1, 0]));
    assert_eq!(straight(5, &[&[4], &[2], &[2]]), (Some(too_few_after(1)), vec![4, 0, 0]));
    assert_eq!(straight(5, &[&[4], &[2], &[1]]), (None, vec![4, 0, 1]), "the last got something");
    assert_eq!(straight(9, &[&[4], &[2]]), (None, vec![4, 2]), "there was enough");
}

#[test]
fn who_asks_for_more_than_there_ever_were_makes_no_cut() {
    assert_eq!(of(Fill::Straight, 5, &[&[2], &[6]]), (None, vec![2, 0]));
    assert_eq!(of(Fill::Straight, 5, &[&[5], &[6], &[1]]), (Some(after(1)), vec![5, 0, 0]));
    assert_eq!(of(Fill::Straight, 5, &[&[6], &[7]]), (None, vec![0, 0]), "nobody got any");
    assert_eq!(of(Fill::Straight, 5, &[]), (None, vec![]));
}

#[test]
fn in_turns_it_is_where_the_smallest_numbers_ended() {
    let turns = |tickets, asked: &[&[u32]]| of(Fill::Turns, tickets, asked);
    assert_eq!(turns(3, &[&[2, 1], &[1], &[4, 1], &[1]]), (Some(after(3)), vec![1, 1, 1, 0]));
    // What is too little for the third tops up the first.
    assert_eq!(turns(3, &[&[2, 1], &[1], &[4, 2]]), (Some(too_few_after(2)), vec![2, 1, 0]));
    assert_eq!(turns(3, &[&[4], &[1], &[2]]), (None, vec![0, 1, 2]));
}

#[test]
fn one_step_at_a_time_it_is_only_where_no_gap_is_above() {
    let rising = |tickets, asked: &[&[u32]]| of(Fill::Rising, tickets, asked);
    assert_eq!(rising(2, &[&[3, 1], &[2, 1], &[1], &[1]]), (Some(after(2)), vec![1, 1, 0, 0]));
    assert_eq!(rising(4, &[&[3, 1], &[2, 1], &[3]]), (Some(too_few_after(2)), vec![1, 2, 0]));
    // The second and the last went without for the same reason: nobody came as far as 4. Their places did not matter.
    assert_eq!(rising(2, &[&[1], &[4], &[1], &[4]]), (None, vec![1, 0, 1, 0]));
    let most = |tickets, asked: &[&[u32]]| of(Fill::MostPeople, tickets, asked);
    assert_eq!(most(2, &[&[1], &[1], &[1]]), (Some(after(2)), vec![1, 1, 0]));
    assert_eq!(most(2, &[&[2], &[1], &[1], &[2]]), (None, vec![0, 1, 1, 0]));
}

#[test]
fn within_a_limit_it_is_where_the_order_ended() {
    assert_eq!(of(Fill::Limit, 2, &[&[1], &[1], &[1], &[1]]), (Some(after(2)), vec![1, 1, 0, 0]));
    assert_eq!(of(Fill::Limit, 4, &[&[1], &[1]]), (None, vec![1, 1]));
    // The first is raised in the round without limits. At its own turn the second met tickets enough, and its limit.
    let (asked, mut met): (Vec<(&[u32], _)>, _) = (vec![(&[4, 1], None), (&[2], None)], 0);
    for seed in 0..60 {
        let places = drawn((Order::FirstCome, Fill::Limit), 4, &asked, seed);
        if places.iter().all(|place| place.why.unwrap().limit == Some(1)) {
            assert_eq!((cut(&places, Fill::Limit, 4), places[0].drawn, places[1].drawn), (None, 4, 0));
            met += 1;
        }
    }
    assert!(met > 0);
}

#[test]
fn below_a_cut_nobody_got_any_and_the_one_above_it_did_whatever_the_code() {
    let asked: Vec<(&[u32], Option<u32>)> = vec![
        (&[4, 2], None),
        (&[2], None),
        (&[3, 1], None),
        (&[3], Some(3)),
        (&[4], None),
        (&[2, 1], None),
        (&[1], None),
    ];
    let mut cuts = 0;
    for fill in [Fill::Straight, Fill::Turns, Fill::Rising, Fill::MostPeople, Fill::Limit] {
        for (seed, tickets) in (0..40).flat_map(|seed| (3..12).map(move |tickets| (seed, tickets))) {
            let places = drawn((Order::Equal, fill), tickets, &asked, seed);
            let order: Vec<_> = places.iter().filter(|place| place.why.is_some()).collect();
            let Some(cut) = cut(&places, fill, tickets) else { continue };
            let (above, below) = order.split_at(cut.after);
            assert!(above.last().unwrap().drawn > 0 && !below.is_empty());
            assert!(below.iter().all(|place| place.drawn == 0));
            cuts += 1;
        }
    }
    assert!(cuts > 100, "{cuts}");
}

#[test]
fn what_someone_below_got_later_is_told_apart() {
    let asked: Vec<(&[u32], _)> = vec![(&[1], None), (&[1], None), (&[1], None)];
    let mut places = drawn(IN_TURN, 1, &asked, 7);
    assert_eq!(cut(&places, Fill::Straight, 1), Some(after(1)));
    places[2].kept = Some(1);
    assert_eq!(cut(&places, Fill::Straight, 1), Some(Cut { after: 1, none_left: true, since: true }));
    places[2].kept = None;
    places[0].kept = Some(0);
    assert_eq!(cut(&places, Fill::Straight, 1), Some(after(1)), "what was given back does not move it");
}

#[test]
fn what_was_set_by_hand_has_no_place_and_moves_no_cut() {
    let asked: Vec<(&[u32], _)> = vec![(&[1], None), (&[2], Some(2)), (&[1], None)];
    let places = drawn(IN_TURN, 3, &asked, 7);
    assert_eq!(cut(&places, Fill::Straight, 3), Some(after(1)));
}

#[test]
fn what_was_left_after_a_turn_is_said_where_everyone_had_one() {
    let asked: Vec<(&[u32], _)> = vec![(&[4], None), (&[2], None), (&[1], None), (&[1], Some(1))];
    let mut places = drawn(IN_TURN, 6, &asked, 7);
    let left = |places: &[Place], fill| places.iter().map(|place| place.left(fill)).collect::<Vec<_>>();
    assert_eq!(left(&places, Fill::Straight), [Some(1), Some(1), Some(0), None]);
    assert_eq!(left(&places, Fill::Turns), [None; 4]);
    places[0].kept = Some(3);
    assert_eq!(left(&places, Fill::Straight)[0], None);
}
