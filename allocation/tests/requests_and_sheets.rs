//! What a request may say, and what a sheet of allocations adds up to.

use allocation::{Decision, MAX_AMOUNT, MAX_TIERS, Objection, Sheet, Tiers, TiersError};
use proptest::prelude::*;

#[test]
fn a_list_that_is_no_request_is_refused_by_name() {
    let refused = |amounts: &[u32]| Tiers::descending(amounts.to_vec()).unwrap_err();
    assert_eq!(refused(&[]), TiersError::Empty);
    assert_eq!(refused(&[0]), TiersError::OutOfRange(0));
    assert_eq!(refused(&[MAX_AMOUNT + 1]), TiersError::OutOfRange(MAX_AMOUNT + 1));
    assert_eq!(refused(&[4, 4]), TiersError::Repeated(4));
    assert_eq!(refused(&[2, 4]), TiersError::Ascending(4));
    let many: Vec<u32> = (1..=u32::try_from(MAX_TIERS + 1).unwrap()).rev().collect();
    assert_eq!(refused(&many), TiersError::TooMany(MAX_TIERS + 1));
    assert_eq!(Tiers::from_set([2, 4, 2]).unwrap_err(), TiersError::Repeated(2));
}

#[test]
fn asha_asks_for_four_else_two_else_one() {
    let tiers = Tiers::from_set([1, 4, 2]).unwrap();
    assert_eq!(tiers.to_string(), "4,2,1");
    assert_eq!((tiers.first_choice(), tiers.smallest()), (4, 1));
    assert!(tiers.accepts(2) && tiers.accepts(0) && !tiers.accepts(3));
}

#[test]
fn a_sheet_names_every_objection() {
    let (couple, anyone) = (Tiers::from_set([2]).unwrap(), Tiers::from_set([1, 2]).unwrap());
    let row = |tiers, given, has_reason| Decision { tiers, given, drawn: None, has_reason };
    let sheet = Sheet {
        tickets: 3,
        decisions: vec![row(&couple, Some(1), false), row(&couple, Some(3), true), row(&anyone, None, false)],
    };
    let over = Objection::OverGiven { given: 4, tickets: 3 };
    let outside = Objection::OutsideTiers { place: 0, given: 1 };
    assert_eq!(sheet.draft_objections(), [over, outside]);
    assert_eq!(sheet.final_objections(), [over, outside, Objection::Undecided { place: 2 }]);
    let totals = sheet.totals();
    assert_eq!((totals.first_choices, totals.smallest, totals.given), (6, 5, 4));
    assert_eq!((totals.undecided, totals.served), (1, 2));
}

#[test]
fn after_a_draw_only_another_number_than_drawn_needs_a_reason() {
    let couple = Tiers::from_set([2]).unwrap();
    let row = |given, drawn, has_reason| Decision { tiers: &couple, given, drawn, has_reason };
    let decisions = vec![
        row(Some(0), Some(2), false),
        row(Some(0), Some(2), true),
        row(Some(2), Some(2), false),
        // Pinned outside the tiers before the draw: its reason was asked for then.
        row(Some(1), Some(1), false),
        row(None, Some(2), false),
    ];
    let sheet = Sheet { tickets: 9, decisions };
    assert_eq!(sheet.draft_objections(), [Objection::OtherThanDrawn { place: 0, given: 0, drawn: 2 }]);
}

proptest! {
    #[test]
    fn any_set_of_small_numbers_is_a_request(set in prop::collection::btree_set(1..=MAX_AMOUNT, 1..=MAX_TIERS)) {
        let tiers = Tiers::from_set(set.iter().copied()).unwrap();
        prop_assert!(tiers.amounts().is_sorted_by(|a, b| a > b));
        prop_assert!(set.iter().all(|&amount| tiers.accepts(amount)));
        prop_assert_eq!(Tiers::descending(tiers.amounts().to_vec()).unwrap(), tiers);
    }

    #[test]
    fn a_draft_without_objections_never_gives_more_than_there_is(
        tickets in 0u32..50,
        given in prop::collection::vec(prop::option::of(0u32..9), 0..20),
    ) {
        let tiers = Tiers::from_set(1..=8).unwrap();
        let decisions = given.iter().map(|&given| Decision { tiers: &tiers, given, drawn: None, has_reason: false }).collect();
        let sheet = Sheet { tickets, decisions };
        let sum: u64 = given.iter().flatten().map(|&n| u64::from(n)).sum();
        prop_assert_eq!(sheet.draft_objections().is_empty(), sum <= u64::from(tickets));
    }
}
