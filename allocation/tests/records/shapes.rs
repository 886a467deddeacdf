//! Fields that are missing or of the wrong kind.

use serde_json::{Value, json};

use super::{record, refused, with};

/// Every field that is required: where it stands, and how a refusal names that place.
const OBJECTS: [(&str, &str, &[&str]); 4] = [
    (
        "",
        "the file",
        &["format", "event", "tickets", "order", "fill", "commitment", "draw", "code", "public_input", "requests"],
    ),
    ("/commitment", "commitment", &["chain", "hash"]),
    ("/requests/1", "requests[1]", &["label", "tiers", "slips", "balance", "since", "pinned"]),
    ("/result", "result", &["requests_digest", "order", "allocated", "left"]),
];

/// Every whole number.
const NUMBERS: [(&str, &str); 10] = [
    ("/tickets", "tickets"),
    ("/commitment/chain", "commitment.chain"),
    ("/draw", "draw"),
    ("/requests/0/tiers/1", "requests[0].tiers[1]"),
    ("/requests/0/slips", "requests[0].slips"),
    ("/requests/0/balance", "requests[0].balance"),
    ("/requests/0/since", "requests[0].since"),
    ("/requests/1/pinned", "requests[1].pinned"),
    ("/result/allocated/bela", "result.allocated.bela"),
    ("/result/left", "result.left"),
];

const TEXTS: [(&str, &str); 10] = [
    ("/format", "format"),
    ("/event", "event"),
    ("/order", "order"),
    ("/fill", "fill"),
    ("/commitment/hash", "commitment.hash"),
    ("/code", "code"),
    ("/public_input", "public_input"),
    ("/requests/0/label", "requests[0].label"),
    ("/result/requests_digest", "result.requests_digest"),
    ("/result/order/0", "result.order[0]"),
];

#[test]
fn hana_s_record_without_one_of_its_fields_is_refused() {
    for (pointer, place, fields) in OBJECTS {
        for field in fields {
            let mut record = record();
            record.pointer_mut(pointer).unwrap().as_object_mut().unwrap().remove(*field).unwrap();
            refused(record.to_string(), &format!("{place}: missing field `{field}`"));
        }
    }
}

#[test]
fn leaving_out_whether_igor_is_pinned_is_not_saying_that_he_is_not() {
    let text = record().to_string();
    assert!(text.contains("\"pinned\":null"));
    refused(text.replacen("\"pinned\":null,", "", 1), "requests[0]: missing field `pinned`");
}

#[test]
fn a_number_is_a_whole_number_written_as_one() {
    for (pointer, place) in NUMBERS {
        let text = with(pointer, json!("HERE")).to_string();
        for number in ["1.0", "1.5", "1e2", "1E2", "0e0", "-0", "-0.0", "99999999999999999999", "-99999999999999999999"]
        {
            refused(text.replace("\"HERE\"", number), &format!("{place}: invalid type: floating point"));
        }
        for other in [json!("1"), json!(true), json!([1]), json!({ "n": 1 })] {
            refused(with(pointer, other).to_string(), &format!("{place}: invalid type: "));
        }
        if pointer != "/requests/1/pinned" {
            refused(with(pointer, Value::Null).to_string(), &format!("{place}: invalid type: null"));
        }
    }
}

#[test]
fn a_number_that_only_wraps_around_to_a_good_one_is_refused() {
    let wrapping = (1_u64 << 32) + 1;
    for (pointer, place) in NUMBERS {
        // What a result claims may be any number: it is compared, not used.
        if !pointer.starts_with("/result") && !matches!(place, "requests[0].balance" | "requests[0].since") {
            refused(with(pointer, json!(wrapping)).to_string(), &format!("{place}: "));
        }
    }
    refused(with("/requests/0/slips", json!(256 + 2)).to_string(), "requests[0].slips: 258 is not between 1 and 64");
    refused(with("/draw", json!(256 + 1)).to_string(), "draw: 257 is not between 1 and 31");
}

#[test]
fn a_text_is_a_text() {
    for (pointer, place) in TEXTS {
        for other in [Value::Null, json!(1), json!(false), json!(["equal"]), json!({ "is": "equal" })] {
            refused(with(pointer, other).to_string(), &format!("{place}: invalid type: "));
        }
    }
}

#[test]
fn a_list_is_a_list() {
    for (pointer, place) in
        [("/requests", "requests"), ("/requests/0/tiers", "requests[0].tiers"), ("/result/order", "result.order")]
    {
        for other in [Value::Null, json!(4), json!("4,2"), json!({ "0": 4 })] {
            refused(with(pointer, other).to_string(), &format!("{place}: invalid type: "));
        }
    }
}

/// An array of the fields in their usual sequence is what some libraries take for an object. Others do not.
#[test]
fn an_object_is_an_object_and_no_array_of_its_fields() {
    let in_sequence = |pointer: &str| {
        let fields = OBJECTS.into_iter().find(|object| object.0 == pointer).unwrap().2;
        let record = record();
        let object = record.pointer(pointer).unwrap();
        fields.iter().map(|&field| object[field].clone()).collect::<Value>()
    };
    for (pointer, place, _) in OBJECTS {
        let others = [Value::Null, json!(1), json!("chen"), json!([]), in_sequence(pointer)];
        for other in others {
            let text = if pointer.is_empty() { other.to_string() } else { with(pointer, other.clone()).to_string() };
            // A file without a result is a request file.
            if (pointer, &other) != ("/result", &Value::Null) {
                refused(text, &format!("{place}: invalid type: "));
            }
        }
    }
    for other in [Value::Null, json!(1), json!([]), json!([["asha", 4]])] {
        refused(with("/result/allocated", other).to_string(), "result.allocated: invalid type: ");
    }
}
