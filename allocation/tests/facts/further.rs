//! Tickets that came back or were added.

use allocation::{Draw, Rule, Tiers};
use proptest::prelude::*;

use super::{
    changed,
    lists::{drawn, list, next_larger, secret},
    with,
};

/// What a person does after the draw.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Then {
    Stays,
    Withdraws,
    /// Keeps what is left of it.
    GivesBack(u32),
}

fn then() -> impl Strategy<Value = Then> {
    prop_oneof![3 => Just(Then::Stays), 1 => Just(Then::Withdraws), 1 => (1_u32..4).prop_map(Then::GivesBack)]
}

/// What stands after everyone did what they did, and what there is to give out.
fn returned(draw: &Draw, then: &[Then], added: u32) -> (Vec<u32>, u32) {
    let outcome = draw.run();
    let (mut given, mut left) = (outcome.allocated, outcome.left + added);
    for (given, then) in given.iter_mut().zip(then) {
        let back = match then {
            Then::Stays => 0,
            Then::Withdraws => *given,
            Then::GivesBack(back) => (*back).min(*given),
        };
        *given -= back;
        left += back;
    }
    (given, left)
}

proptest! {
    #[test]
    fn nobody_loses_by_what_igor_gives_back(
        list in list(),
        then in prop::collection::vec(then(), 12),
        added in 0_u32..10,
        secret in secret(),
    ) {
        for rule in Rule::all() {
            let draw = drawn(&list, rule, secret);
            let (before, to_give) = returned(&draw, &then, added);
            let mut after = before.clone();
            let left = draw.fill_further(&mut after, to_give, |place| then[place] == Then::Stays);
            prop_assert_eq!(after.iter().sum::<u32>() + left, before.iter().sum::<u32>() + to_give, "{}", rule);
            for (place, request) in list.requests().iter().enumerate() {
                let (before, after) = (before[place], after[place]);
                if then[place] != Then::Stays || request.pinned.is_some() {
                    prop_assert_eq!(after, before, "{} touches somebody who takes no part", rule);
                    continue;
                }
                prop_assert!(after >= before && request.tiers.accepts(after), "{}: {:?}", rule, request);
                let would_fit = next_larger(&request.tiers, after).is_some_and(|amount| amount - after <= left);
                prop_assert!(!would_fit, "{} leaves {} to {:?}, who has {}", rule, left, request, after);
            }
        }
    }

    #[test]
    fn giving_out_again_what_nobody_could_take_changes_nothing(list in list(), secret in secret()) {
        for rule in Rule::all() {
            let draw = drawn(&list, rule, secret);
            let outcome = draw.run();
            let mut given = outcome.allocated.clone();
            prop_assert_eq!(draw.fill_further(&mut given, outcome.left, |_| true), outcome.left);
            prop_assert_eq!(given, outcome.allocated, "{}", rule);
        }
    }

    #[test]
    fn giving_out_everything_further_is_the_draw(list in list(), secret in secret()) {
        for rule in Rule::all() {
            let draw = drawn(&list, rule, secret);
            let mut given: Vec<u32> = list.requests().iter().map(|request| request.pinned.unwrap_or(0)).collect();
            let left = draw.fill_further(&mut given, list.to_draw(), |_| true);
            let outcome = draw.run();
            prop_assert_eq!((given, left), (outcome.allocated, outcome.left), "{}", rule);
        }
    }

    /// Place and limit by lot depend on nobody else: among some it is as if only they had asked.
    #[test]
    fn giving_out_among_some_is_the_draw_of_a_list_of_them(
        list in list(),
        among in prop::collection::vec(any::<bool>(), 12),
        secret in secret(),
    ) {
        let mut some = among.iter();
        let mut fewer = list.requests().to_vec();
        fewer.retain(|request| *some.next().unwrap() && request.pinned.is_none());
        let fewer = with(&list, fewer);
        for rule in Rule::all() {
            let mut given = vec![0; list.requests().len()];
            let left = drawn(&list, rule, secret).fill_further(&mut given, list.tickets(), |place| among[place]);
            let outcome = drawn(&fewer, rule, secret).run();
            let theirs = list.requests().iter().zip(&given).zip(&among);
            let theirs: Vec<u32> =
                theirs.filter(|((one, _), among)| **among && one.pinned.is_none()).map(|((_, &given), _)| given).collect();
            prop_assert_eq!((theirs, left), (outcome.allocated, outcome.left), "{}", rule);
        }
    }

    /// Where everyone accepts every number up to their largest, tickets may come in two portions or at once. With gaps
    /// they may not: a portion too small for the first goes to the second.
    #[test]
    fn two_portions_are_as_good_as_one_where_jun_accepts_every_number(
        list in list(),
        (first, second) in (0_u32..15, 0_u32..15),
        secret in secret(),
    ) {
        let list = changed(&list, |request| request.tiers = Tiers::from_set(1..=request.tiers.first_choice()).unwrap());
        for rule in Rule::all() {
            let draw = drawn(&list, rule, secret);
            let (mut twice, mut once) = (vec![0; list.requests().len()], vec![0; list.requests().len()]);
            let between = draw.fill_further(&mut twice, first, |_| true);
            let left = draw.fill_further(&mut twice, between + second, |_| true);
            prop_assert_eq!(draw.fill_further(&mut once, first + second, |_| true), left);
            prop_assert_eq!(twice, once, "{}", rule);
        }
    }
}
