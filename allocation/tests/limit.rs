//! The fill with limits by lot: worked records, the chance of a limit, and that hiding a number never helps.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on says so by panicking")]

use allocation::{
    Exact, Fill, Hash, Label, Order, Record, Request, RequestList, Rule, Seed, Slips, Tiers, fill, forecast,
    limit_by_lot, write_record,
};
use proptest::prelude::*;
use serde_json::{Value, json};

fn tiers(amounts: &[u32]) -> Tiers {
    Tiers::from_set(amounts.iter().copied()).unwrap()
}

/// What each is given, by rank, and what is left.
fn given(rule: Fill, in_order: &[&Tiers], limits: &[u64], tickets: u32) -> (Vec<u32>, u32) {
    let mut given = vec![0; in_order.len()];
    let left = fill(rule, in_order, |rank| limits[rank], &mut given, tickets, &mut ());
    (given, left)
}

#[test]
fn both_worked_records_come_out_to_the_byte() {
    let records: Vec<Value> = serde_json::from_str(include_str!("vectors/limit.json")).unwrap();
    assert_eq!(records.len(), 2);
    for value in records {
        let record = Record::read(value.to_string().as_bytes()).unwrap();
        assert_eq!(record.check(&mut ()), Some(vec![]));
        let (draw, outcome) = (&record.draw, record.draw.run());
        assert_eq!(outcome.digest.to_string(), value["result"]["requests_digest"]);
        let seed = Seed::new(draw.code(), draw.list(), &draw.randomness().text());
        let requests = draw.list().requests().iter().filter(|request| request.pinned.is_none());
        let limits = requests.map(|one| (one.label.to_string(), limit_by_lot(&seed.position(&one.label, 1)).into()));
        let notes = [("limits".to_owned(), Value::Object(limits.collect()))].into_iter().collect();
        assert_eq!(serde_json::from_str::<Value>(&write_record(draw, &outcome, &notes)).unwrap(), value);
        let by_place = |place: u32| value["limits"][draw.list().requests()[place as usize].label.as_str()].as_u64();
        assert!(draw.reasons().iter().all(|reason| reason.limit == by_place(reason.place)));
    }
}

/// The five people of `docs/DRAW.md`.
#[test]
fn eve_is_kept_back_by_her_limit_and_ada_gets_the_rest_of_her_six() {
    let [eve, ada, cleo, ben, dan] = [&[5][..], &[6, 4, 2], &[2, 1], &[3], &[1]].map(tiers);
    let in_order = [&eve, &ada, &cleo, &ben, &dan];
    assert_eq!(given(Fill::Limit, &in_order, &[1, 4, 1, 2, 3], 9), (vec![0, 6, 2, 0, 1], 0));
    assert_eq!(given(Fill::Limit, &in_order, &[5; 5], 9), given(Fill::Straight, &in_order, &[5; 5], 9));
}

#[test]
fn a_limit_is_at_least_k_for_one_in_k() {
    let limit = |last_four: u32| {
        let mut position = [0xa5; 32];
        position[28..].copy_from_slice(&last_four.to_be_bytes());
        limit_by_lot(&position)
    };
    assert_eq!((limit(0), limit(u32::MAX)), (1 << 32, 1));
    // Of the 2^32 endings, `floor(2^32 / k)` have a limit of at least k: those below this number.
    for k in (2..2_000).chain([65_535, 65_536, 65_537, 1_000_000, 1 << 31, u32::MAX]) {
        let endings = u32::try_from((1_u64 << 32) / u64::from(k)).unwrap();
        assert!(limit(endings - 1) >= k.into(), "{k}");
        assert!(limit(endings) < k.into(), "{k}");
    }
}

/// Four tickets, and Chloe was given none before the draw. Asha would take 4 or 2, Bram 2. Asha is served always. She keeps Bram from his two if she comes first and
/// has a limit of at least 4, or he one of 1 (5/8 of the time); and if she comes second, both (1/8).
#[test]
fn a_forecast_knows_the_chances_that_limits_leave_bram() {
    let request = |label: &str, amounts: &[u32], pinned| Request {
        label: Label::parse(label).unwrap(),
        tiers: tiers(amounts),
        slips: Slips::ONE,
        balance: Exact::default(),
        since: Exact::default(),
        pinned,
    };
    let people = vec![request("chloe", &[1], Some(0)), request("asha", &[4, 2], None), request("bram", &[2], None)];
    let list = RequestList::new(Label::parse("summer-fair").unwrap(), 4, people).unwrap();
    let draws = 20_000;
    for order in [Order::Equal, Order::Slips] {
        let rule = Rule { order, fill: Fill::Limit };
        let chances = forecast(&list, &[rule], 0..draws, Hash([7; 32])).remove(0).chances;
        assert_eq!(chances[..2], [0, draws]);
        assert!(chances[2].abs_diff(draws * 5 / 8) < draws / 100, "{} of {draws}", chances[2]);
    }
}

/// Everything `digits` numbers below `base` can be.
fn all(base: usize, digits: u32) -> impl Iterator<Item = Vec<usize>> {
    (0..base.pow(digits)).map(move |number| (0..digits).map(|digit| number / base.pow(digit) % base).collect())
}

/// In how many situations someone gains by not saying what is true: at all, and by naming only some of what they accept.
#[derive(Debug, Default, PartialEq)]
struct Gains {
    situations: usize,
    by_any_lie: usize,
    by_hiding: usize,
}

/// Tries every request over 1 to `largest` for each of `people`, with every limit that can matter and up to `most` tickets,
/// from every place.
fn gains(rule: Fill, largest: u32, people: u32, most: u32) -> Gains {
    let sayable: Vec<Vec<u32>> = (1..1_u32 << largest)
        .map(|set| (1..=largest).filter(|amount| set & (1 << (amount - 1)) != 0).collect())
        .collect();
    let requests: Vec<Tiers> = sayable.iter().map(|amounts| tiers(amounts)).collect();
    let hides = |said: &[u32], truth: &[u32]| said.len() < truth.len() && said.iter().all(|one| truth.contains(one));
    let mut gains = Gains::default();
    for limits in all(largest as usize, people) {
        let limits: Vec<u64> = limits.into_iter().map(|limit| limit as u64 + 1).collect();
        for others in all(requests.len(), people - 1) {
            let others: Vec<&Tiers> = others.into_iter().map(|other| &requests[other]).collect();
            for (place, tickets) in (0..people as usize).flat_map(|place| (1..=most).map(move |most| (place, most))) {
                let by_saying = |said| {
                    let in_order = [&others[..place], &[said], &others[place..]].concat();
                    given(rule, &in_order, &limits, tickets).0[place]
                };
                let outcomes: Vec<u32> = requests.iter().map(by_saying).collect();
                for (truth, &honest) in sayable.iter().zip(&outcomes) {
                    // A number of no use is worse than none.
                    let of_use = |outcome: u32| outcome == 0 || truth.contains(&outcome);
                    let better = |outcome: u32| of_use(outcome) && (outcome > honest);
                    let mut lies = sayable.iter().zip(&outcomes).filter(|&(_, &outcome)| better(outcome)).peekable();
                    gains.situations += 1;
                    gains.by_any_lie += usize::from(lies.peek().is_some());
                    gains.by_hiding += usize::from(lies.any(|(said, _)| hides(said, truth)));
                }
            }
        }
    }
    gains
}

#[test]
fn of_two_people_nobody_ever_gains_by_hiding_a_number() {
    assert_eq!(gains(Fill::Limit, 4, 2, 8), Gains { situations: 57_600, by_any_lie: 716, by_hiding: 0 });
    // The search finds what there is to find: as many as without limits, for each of 16 pairs of them.
    let turns = gains(Fill::Turns, 4, 2, 8);
    assert_eq!((turns.situations, turns.by_any_lie), (57_600, 16 * 590));
    assert!(turns.by_hiding > 0);
}

#[test]
fn of_three_people_nobody_ever_gains_by_hiding_a_number() {
    assert_eq!(gains(Fill::Limit, 3, 3, 7), Gains { situations: 194_481, by_any_lie: 2_930, by_hiding: 0 });
}

/// Requests with limits that fall as they do in a draw, in the draw's order.
fn asking() -> impl Strategy<Value = (Vec<Tiers>, Vec<u64>)> {
    let request = prop::collection::btree_set(1_u32..=9, 1..=5).prop_map(|set| Tiers::from_set(set).unwrap());
    let limit = any::<[u8; 32]>().prop_map(|position| limit_by_lot(&position));
    prop::collection::vec((request, limit), 1..=8).prop_map(|people| people.into_iter().unzip())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2_000))]

    #[test]
    fn everything_is_given_that_fits_and_nothing_else((requests, limits) in asking(), tickets in 0_u32..=30) {
        let in_order: Vec<&Tiers> = requests.iter().collect();
        let (given, left) = given(Fill::Limit, &in_order, &limits, tickets);
        prop_assert_eq!(given.iter().sum::<u32>() + left, tickets);
        for (tiers, &has) in requests.iter().zip(&given) {
            prop_assert!(tiers.accepts(has));
            prop_assert!(tiers.amounts().iter().all(|&more| more <= has || more - has > left), "{tiers}: {has}, {left}");
        }
    }

    #[test]
    fn whatever_hana_hides_she_does_not_get_more(
        (requests, limits) in asking(),
        tickets in 0_u32..=30,
        hana in any::<prop::sample::Index>(),
        named in any::<u16>(),
    ) {
        let hana = hana.index(requests.len());
        let amounts = requests[hana].amounts().iter().copied();
        let said: Vec<u32> = amounts.enumerate().filter(|(n, _)| named & (1 << n) != 0).map(|(_, n)| n).collect();
        prop_assume!(!said.is_empty());
        let hidden = tiers(&said);
        let mut in_order: Vec<&Tiers> = requests.iter().collect();
        let honest = given(Fill::Limit, &in_order, &limits, tickets).0[hana];
        in_order[hana] = &hidden;
        prop_assert!(given(Fill::Limit, &in_order, &limits, tickets).0[hana] <= honest);
    }

    /// Where someone has more than their limit, everyone had their turn within theirs before.
    #[test]
    fn nobody_goes_above_their_limit_while_igor_could_have_something_within_his(
        (requests, limits) in asking(),
        tickets in 0_u32..=30,
    ) {
        let in_order: Vec<&Tiers> = requests.iter().collect();
        let (given, _) = given(Fill::Limit, &in_order, &limits, tickets);
        let within = |rank: usize, amount: u32| u64::from(amount) <= limits[rank];
        let above: u32 = (0..given.len()).filter(|&rank| !within(rank, given[rank])).map(|rank| {
            let kept = in_order[rank].amounts().iter().copied().find(|&amount| within(rank, amount)).unwrap_or(0);
            given[rank] - kept
        }).sum();
        for (rank, tiers) in requests.iter().enumerate() {
            let more = tiers.amounts().iter().copied().filter(|&more| more > given[rank] && within(rank, more)).min();
            prop_assert!(more.is_none_or(|more| more - given[rank] > above), "{tiers}: {}", json!(given));
        }
    }
}
