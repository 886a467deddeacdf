//! Made-up lists: small, so that amounts collide, and with everything the format allows.

use allocation::{ChainSecret, Draw, DrawNumber, Exact, Label, PublicInput, Request, RequestList, Rule, Slips, Tiers};
use proptest::prelude::*;

/// Not in the order of the alphabet: it must not matter.
const NAMES: [&str; 12] =
    ["kofi", "asha", "lena", "Bela", "igor", "chen", "jun", "dina", "hana", "emil", "goran", "farah"];

pub fn tiers() -> impl Strategy<Value = Tiers> {
    prop::collection::btree_set(1_u32..=8, 1..=4).prop_map(|set| Tiers::from_set(set).unwrap())
}

/// Up to twelve people. Balances and times are few, so that they tie; what is pinned may be more than there is.
pub fn requests() -> impl Strategy<Value = Vec<Request>> {
    let slips = prop_oneof![4 => 1_u64..=4, 1 => Just(64)];
    let one = (tiers(), slips, -2_i64..=2, 0_i64..=3, prop::option::weighted(0.2, 0_u32..=9));
    prop::collection::vec(one, 0..=NAMES.len()).prop_map(|people| {
        let named = people.into_iter().zip(NAMES);
        let request = named.map(|((tiers, slips, balance, since, pinned), name)| Request {
            label: Label::parse(name).unwrap(),
            tiers,
            slips: Slips::new(slips).unwrap(),
            balance: Exact::new(balance).unwrap(),
            since: Exact::new(since).unwrap(),
            pinned,
        });
        request.collect()
    })
}

/// A list in which pins are cut down to what there is.
pub fn fitting(mut requests: Vec<Request>, tickets: u32) -> RequestList {
    let mut left = tickets;
    for pinned in requests.iter_mut().filter_map(|request| request.pinned.as_mut()) {
        *pinned = left.min(*pinned);
        left -= *pinned;
    }
    RequestList::new(Label::parse("summer-fair").unwrap(), tickets, requests).unwrap()
}

pub fn list() -> impl Strategy<Value = RequestList> {
    (requests(), 0_u32..=30).prop_map(|(requests, tickets)| fitting(requests, tickets))
}

pub fn secret() -> impl Strategy<Value = [u8; 32]> {
    any::<[u8; 32]>()
}

/// The first draw of a list.
pub fn drawn(list: &RequestList, rule: Rule, secret: [u8; 32]) -> Draw {
    let chain = ChainSecret::new(secret);
    let opening = (chain.commitment(), DrawNumber::FIRST, chain.code(DrawNumber::FIRST));
    Draw::new(list.clone(), rule, opening, PublicInput::parse("lotto 3 9 17").unwrap()).unwrap()
}

/// The next number a person would take who has `has`.
pub fn next_larger(tiers: &Tiers, has: u32) -> Option<u32> {
    tiers.amounts().iter().copied().filter(|&amount| amount > has).min()
}
