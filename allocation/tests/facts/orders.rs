//! Who is considered first.

use allocation::{Draw, Fill, Order, Request, Rule, Seed, Slips};
use proptest::prelude::*;

use super::{
    changed,
    lists::{drawn, list, secret, tiers},
    order, with,
};

/// The table of the order rules, read aloud.
fn by_the_table(draw: &Draw) -> Vec<&str> {
    let seed = Seed::new(draw.code(), draw.list(), &draw.randomness().text());
    let best_of = |request: &Request, slips| (1..=slips).map(|slip| seed.position(&request.label, slip)).min();
    let mut people: Vec<&Request> = draw.list().requests().iter().filter(|one| one.pinned.is_none()).collect();
    people.sort_by_key(|request| match draw.rule().order {
        Order::Equal => (0, best_of(request, 1)),
        Order::Slips => (0, best_of(request, request.slips.get())),
        Order::Balance => (-request.balance.get(), best_of(request, 1)),
        Order::FirstCome => (request.since.get(), best_of(request, 1)),
    });
    people.into_iter().map(|request| request.label.as_str()).collect()
}

proptest! {
    #[test]
    fn kofi_stands_where_the_table_puts_him(list in list(), secret in secret()) {
        for rule in Rule::all() {
            let draw = drawn(&list, rule, secret);
            prop_assert_eq!(order(&draw), by_the_table(&draw), "{}", rule);
        }
    }

    #[test]
    fn everyone_who_is_not_pinned_stands_in_the_order_once(list in list(), secret in secret()) {
        for rule in Rule::all() {
            let mut places = drawn(&list, rule, secret).run().order;
            places.sort_unstable();
            let unpinned = (0..).zip(list.requests()).filter(|(_, request)| request.pinned.is_none());
            prop_assert_eq!(places, unpinned.map(|(place, _)| place).collect::<Vec<u32>>());
        }
    }

    #[test]
    fn the_others_keep_their_sequence_when_chen_takes_his_request_out(
        list in list(),
        chen in any::<prop::sample::Index>(),
        secret in secret(),
    ) {
        prop_assume!(!list.requests().is_empty());
        let mut others = list.requests().to_vec();
        let chen = others.remove(chen.index(others.len())).label;
        let without = with(&list, others);
        for rule in Rule::all() {
            let (before, after) = (drawn(&list, rule, secret), drawn(&without, rule, secret));
            let expected: Vec<&str> = order(&before).into_iter().filter(|&label| label != chen.as_str()).collect();
            prop_assert_eq!(order(&after), expected, "{}", rule);
        }
    }

    #[test]
    fn what_dina_asks_for_does_not_move_her_in_the_order(
        list in list(),
        other_wishes in prop::collection::vec(tiers(), 12),
        secret in secret(),
    ) {
        let mut wishes = other_wishes.into_iter();
        let asking_otherwise = changed(&list, |request| request.tiers = wishes.next().unwrap());
        for rule in Rule::all() {
            let (one, other) = (drawn(&list, rule, secret), drawn(&asking_otherwise, rule, secret));
            prop_assert_eq!(order(&one), order(&other), "{}", rule);
        }
    }

    #[test]
    fn one_slip_for_everyone_is_the_equal_order(list in list(), secret in secret()) {
        let list = changed(&list, |request| request.slips = Slips::ONE);
        for fill in Fill::ALL {
            let [equal, slips] = [Order::Equal, Order::Slips].map(|order| drawn(&list, Rule { order, fill }, secret));
            prop_assert_eq!(equal.run(), slips.run());
        }
    }
}
