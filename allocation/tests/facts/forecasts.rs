//! What would happen, before it happens.

use allocation::{Exact, Fill, Forecast, Hash, Order, Request, Rule, forecast};
use proptest::prelude::*;

use super::{
    changed,
    lists::{drawn, list, secret},
};

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn a_forecast_asked_for_twice_is_the_same(list in list(), draws in 0_u32..20, seed in secret()) {
        let rules: Vec<Rule> = Rule::all().collect();
        let forecasts = forecast(&list, &rules, 0..draws, Hash(seed));
        prop_assert_eq!(&forecasts, &forecast(&list, &rules, 0..draws, Hash(seed)));
        let halves = [0..draws / 2, draws / 2..draws].map(|half| forecast(&list, &rules, half, Hash(seed)));
        let [first, second] = halves;
        let together: Vec<_> = first.into_iter().zip(&second).map(|(one, other)| one.and(other)).collect();
        prop_assert_eq!(&forecasts, &together);
        prop_assert_eq!(forecasts.iter().map(|forecast| forecast.rule).collect::<Vec<_>>(), rules);
    }

    #[test]
    fn a_rule_does_no_better_for_the_company_it_is_asked_about_in(
        list in list(),
        draws in 0_u32..20,
        seed in secret(),
    ) {
        let mut rules: Vec<Rule> = Rule::all().collect();
        rules.reverse();
        for (rule, among_all) in rules.iter().zip(forecast(&list, &rules, 0..draws, Hash(seed))) {
            prop_assert_eq!(forecast(&list, &[*rule], 0..draws, Hash(seed)), [among_all]);
        }
    }

    #[test]
    fn what_lena_has_pinned_she_gets_in_every_made_up_draw(list in list(), draws in 0_u32..20, seed in secret()) {
        for Forecast { chances, .. } in forecast(&list, &Rule::NAMED, 0..draws, Hash(seed)) {
            for (request, chance) in list.requests().iter().zip(chances) {
                if let Some(pinned) = request.pinned {
                    prop_assert_eq!(chance, if pinned > 0 { draws } else { 0 });
                }
            }
        }
    }

    #[test]
    fn sums_stay_within_what_the_draws_can_hold(list in list(), draws in 0_u32..20, seed in secret()) {
        let rules: Vec<Rule> = Rule::all().collect();
        for forecast in forecast(&list, &rules, 0..draws, Hash(seed)) {
            prop_assert_eq!(forecast.draws, draws);
            prop_assert_eq!(forecast.served, forecast.chances.iter().map(|&chance| u64::from(chance)).sum::<u64>());
            prop_assert!(forecast.chances.iter().all(|&chance| chance <= draws));
            prop_assert!(forecast.first_choices <= forecast.served);
            prop_assert!(forecast.left <= u64::from(draws) * u64::from(list.to_draw()));
        }
    }

    /// Where nobody ties, and there are no limits by lot, chance decides nothing: every made-up draw is the draw.
    #[test]
    fn where_nobody_asked_at_the_same_moment_first_come_leaves_nothing_to_chance(
        list in list(),
        draws in 0_u32..20,
        seed in secret(),
    ) {
        let mut moments = (0..).map(|moment| Exact::new(moment).unwrap());
        let list = changed(&list, |request| {
            request.since = moments.next().unwrap();
            request.balance = request.since;
        });
        let certain =
            |rule: &Rule| matches!(rule.order, Order::FirstCome | Order::Balance) && rule.fill != Fill::Limit;
        let rules: Vec<Rule> = Rule::all().filter(certain).collect();
        for forecast in forecast(&list, &rules, 0..draws, Hash(seed)) {
            let outcome = drawn(&list, forecast.rule, seed).run();
            let times = |people: usize| u64::try_from(people).unwrap() * u64::from(draws);
            let everybody = || list.requests().iter().zip(&outcome.allocated);
            let got_in = |(_, given): &(&Request, &u32)| **given > 0;
            let all_or_never = everybody().map(|one| if got_in(&one) { draws } else { 0 }).collect::<Vec<_>>();
            prop_assert_eq!(&forecast.chances, &all_or_never);
            prop_assert_eq!(forecast.served, times(everybody().filter(got_in).count()));
            let first_choice = |(request, given): &(&Request, &u32)| **given == request.tiers.first_choice();
            prop_assert_eq!(forecast.first_choices, times(everybody().filter(first_choice).count()));
            prop_assert_eq!(forecast.left, u64::from(outcome.left) * u64::from(draws));
        }
    }
}
