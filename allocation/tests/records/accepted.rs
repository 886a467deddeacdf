//! Values at the very edge, which are fine.

use allocation::{ChainSecret, DrawNumber, MAX_EXACT, Record};
use serde_json::{Value, json};

use super::{put, record, with};

/// Accepted, and a record of the same draw is accepted without a difference.
#[track_caller]
fn accepted(record: &Value) -> Record {
    let read = match Record::read(record.to_string().as_bytes()) {
        Ok(read) => read,
        Err(error) => panic!("{error} in {record}"),
    };
    let outcome = read.draw.run();
    let written = allocation::write_record(&read.draw, &outcome, &serde_json::Map::new());
    let again = Record::read(written.as_bytes()).unwrap();
    assert_eq!(again.draw, read.draw);
    assert_eq!(again.check(&mut ()), Some(vec![]));
    again
}

#[test]
fn nobody_asks_and_there_is_nothing_to_give() {
    let empty = accepted(&with("/requests", json!([])));
    assert_eq!(empty.claimed.unwrap().left, 10);
    let mut nothing = with("/tickets", json!(0));
    put(&mut nothing, "/requests/1/pinned", json!(0));
    let nothing = accepted(&nothing).claimed.unwrap();
    assert!(nothing.allocated.iter().all(|(_, number)| *number == 0));
    assert_eq!(nothing.left, 0);
}

#[test]
fn lena_goes_to_every_limit() {
    let name = "Lena_0.9-".repeat(8)[..64].to_string();
    for (pointer, value) in [
        ("/tickets", json!(1_000_000_000)),
        ("/event", json!(name)),
        ("/event", json!("-")),
        ("/requests/0/label", json!(name)),
        ("/requests/0/label", json!("__proto__")),
        ("/requests/0/label", json!("7")),
        ("/requests/0/tiers", json!([1_000_000, 1])),
        ("/requests/0/tiers", (1..=64).rev().collect()),
        ("/requests/0/slips", json!(1)),
        ("/requests/0/slips", json!(64)),
        ("/requests/0/balance", json!(MAX_EXACT)),
        ("/requests/0/balance", json!(-MAX_EXACT)),
        ("/requests/0/since", json!(MAX_EXACT)),
        ("/requests/0/since", json!(-MAX_EXACT)),
        ("/requests/0/pinned", json!(0)),
        ("/requests/0/pinned", json!(7)),
        ("/requests/1/pinned", json!(10)),
        ("/public_input", json!("")),
        ("/public_input", json!("3".repeat(1_000))),
        ("/public_input", json!("é".repeat(500))),
        ("/public_input", json!("日経平均 38.487,90 \"\\ \u{2028} 🎟")),
    ] {
        accepted(&with(pointer, value));
    }
}

#[test]
fn every_order_goes_with_every_fill() {
    for rule in allocation::Rule::all() {
        let mut record = with("/order", json!(rule.order.as_str()));
        put(&mut record, "/fill", json!(rule.fill.as_str()));
        assert_eq!(accepted(&record).draw.rule(), rule);
    }
}

#[test]
fn there_are_thirty_one_draws() {
    let chain = ChainSecret::new([7; 32]);
    for draw in 1..=31 {
        let mut record = with("/draw", json!(draw));
        put(&mut record, "/code", json!(chain.code(DrawNumber::new(draw).unwrap()).to_string()));
        accepted(&record);
    }
}

#[test]
fn dina_may_write_notes_anywhere_but_under_a_key_of_the_format() {
    let mut noted = record();
    for place in ["", "/commitment", "/requests/0", "/result"] {
        put(&mut noted, &format!("{place}/remarks"), json!({ "Tickets": [1.5, -0.0, null, { "draw": "é" }] }));
    }
    let draw = Record::read(record().to_string().as_bytes()).unwrap().draw;
    let noted = Record::read(noted.to_string().as_bytes()).unwrap();
    assert_eq!(noted.draw, draw);
    assert_eq!(noted.check(&mut ()), Some(vec![]));
}

#[test]
fn spacing_and_the_order_of_keys_say_nothing() {
    let pretty = serde_json::to_string_pretty(&record()).unwrap();
    let upside_down = format!(
        "\t\r\n {}\n",
        pretty.replace("\"event\": \"summer-fair\",\n", "").replacen('{', "{\"event\":\"summer-fair\",", 1)
    );
    assert_eq!(Record::read(upside_down.as_bytes()), Record::read(record().to_string().as_bytes()));
    // Escapes neither.
    let escaped = record().to_string().replace("summer", "\\u0073ummer").replace("\"draw\"", "\"dr\\u0061w\"");
    assert_eq!(Record::read(escaped.as_bytes()), Record::read(record().to_string().as_bytes()));
}
