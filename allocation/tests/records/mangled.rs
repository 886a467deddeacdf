//! Records in which bytes were changed without knowing what they mean.

use allocation::{Record, write_record};
use proptest::{prelude::*, sample::Index};
use serde_json::{Map, Value, json};

use super::{draw, request};

#[derive(Clone, Debug)]
enum Change {
    Replace(Index, u8),
    Insert(Index, u8),
    Remove(Index),
    /// The bytes from one place on, put at another.
    Copy(Index, usize, Index),
}

impl Change {
    fn apply(&self, bytes: &mut Vec<u8>) {
        let end = bytes.len();
        match self {
            Self::Replace(at, byte) => bytes[at.index(end)] = *byte,
            Self::Insert(at, byte) => bytes.insert(at.index(end), *byte),
            Self::Remove(at) => drop(bytes.remove(at.index(end))),
            Self::Copy(from, count, to) => {
                let (from, to) = (from.index(end), to.index(end));
                let copied = bytes[from..end.min(from + count)].to_vec();
                bytes.splice(to..to, copied);
            }
        }
    }
}

/// Bytes that JSON is made of come up often: others are refused soon.
fn byte() -> impl Strategy<Value = u8> {
    let of_json = prop::sample::select(b"{}[]\",:\\.-+eE0123456789abcdefnultr \n".to_vec());
    prop_oneof![5 => of_json, 1 => any::<u8>()]
}

fn change() -> impl Strategy<Value = Change> {
    let at = any::<Index>;
    prop_oneof![
        4 => (at(), byte()).prop_map(|(at, byte)| Change::Replace(at, byte)),
        2 => (at(), byte()).prop_map(|(at, byte)| Change::Insert(at, byte)),
        2 => at().prop_map(Change::Remove),
        1 => (at(), 1_usize..80, at()).prop_map(|(from, count, to)| Change::Copy(from, count, to)),
    ]
}

/// Twelve people in an equal order: by chance nobody else's draw looks like it.
fn valid() -> (Value, String) {
    let people = (0..12).map(|person| request(&format!("person-{person}"), &[3, 1], (person == 5).then_some(2)));
    let draw = draw(people.collect());
    let notes = json!({ "note": { "by": "dina", "again": [1, 2.5, null] } });
    let text = write_record(&draw, &draw.run(), notes.as_object().unwrap());
    (meaning(&Record::read(text.as_bytes()).unwrap()), text)
}

/// The record of what was read, without notes.
fn meaning(record: &Record) -> Value {
    serde_json::from_str(&write_record(&record.draw, &record.draw.run(), &Map::new())).unwrap()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(4_096))]

    #[test]
    fn a_mangled_record_that_still_agrees_says_what_it_said(changes in prop::collection::vec(change(), 1..=3)) {
        let (expected, text) = valid();
        let mut bytes = text.into_bytes();
        for change in &changes {
            change.apply(&mut bytes);
        }
        if let Ok(record) = Record::read(&bytes)
            && record.check(&mut ()) == Some(vec![])
        {
            prop_assert_eq!(meaning(&record), expected, "{}", String::from_utf8_lossy(&bytes));
        }
    }

    #[test]
    fn anything_at_all_is_read_or_refused(bytes in prop::collection::vec(byte(), 0..200)) {
        let _ = Record::read(&bytes);
    }
}
