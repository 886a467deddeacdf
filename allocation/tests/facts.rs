//! What holds for every draw, whatever is asked for: held against lists nobody would think of.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on says so by panicking")]

#[path = "facts/forecasts.rs"]
mod forecasts;
#[path = "facts/further.rs"]
mod further;
#[path = "facts/lists.rs"]
mod lists;
#[path = "facts/orders.rs"]
mod orders;
#[path = "facts/reasons.rs"]
mod reasons;

use std::collections::BTreeMap;

use allocation::{Draw, Fill, Order, Request, RequestList, Rule, Tiers};
use lists::{drawn, list, next_larger, requests, secret};
use proptest::prelude::*;

/// Labels as drawn.
fn order(draw: &Draw) -> Vec<&str> {
    let requests = draw.list().requests();
    draw.run().order.iter().map(|&place| requests[place as usize].label.as_str()).collect()
}

/// What each is given, by label.
fn numbers(draw: &Draw) -> BTreeMap<&str, u32> {
    let labels = draw.list().requests().iter().map(|request| request.label.as_str());
    labels.zip(draw.run().allocated).collect()
}

/// The same event and tickets with other requests.
fn with(list: &RequestList, requests: Vec<Request>) -> RequestList {
    RequestList::new(list.event().clone(), list.tickets(), requests).unwrap()
}

/// The same list with everyone's request changed.
fn changed(list: &RequestList, change: impl FnMut(&mut Request)) -> RequestList {
    let mut requests = list.requests().to_vec();
    requests.iter_mut().for_each(change);
    with(list, requests)
}

proptest! {
    #[test]
    fn asha_gets_none_or_a_number_she_accepts_unless_it_was_pinned(list in list(), secret in secret()) {
        for rule in Rule::all() {
            let outcome = drawn(&list, rule, secret).run();
            prop_assert_eq!(outcome.allocated.len(), list.requests().len());
            for (request, &given) in list.requests().iter().zip(&outcome.allocated) {
                match request.pinned {
                    Some(pinned) => prop_assert_eq!(given, pinned, "{}", rule),
                    None => prop_assert!(request.tiers.accepts(given), "{} gives {} to {:?}", rule, given, request),
                }
            }
        }
    }

    #[test]
    fn no_ticket_is_lost_or_made(list in list(), secret in secret()) {
        for rule in Rule::all() {
            let outcome = drawn(&list, rule, secret).run();
            prop_assert_eq!(outcome.allocated.iter().sum::<u32>() + outcome.left, list.tickets(), "{}", rule);
        }
    }

    #[test]
    fn nothing_is_left_that_bela_could_have_used(list in list(), secret in secret()) {
        for rule in Rule::all() {
            let outcome = drawn(&list, rule, secret).run();
            for &place in &outcome.order {
                let (tiers, has) = (&list.requests()[place as usize].tiers, outcome.allocated[place as usize]);
                let would_fit = next_larger(tiers, has).is_some_and(|amount| amount - has <= outcome.left);
                prop_assert!(!would_fit, "{}: {} has {}, {} left", rule, tiers, has, outcome.left);
            }
        }
    }

    #[test]
    fn standing_first_in_the_file_helps_nobody(
        (list, shuffled) in (requests(), 0_u32..=30).prop_flat_map(|(requests, tickets)| {
            let list = lists::fitting(requests, tickets);
            (Just(list.clone()), Just(list.requests().to_vec()).prop_shuffle())
        }),
        secret in secret(),
    ) {
        let shuffled = with(&list, shuffled);
        prop_assert_eq!(list.digest(), shuffled.digest());
        for rule in Rule::all() {
            let (one, other) = (drawn(&list, rule, secret), drawn(&shuffled, rule, secret));
            prop_assert_eq!(order(&one), order(&other), "{}", rule);
            prop_assert_eq!(numbers(&one), numbers(&other), "{}", rule);
            prop_assert_eq!(one.run().left, other.run().left, "{}", rule);
        }
    }

    #[test]
    fn what_else_emil_accepts_does_not_decide_who_gets_in_under_turns(list in list(), secret in secret()) {
        let smallest_only =
            changed(&list, |request| request.tiers = Tiers::from_set([request.tiers.smallest()]).unwrap());
        for order in Order::ALL {
            let rule = Rule { order, fill: Fill::Turns };
            let got_in = |list| drawn(list, rule, secret).run().allocated.iter().map(|&n| n > 0).collect::<Vec<_>>();
            prop_assert_eq!(got_in(&list), got_in(&smallest_only), "{}", rule);
        }
    }

    /// With different smallest numbers someone further back can slip in where nobody larger fits; with one and the same
    /// the order alone decides.
    #[test]
    fn where_all_would_start_with_the_same_number_the_first_in_the_order_get_in_under_turns(
        list in list(),
        smallest in 1_u32..=4,
        secret in secret(),
    ) {
        let list = changed(&list, |request| {
            let larger = request.tiers.amounts().iter().copied().filter(|&amount| amount > smallest);
            request.tiers = Tiers::from_set(larger.chain([smallest])).unwrap();
        });
        let room = (list.to_draw() / smallest) as usize;
        for order in Order::ALL {
            let outcome = drawn(&list, Rule { order, fill: Fill::Turns }, secret).run();
            for (rank, &place) in outcome.order.iter().enumerate() {
                prop_assert_eq!(outcome.allocated[place as usize] > 0, rank < room);
            }
        }
    }
}
