//! Values of the right kind that are out of bounds.

use serde_json::{Value, json};

use super::{put, record, refused, with};

/// One more than every program holds exactly.
const TOO_EXACT: i64 = 1 << 53;

#[test]
fn words_that_are_not_in_the_format_are_refused() {
    refused(with("/format", json!("ticket-pool/draw/3")).to_string(), "format: \"ticket-pool/draw/3\" is not known");
    refused(
        with("/order", json!("Equal")).to_string(),
        "order: \"Equal\" is not known; equal, slips, balance, first-come are",
    );
    refused(
        with("/fill", json!("most_people")).to_string(),
        "fill: \"most_people\" is not known; straight, turns, rising, most-people, limit are",
    );
}

#[test]
fn numbers_out_of_bounds_are_refused_by_place() {
    for (pointer, value, expected) in [
        ("/tickets", json!(1_000_000_001), "tickets: 1000000001 is more than 1000000000"),
        ("/tickets", json!(-1), "tickets: invalid value: integer `-1`"),
        ("/commitment/chain", json!(31), "commitment.chain: 31 is not 32"),
        ("/commitment/chain", json!(33), "commitment.chain: 33 is not 32"),
        ("/draw", json!(0), "draw: 0 is not between 1 and 31"),
        ("/draw", json!(32), "draw: 32 is not between 1 and 31"),
        ("/draw", json!(-1), "draw: invalid value: integer `-1`"),
        ("/requests/0/slips", json!(0), "requests[0].slips: 0 is not between 1 and 64"),
        ("/requests/0/slips", json!(65), "requests[0].slips: 65 is not between 1 and 64"),
        ("/requests/0/balance", json!(TOO_EXACT), "requests[0].balance: 9007199254740992 is beyond"),
        ("/requests/0/balance", json!(-TOO_EXACT), "requests[0].balance: -9007199254740992 is beyond"),
        ("/requests/2/since", json!(TOO_EXACT), "requests[2].since: 9007199254740992 is beyond"),
        ("/requests/2/since", json!(-TOO_EXACT), "requests[2].since: -9007199254740992 is beyond"),
        ("/requests/2/since", json!(i64::MIN), "requests[2].since: -9223372036854775808 is beyond"),
        ("/requests/1/pinned", json!(-1), "requests[1].pinned: invalid value: integer `-1`"),
        ("/requests/1/pinned", json!(11), "requests[1].pinned: 11 is more than the 10 tickets"),
        ("/requests/0/tiers", json!([]), "requests[0].tiers: no amount is given"),
        ("/requests/0/tiers", json!([2, 4]), "requests[0].tiers: 4 is larger than the amount before it"),
        ("/requests/0/tiers", json!([4, 2, 2]), "requests[0].tiers: 2 stands there twice"),
        ("/requests/0/tiers", json!([4, 0]), "requests[0].tiers: 0 is not between 1 and 1000000"),
        ("/requests/0/tiers", json!([1_000_001]), "requests[0].tiers: 1000001 is not between 1 and 1000000"),
        ("/requests/0/tiers", json!([4, -2]), "requests[0].tiers[1]: invalid value: integer `-2`"),
        ("/requests/0/tiers", (1..=65).rev().collect(), "requests[0].tiers: 65 amounts, at most 64 are accepted"),
    ] {
        refused(with(pointer, value).to_string(), expected);
    }
}

#[test]
fn jun_cannot_be_called_anything() {
    let long = "j".repeat(65);
    for (name, problem) in [
        ("", "is empty"),
        (long.as_str(), "has 65 characters, at most 64 are accepted"),
        ("jun#2", "holds '#'"),
        ("jun\tmiller", "holds '\\t'"),
        ("jun\n", "holds '\\n'"),
        ("jun miller", "holds ' '"),
        ("jun,2", "holds ','"),
        ("jun\u{1}", "holds '\\u{1}'"),
        ("jun\0", "holds '\\0'"),
        ("jos\u{e9}", "holds 'é'"),
        ("jose\u{301}", "holds '\\u{301}'"),
        // Looks like an a.
        ("аsha", "holds 'а'"),
    ] {
        refused(with("/event", json!(name)).to_string(), &format!("event: {problem}"));
        refused(with("/requests/2/label", json!(name)).to_string(), &format!("requests[2].label: {problem}"));
    }
}

#[test]
fn a_hash_is_sixty_four_lowercase_digits() {
    let good = record()["commitment"]["hash"].as_str().unwrap().to_string();
    let wrong =
        [good.to_uppercase(), good[1..].into(), format!("{good}0"), good.replace('a', "g"), format!(" {}", &good[1..])];
    for text in wrong.iter().map(String::as_str).chain(["", "é"]) {
        for (pointer, place) in [
            ("/commitment/hash", "commitment.hash"),
            ("/code", "code"),
            ("/result/requests_digest", "result.requests_digest"),
        ] {
            let expected = format!("{place}: {text:?} is not 64 lowercase hexadecimal digits");
            refused(with(pointer, json!(text)).to_string(), &expected);
        }
    }
}

#[test]
fn a_code_that_does_not_open_the_commitment_is_refused() {
    let said = "code: hashed 2 times it gives ";
    refused(with("/draw", json!(2)).to_string(), said);
    refused(with("/code", record()["commitment"]["hash"].clone()).to_string(), "code: hashed 1 times it gives ");
    let other = "0".repeat(64);
    let expected = format!(
        "code: hashed 1 times it gives {}, not the commitment {other}",
        record()["commitment"]["hash"].as_str().unwrap()
    );
    refused(with("/commitment/hash", json!(other)).to_string(), &expected);
}

#[test]
fn a_public_input_is_one_line_that_can_be_read_out() {
    for (text, problem) in [
        ("lotto\n3 9 17".to_string(), "holds the control character '\\n'"),
        ("lotto\t3".to_string(), "holds the control character '\\t'"),
        ("lotto 3\r".to_string(), "holds the control character '\\r'"),
        ("\0".to_string(), "holds the control character '\\0'"),
        ("\u{7f}".to_string(), "holds the control character '\\u{7f}'"),
        ("\u{85}".to_string(), "holds the control character '\\u{85}'"),
        ("3".repeat(1_001), "has 1001 bytes, at most 1000 are accepted"),
        // Fewer than a thousand characters, but not bytes.
        ("é".repeat(501), "has 1002 bytes, at most 1000 are accepted"),
    ] {
        refused(with("/public_input", json!(text)).to_string(), &format!("public_input: {problem}"));
    }
}

#[test]
fn kofi_asks_once() {
    refused(
        with("/requests/2/label", json!("asha")).to_string(),
        "requests[2].label: asha stands at requests[0] already",
    );
    // Labels are bytes: these are two people.
    assert!(allocation::Record::read(with("/requests/2/label", json!("Asha")).to_string().as_bytes()).is_ok());
}

#[test]
fn what_is_pinned_together_is_not_more_than_there_is() {
    let pinned = with("/requests/0/pinned", json!(8));
    refused(pinned.to_string(), "requests: what is pinned adds up to 11, more than the 10 tickets");
    // Five times a billion is 705,032,704 to a program that counts in 32 bits.
    let billion = 1_000_000_000;
    let mut record = with("/tickets", json!(billion));
    let people = ["asha", "bela", "chen", "dina", "emil"].map(|name| {
        let mut request = record["requests"][0].clone();
        put(&mut request, "/label", json!(name));
        put(&mut request, "/pinned", json!(billion));
        request
    });
    put(&mut record, "/requests", Value::from(people.to_vec()));
    refused(record.to_string(), "requests: what is pinned adds up to 5000000000, more than the 1000000000 tickets");
}
