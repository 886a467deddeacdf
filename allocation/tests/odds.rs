//! The slips rule, against the odds a lottery publishes that works with slips in a drum.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on says so by panicking")]

use allocation::{Exact, Fill, Hash, Label, Order, Request, RequestList, Rule, Slips, Tiers, forecast};
use serde_json::Value;
use sha2::{Digest, Sha256};

/// Enough for a tenth of a point where a hundred people share a number of slips.
const DRAWS: u32 = 20_000;

/// Points of a percentage.
const TOLERANCE: f64 = 0.5;

fn runner(number: usize, slips: u64) -> Request {
    Request {
        label: Label::parse(&format!("runner-{number}")).unwrap(),
        tiers: Tiers::from_set([1]).unwrap(),
        slips: Slips::new(slips).unwrap(),
        balance: Exact::default(),
        since: Exact::default(),
        pinned: None,
    }
}

#[test]
fn runners_with_more_slips_get_in_as_often_as_the_organizer_of_the_race_says() {
    let oracles: Value = serde_json::from_str(include_str!("vectors/oracles.json")).unwrap();
    let oracle = &oracles["weighted_odds"];
    let groups = oracle["people_by_slips"].as_object().unwrap();
    let slips = groups.iter().flat_map(|(slips, people)| {
        let people = usize::try_from(people.as_u64().unwrap()).unwrap();
        std::iter::repeat_n(slips.parse().unwrap(), people)
    });
    let runners: Vec<Request> = slips.enumerate().map(|(number, slips)| runner(number, slips)).collect();
    assert_eq!(runners.len(), 559);
    let places = u32::try_from(oracle["places"].as_u64().unwrap()).unwrap();
    let list = RequestList::new(Label::parse("a-hundred-miles").unwrap(), places, runners).unwrap();

    let rule = Rule { order: Order::Slips, fill: Fill::Straight };
    let forecast = forecast(&list, &[rule], 0..DRAWS, Hash(Sha256::digest("a hundred miles").into())).remove(0);
    for (slips, expected) in oracle["chance_percent"].as_object().unwrap() {
        let slips: u64 = slips.parse().unwrap();
        let theirs = list.requests().iter().zip(&forecast.chances);
        let theirs = theirs.filter(|(request, _)| u64::from(request.slips.get()) == slips);
        let (people, got_in) = theirs.fold((0, 0), |(people, sum), (_, &chance)| (people + 1, sum + chance));
        let percent = 100.0 * f64::from(got_in) / f64::from(DRAWS) / f64::from(people);
        let expected = expected.as_f64().unwrap();
        assert!((percent - expected).abs() < TOLERANCE, "{slips} slips: {percent:.2} %, not {expected} %");
    }
}
