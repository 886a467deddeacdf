//! What a record says happened after the result: read, replayed, and refused with the place.

use allocation::{
    Difference, Label, Record,
    after::{DAY, Fields, Ledger, MAX_ENTRIES, Next, Tally, What, Wrong, write_entries},
    write_record,
};
use serde_json::{Map, Value, json};

use super::{draw, put, request};

/// Asha has eight, Bela two of the four she would like. Asha gives back three; two are offered to Bela, who takes them; the
/// third, which nobody would take, goes on the open table.
fn ledger() -> (allocation::Draw, Ledger) {
    let draw = draw(vec![request("asha", &[8], None), request("bela", &[4, 2], None)]);
    let (asha, bela) = (Label::parse("asha").unwrap(), Label::parse("bela").unwrap());
    let mut ledger = Ledger::new(draw.list().event(), Some(&draw));
    let entries = [
        Fields::new(What::Start, 0).number(10).time(9 * DAY),
        Fields::new(What::Has, 0).label(&asha).number(8),
        Fields::new(What::Has, 0).label(&bela).number(2),
        Fields::new(What::Return, 5).label(&asha).number(3),
        Fields::new(What::Offer, 5).label(&bela).number(2).time(DAY),
        Fields::new(What::Table, 5).number(1),
        Fields::new(What::Take, 9).label(&bela),
    ];
    for fields in entries {
        ledger.add(fields).unwrap();
    }
    (draw, ledger)
}

fn record() -> Value {
    let (draw, ledger) = ledger();
    let further = Map::from_iter([("after".to_owned(), write_entries(ledger.entries()))]);
    serde_json::from_str(&write_record(&draw, &draw.run(), &further)).unwrap()
}

fn read(record: &Value) -> Result<Record, String> {
    Record::read(record.to_string().as_bytes()).map_err(|error| error.to_string())
}

fn differences(record: &Value) -> Vec<Difference> {
    read(record).unwrap().check(&mut ()).unwrap()
}

#[test]
fn what_happened_after_the_result_is_read_and_follows() {
    let read = read(&record()).unwrap();
    assert_eq!(read.check(&mut ()).unwrap(), []);
    assert_eq!(read.after.as_deref(), Some(ledger().1.entries()));
    assert_eq!(read.replay().unwrap().unwrap().head(), ledger().1.head());
    let tally = Tally::of(&read.after.unwrap());
    assert_eq!(tally, Tally { entries: 7, returned: 3, taken: 2, offers: 1, by_hand: 0 });
    let said = "7 entries after the result: 3 tickets came back, 2 were taken, every offer went to whose turn it was";
    assert_eq!(tally.to_string(), said);
    let without = super::record();
    assert!(Record::read(without.to_string().as_bytes()).unwrap().replay().unwrap().is_none());
}

#[test]
fn the_first_entry_that_does_not_follow_is_a_difference() {
    let mut touched = record();
    put(&mut touched, "/after/entries/3/number", json!(2));
    assert!(matches!(differences(&touched)[..], [Difference::After { entry: 4, why: Wrong::Hash { .. } }]));
    // Taken out, so that the chain is broken where it was.
    let mut shorter = record();
    shorter["after"]["entries"].as_array_mut().unwrap().remove(2);
    assert!(matches!(differences(&shorter)[..], [Difference::After { entry: 3, why: Wrong::Hash { .. } }]));
    // Of another draw.
    let mut other = record();
    other["after"] = {
        let draw = draw(vec![request("asha", &[8], None), request("bela", &[3, 2], None)]);
        let mut ledger = Ledger::new(draw.list().event(), Some(&draw));
        ledger.add(Fields::new(What::Start, 0).number(10).time(9 * DAY)).unwrap();
        write_entries(ledger.entries())
    };
    assert!(matches!(differences(&other)[..], [Difference::After { entry: 1, why: Wrong::Hash { .. } }]));
}

#[test]
fn what_is_missing_at_the_end_is_a_difference() {
    let mut ended = record();
    ended["after"]["entries"].as_array_mut().unwrap().truncate(4);
    let bela = Label::parse("bela").unwrap();
    let found = differences(&ended);
    assert_eq!(found, [Difference::After { entry: 5, why: Wrong::First(Next::Offer(bela, 2)) }]);
    assert_eq!(found[0].to_string(), "after, entry 5: an offer of 2 to bela has to come first");
    ended = record();
    ended["after"]["entries"].as_array_mut().unwrap().truncate(5);
    assert_eq!(differences(&ended)[0].to_string(), "after, entry 6: 1 on the open table has to come first");
}

/// Whether reading ends with these words.
#[track_caller]
fn refused(pointer: &str, value: Value, expected: &str) {
    let mut record = record();
    put(&mut record, pointer, value);
    let why = read(&record).unwrap_err();
    // What is wrong in the text itself also says where it stands.
    assert_eq!(why.split(" at line ").next(), Some(expected));
}

#[test]
fn what_is_no_ledger_is_refused_with_its_place() {
    refused("/after", json!([]), "after: invalid type: sequence, expected an object");
    refused("/after/format", json!("x"), "after.format: \"x\" is not known; ticket-pool/after/1 is");
    refused("/after/note", json!(1), "after.note: unknown field `note`, expected `format` or `entries`");
    let entry = "/after/entries/3";
    let at = |key: &str| format!("{entry}/{key}");
    refused(entry, json!([1]), "after.entries[3]: invalid type: sequence, expected an object");
    refused(&at("what"), json!("burn"), "after.entries[3].what: \"burn\" is not known");
    refused(&at("to"), Value::Null, "after.entries[3].to: invalid type: null, expected a string");
    refused(&at("at"), json!(1.5), "after.entries[3].at: invalid type: floating point `1.5`, expected i64");
    refused(&at("number"), json!(-1), "after.entries[3].number: invalid value: integer `-1`, expected u32");
    let digits = "after.entries[3].hash: \"AB\" is not 64 lowercase hexadecimal digits";
    refused(&at("hash"), json!("AB"), digits);
    let label = "after.entries[3].label: holds ' '; only A-Z a-z 0-9 . _ - are accepted";
    refused(&at("label"), json!("asha b"), label);
    let one = record()["after"]["entries"][0].clone();
    let many = vec![one; MAX_ENTRIES + 1];
    refused("/after/entries", json!(many), "after.entries: 100001 are more than 100000");
}
