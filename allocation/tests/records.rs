//! Records as files: what is refused and in which words, what is accepted at the edge, which claims are found to be wrong.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on says so by panicking")]

#[path = "records/accepted.rs"]
mod accepted;
#[path = "records/after.rs"]
mod after;
#[path = "records/differences.rs"]
mod differences;
#[path = "records/limits.rs"]
mod limits;
#[path = "records/mangled.rs"]
mod mangled;
#[path = "records/not_json.rs"]
mod not_json;
#[path = "records/shapes.rs"]
mod shapes;

use allocation::{
    ChainSecret, Draw, DrawNumber, Exact, Fill, Label, Order, PublicInput, Record, Request, RequestList, Rule, Slips,
    Tiers, write_record,
};
use serde_json::{Value, json};

fn request(label: &str, tiers: &[u32], pinned: Option<u32>) -> Request {
    Request {
        label: Label::parse(label).unwrap(),
        tiers: Tiers::descending(tiers.to_vec()).unwrap(),
        slips: Slips::new(2).unwrap(),
        balance: Exact::new(-1_700).unwrap(),
        since: Exact::new(1_760_000_000_000).unwrap(),
        pinned,
    }
}

/// The first draw of an evening of ten tickets.
fn draw(requests: Vec<Request>) -> Draw {
    let list = RequestList::new(Label::parse("summer-fair").unwrap(), 10, requests).unwrap();
    let (chain, number) = (ChainSecret::new([7; 32]), DrawNumber::FIRST);
    let opening = (chain.commitment(), number, chain.code(number));
    Draw::new(
        list,
        Rule { order: Order::Equal, fill: Fill::Turns },
        opening,
        PublicInput::parse("lotto 3 9 17").unwrap(),
    )
    .unwrap()
}

/// A record without fault: Asha, Bela and Chen, of whom Bela is pinned; Dina left a note on it.
fn record() -> Value {
    let draw = draw(vec![request("asha", &[4, 2], None), request("bela", &[1], Some(3)), request("chen", &[2], None)]);
    let note = json!({ "note": { "by": "dina", "again": [{ "x": 1 }] } });
    serde_json::from_str(&write_record(&draw, &draw.run(), note.as_object().unwrap())).unwrap()
}

/// The record with the value at `pointer` (RFC 6901) replaced, or put there.
fn with(pointer: &str, value: Value) -> Value {
    let mut record = record();
    put(&mut record, pointer, value);
    record
}

fn put(record: &mut Value, pointer: &str, value: Value) {
    let (parent, key) = pointer.rsplit_once('/').unwrap();
    match record.pointer_mut(parent).unwrap() {
        Value::Array(elements) => elements[key.parse::<usize>().unwrap()] = value,
        object => object[key] = value,
    }
}

/// In which words a text is refused.
fn refusal(text: impl AsRef<[u8]>) -> String {
    let shown = String::from_utf8_lossy(text.as_ref());
    match Record::read(text.as_ref()) {
        Err(error) => error.to_string(),
        Ok(_) => panic!("accepted: {}", shown.chars().take(2_000).collect::<String>()),
    }
}

#[track_caller]
fn refused(text: impl AsRef<[u8]>, expected: &str) {
    let said = refusal(&text);
    assert!(said.starts_with(expected), "\n    said: {said}\nexpected: {expected}");
}
