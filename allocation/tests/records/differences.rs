//! Claims that do not come out.

use allocation::{Difference, Record};
use serde_json::{Value, json};

use super::{put, record, with};

fn differences(record: &Value) -> Vec<Difference> {
    Record::read(record.to_string().as_bytes()).unwrap().check(&mut ()).unwrap()
}

/// In the words a reader sees.
#[track_caller]
fn found(record: &Value, expected: &[&str]) {
    let said: Vec<String> = differences(record).iter().map(ToString::to_string).collect();
    assert_eq!(said, expected);
}

/// What the draw gives: Chen, then Asha; Bela is pinned.
#[test]
fn the_record_itself_agrees() {
    let result = record()["result"].clone();
    assert_eq!(result["order"], json!(["chen", "asha"]));
    assert_eq!(result["allocated"], json!({ "asha": 4, "bela": 3, "chen": 2 }));
    assert_eq!(result["left"], 1);
    found(&record(), &[]);
}

#[test]
fn asha_s_number_that_was_touched_is_found() {
    let touched = with("/result/allocated/asha", json!(2));
    let expected = Difference::Allocated { label: "asha".into(), claimed: Some(2), computed: Some(4) };
    assert_eq!(differences(&touched), [expected]);
    found(&touched, &["allocated, asha: the record says 2, the draw gives 4"]);
    found(&with("/result/allocated/bela", json!(-3)), &["allocated, bela: the record says -3, the draw gives 3"]);
}

#[test]
fn asha_and_chen_who_changed_places_are_found() {
    let swapped = with("/result/order", json!(["asha", "chen"]));
    let at = |rank, claimed: &str, computed: &str| Difference::Order {
        rank,
        claimed: Some(claimed.into()),
        computed: Some(computed.into()),
    };
    assert_eq!(differences(&swapped), [at(1, "asha", "chen"), at(2, "chen", "asha")]);
    found(
        &swapped,
        &[
            "order, place 1: the record says asha, the draw gives chen",
            "order, place 2: the record says chen, the draw gives asha",
        ],
    );
}

#[test]
fn someone_missing_in_the_order_or_one_too_many_is_found() {
    found(&with("/result/order", json!(["chen"])), &["order, place 2: the record says nobody, the draw gives asha"]);
    let with_bela = with("/result/order", json!(["chen", "asha", "bela"]));
    found(&with_bela, &["order, place 3: the record says bela, the draw gives nobody"]);
}

#[test]
fn another_list_than_the_published_one_is_found() {
    let claimed = "0".repeat(64);
    let digest = record()["result"]["requests_digest"].as_str().unwrap().to_string();
    let expected = format!("requests_digest: the record says {claimed}, its requests give {digest}");
    found(&with("/result/requests_digest", json!(claimed)), &[&expected]);
    // A thousandth of a ticket in a balance, which under this rule moves nobody, and slips that do not count.
    for (pointer, value) in [("/requests/0/balance", json!(-1_699)), ("/requests/0/slips", json!(3))] {
        let found = differences(&with(pointer, value));
        assert!(matches!(found[..], [Difference::Digest { .. }]), "{pointer}: {found:?}");
    }
}

/// Pins are decided after the list was published: they are not in the digest, but the numbers follow from them.
#[test]
fn a_pin_that_was_touched_is_found_in_the_numbers() {
    found(
        &with("/requests/1/pinned", json!(2)),
        &["allocated, bela: the record says 3, the draw gives 2", "left: the record says 1, the draw gives 2"],
    );
}

#[test]
fn another_public_input_is_found_in_the_order() {
    // Every second one turns two people round; one of these does.
    let any = (0..20).any(|number| !differences(&with("/public_input", json!(format!("lotto {number}")))).is_empty());
    assert!(any);
}

#[test]
fn tickets_left_that_are_not_there_are_found() {
    let expected = Difference::Left { claimed: 0, computed: 1 };
    assert_eq!(differences(&with("/result/left", json!(0))), [expected]);
    found(&with("/result/left", json!(0)), &["left: the record says 0, the draw gives 1"]);
    found(&with("/result/left", json!(i64::MIN)), &[&format!("left: the record says {}, the draw gives 1", i64::MIN)]);
}

#[test]
fn a_number_that_is_missing_is_found_even_if_it_would_be_none() {
    let mut without_asha = record();
    without_asha["result"]["allocated"].as_object_mut().unwrap().remove("asha");
    found(&without_asha, &["allocated, asha: missing in the record, the draw gives 4"]);
    let mut nothing = with("/requests/1/pinned", json!(0));
    nothing["result"]["allocated"].as_object_mut().unwrap().remove("bela");
    let expected = Difference::Allocated { label: "bela".into(), claimed: None, computed: Some(0) };
    assert_eq!(differences(&nothing)[0], expected);
}

#[test]
fn a_number_for_someone_who_never_asked_is_found_even_if_it_is_none() {
    found(&with("/result/allocated/zoe", json!(0)), &["allocated, zoe: the record says 0, no request has this label"]);
}

/// No file can say it: a key twice is refused. A record put together by a program can.
#[test]
fn a_label_that_was_given_two_numbers_is_found() {
    let mut read = Record::read(record().to_string().as_bytes()).unwrap();
    read.claimed.as_mut().unwrap().allocated.push(("asha".into(), 4));
    let found = read.check(&mut ()).unwrap();
    assert_eq!(found, [Difference::AllocatedTwice { label: "asha".into() }]);
    assert_eq!(found[0].to_string(), "allocated, asha: stands there twice");
}

#[test]
fn every_difference_is_named_not_only_the_first() {
    let mut touched = with("/result/left", json!(7));
    put(&mut touched, "/result/order", json!(["asha", "chen"]));
    put(&mut touched, "/result/allocated", json!({ "asha": 1, "chen": 2, "zoe": 9 }));
    put(&mut touched, "/result/requests_digest", json!("1".repeat(64)));
    let kinds: Vec<String> =
        differences(&touched).iter().map(|found| found.to_string().split(':').next().unwrap().to_string()).collect();
    let expected = [
        "requests_digest",
        "order, place 1",
        "order, place 2",
        "allocated, asha",
        "allocated, bela",
        "allocated, zoe",
        "left",
    ];
    assert_eq!(kinds, expected);
}
