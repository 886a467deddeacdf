//! Text that is no JSON, or JSON that programs read differently. The place is a line and a column.

use allocation::Record;

use super::{record, refused};

#[test]
fn emil_who_uploads_something_else_is_told_so() {
    for text in ["", "  \n", "ticket-pool", "{", "{\"format\"", "{\"format\":\"ticket-pool/draw/1", "[1,"] {
        refused(text, "line ");
    }
    for text in ["null", "7", "\"ticket-pool/draw/1\"", "[]", "[{}]", "true"] {
        refused(text, "the file: invalid type: ");
    }
}

#[test]
fn bytes_that_are_no_utf_8_are_refused_with_where_they_stand() {
    refused(b"\xff{}", "byte 0: not UTF-8");
    let mut bytes = record().to_string().into_bytes();
    bytes[20] = 0xc3;
    refused(bytes, "byte 20: not UTF-8");
    let utf_16: Vec<u8> = record().to_string().encode_utf16().flat_map(u16::to_le_bytes).collect();
    refused([&[0xff, 0xfe], &utf_16[..]].concat(), "the file: is UTF-16, not UTF-8");
    refused(&utf_16[..], "the file: is UTF-16, not UTF-8");
    let turned: Vec<u8> = record().to_string().encode_utf16().flat_map(u16::to_be_bytes).collect();
    refused([&[0xfe, 0xff], &turned[..]].concat(), "the file: is UTF-16, not UTF-8");
    let utf_32: Vec<u8> = record().to_string().chars().flat_map(|c| u32::from(c).to_le_bytes()).collect();
    refused([&[0xff, 0xfe, 0, 0], &utf_32[..]].concat(), "the file: is UTF-32, not UTF-8");
    refused(utf_32, "the file: is UTF-32, not UTF-8");
}

#[test]
fn a_mark_of_utf_8_before_the_record_is_passed_over() {
    let marked = format!("\u{feff}{}", record());
    assert_eq!(Record::read(marked.as_bytes()).unwrap(), Record::read(record().to_string().as_bytes()).unwrap());
    refused(format!("\u{feff}{marked}"), "line 1 column 1: expected value");
    refused(b"\xef\xbb\xbf\xff{}", "byte 3: not UTF-8");
}

#[test]
fn farah_cannot_hide_a_second_record_behind_the_first() {
    let record = record();
    for after in ["{}", "x", ",", "}", "\0", "\u{a0}", "//"] {
        let end = record.to_string().len() + 1;
        refused(format!("{record}{after}"), &format!("line 1 column {end}: text after the end"));
    }
}

#[test]
fn what_only_some_programs_read_as_json_is_refused() {
    for (standard, lenient) in [
        ("\"tickets\":10", "\"tickets\":010"),
        ("\"tickets\":10", "\"tickets\":+10"),
        ("\"tickets\":10", "\"tickets\":0x0a"),
        ("\"tickets\":10", "\"tickets\":NaN"),
        ("\"tickets\":10", "\"tickets\":10,"),
        ("\"tickets\":10", "\"tickets\":10/*ten*/"),
        ("\"tickets\":10", "tickets:10"),
        ("\"equal\"", "'equal'"),
        ("lotto 3", "lotto\n3"),
        ("lotto 3", "lotto\t3"),
        ("lotto 3", "lotto\\x3"),
        ("lotto 3", "lotto\\ud800 3"),
        ("\"x\":1", "\"x\":-"),
    ] {
        let text = record().to_string();
        assert_eq!(text.matches(standard).count(), 1, "{standard}");
        refused(text.replace(standard, lenient), "line ");
    }
}

/// A reader that calls itself for every level would run out of stack.
#[test]
fn goran_nests_ten_thousand_deep_and_nothing_breaks() {
    let deep = |open: &str, close: &str| format!("{}1{}", open.repeat(10_000), close.repeat(10_000));
    for (open, close) in [("[", "]"), ("{\"a\":", "}")] {
        refused(open.repeat(10_000), "line 1 column ");
        refused(deep(open, close), "line 1 column ");
        for (key, value) in [("\"x\":", 1), ("\"tickets\":", 10), ("\"left\":", 1)] {
            let text = record().to_string();
            let flat = format!("{key}{value}");
            assert_eq!(text.matches(&flat).count(), 1, "{flat}");
            refused(text.replace(&flat, &format!("{key}{}", deep(open, close))), "line 1 column ");
        }
    }
}

#[test]
fn a_key_that_stands_there_twice_is_refused_wherever_it_is() {
    for (once, twice, place, key) in [
        ("\"tickets\":10", "\"tickets\":10,\"tickets\":10", "the file", "tickets"),
        ("\"chain\":32", "\"chain\":32,\"chain\":32", "commitment", "chain"),
        ("\"label\":\"chen\"", "\"label\":\"chen\",\"label\":\"dina\"", "requests[2]", "label"),
        ("\"left\":1", "\"left\":1,\"left\":2", "result", "left"),
        ("\"asha\":4", "\"asha\":4,\"asha\":4", "result.allocated", "asha"),
        ("\"by\":", "\"by\":1,\"by\":", "note", "by"),
        ("\"x\":1", "\"x\":1,\"y\":2,\"x\":1", "note.again[0]", "x"),
        // Another spelling of the same key.
        ("\"x\":1", "\"x\":1,\"\\u0078\":2", "note.again[0]", "x"),
        ("\"draw\":1", "\"draw\":1,\"dr\\u0061w\":2", "the file", "draw"),
    ] {
        let text = record().to_string();
        assert_eq!(text.matches(once).count(), 1, "{once}");
        refused(text.replace(once, twice), &format!("{place}: the key \"{key}\" stands there twice"));
    }
}

#[test]
fn a_place_is_named_also_where_a_key_has_no_name() {
    refused(r#"{"":{"a":0,"a":0}}"#, "the file: the key \"a\" stands there twice");
}
