use allocation::statement::{Said, StatementFile, contradictions};
use proptest::{prelude::*, sample::Index};
use serde_json::{Value, json};

use super::three;

fn refusal(text: &str) -> String {
    StatementFile::read(text.as_bytes()).unwrap_err().to_string()
}

fn changed(change: impl FnOnce(&mut Value)) -> String {
    let mut file: Value = serde_json::from_str(&three().write()).unwrap();
    change(&mut file);
    refusal(&file.to_string())
}

#[test]
fn a_file_is_written_and_read() {
    let file = three();
    let text = file.write();
    let head = format!(
        "{{\"format\":\"ticket-pool/statements/1\",\"site\":\"https://tickets.example.org\",\"key\":\"{}\",\"before\":\"{}\",\"first\":1,\"statements\":[{{\"body\":\"ticket-pool/statement/1\\nsite: ",
        file.key,
        "0".repeat(64)
    );
    assert!(text.starts_with(&head), "{text}");
    assert!(text.contains(&format!(",{{\"digest\":\"{}\"}},", file.statements[1].digest())));
    assert_eq!(StatementFile::read(text.as_bytes()).unwrap(), file);
    // Further keys and any spacing are fine; values count.
    let mut loose: Value = serde_json::from_str(&text).unwrap();
    loose["note"] = json!([1]);
    loose["statements"][0]["note"] = json!({});
    assert_eq!(StatementFile::read(serde_json::to_string_pretty(&loose).unwrap().as_bytes()).unwrap(), file);
}

#[test]
fn a_file_of_none_ends_where_it_begins() {
    let mut file = three();
    file.statements.clear();
    (file.first, file.before) = (12, allocation::Hash([9; 32]));
    assert_eq!(StatementFile::read(file.write().as_bytes()).unwrap(), file);
    assert_eq!(file.head(), (11, allocation::Hash([9; 32])));
    assert_eq!(file.check(&[]), []);
}

#[test]
fn what_is_no_file_is_refused_with_its_place() {
    assert_eq!(
        changed(|file| file["format"] = json!("ticket-pool/statements/2")),
        "format: \"ticket-pool/statements/2\" is not known; ticket-pool/statements/1 is"
    );
    assert!(changed(|file| drop(file.as_object_mut().unwrap().remove("key"))).contains("missing field `key`"));
    assert!(changed(|file| file["site"] = json!("tickets.example.org")).starts_with("site: "));
    assert!(changed(|file| file["site"] = json!("https://a\nb")).starts_with("site: "));
    assert!(changed(|file| file["key"] = json!("A".repeat(64))).starts_with("key: "));
    assert!(changed(|file| file["before"] = json!("0")).starts_with("before: "));
    for first in [json!(0), json!(9_007_199_254_740_991_u64), json!(u64::MAX), json!(-1), json!(1.0), json!("1")] {
        assert!(changed(|file| file["first"] = first.clone()).starts_with("first: "), "{first}");
    }
    assert!(changed(|file| file["statements"] = json!({})).starts_with("statements: "));
    assert!(changed(|file| file["statements"][1] = json!(["body", "signature"])).starts_with("statements[1]"));
    let neither = "statements[1]: has neither a body with a signature nor a digest alone";
    let (digits, signature) = ("0".repeat(64), "0".repeat(128));
    for said in [
        json!({}),
        json!({ "body": "" }),
        json!({ "signature": signature }),
        json!({ "digest": digits, "signature": signature }),
        json!({ "digest": digits, "body": "", "signature": signature }),
        json!({ "digest": null }),
    ] {
        assert_eq!(changed(|file| file["statements"][1] = said.clone()), neither, "{said}");
    }
    assert!(changed(|file| file["statements"][1]["digest"] = json!("0")).starts_with("statements[1].digest: "));
    assert!(
        changed(|file| file["statements"][0]["signature"] = json!("é".repeat(64))).starts_with("statements[0].signat")
    );
    assert!(refusal(&three().write().replacen('{', "{\"first\":1,", 1)).contains("\"first\" stands there twice"));
    for text in ["", "[]", "{", "null", "{}", &"[".repeat(100_000), &format!("{}x", three().write())] {
        refusal(text);
    }
    assert_eq!(StatementFile::read(b"\xff{}").unwrap_err().to_string(), "byte 0: not UTF-8");
}

#[test]
fn a_mark_of_utf_8_before_the_statements_is_passed_over_and_utf_16_is_named() {
    let marked = format!("\u{feff}{}", three().write());
    assert!(StatementFile::is_meant(marked.as_bytes()));
    assert_eq!(StatementFile::read(marked.as_bytes()).unwrap(), three());
    let utf_16: Vec<u8> = marked.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let said = StatementFile::read(&utf_16).unwrap_err().to_string();
    assert_eq!(said, "the file: is UTF-16, not UTF-8; save it as UTF-8");
}

#[test]
fn a_file_says_by_its_format_what_it_means_to_be() {
    assert!(StatementFile::is_meant(three().write().as_bytes()));
    assert!(StatementFile::is_meant(br#"{"x":[1,{}],"format":"ticket-pool/statements/2"}"#));
    for other in ["", "{}", "[]", r#"{"format":1}"#, r#"{"format":"ticket-pool/draw/2"}"#, "ticket-pool/statements/1"] {
        assert!(!StatementFile::is_meant(other.as_bytes()), "{other}");
    }
}

#[test]
fn a_file_is_told_in_a_line() {
    let (mut file, key) = (three(), three().key);
    let link = |file: &StatementFile| file.head().1.to_string();
    let site = "https://tickets.example.org";
    let expected = format!("3 statements of {site}, numbers 1 to 3, 1 withheld; key {key}; last link {}", link(&file));
    assert_eq!(file.summary(), expected);
    file.statements.truncate(1);
    assert_eq!(file.summary(), format!("1 statement of {site}, number 1; key {key}; last link {}", link(&file)));
    file.statements.clear();
    assert_eq!(file.summary(), format!("no statements of {site}; key {key}; last link {}", "0".repeat(64)));
}

#[test]
fn only_shown_statements_are_looked_into() {
    let shown: Vec<u64> = three().shown().map(|one| one.number()).collect();
    assert_eq!(shown, [1, 3]);
    assert!(matches!(three().statements[1], Said::Withheld(_)));
}

proptest! {
    /// A file in which bytes were changed is refused, has a fault, or says the same.
    #[test]
    fn a_mangled_file_is_found_out(at in any::<Index>(), new in "[ -~]{0,2}", drop in 0..3_usize) {
        let mut text = three().write();
        let at = at.index(text.len());
        text.replace_range(at..(at + drop).min(text.len()), &new);
        if let Ok(read) = StatementFile::read(text.as_bytes()) {
            prop_assert!(read == three() || !read.check(&three().links().collect::<Vec<_>>()).is_empty());
            let comparable = read.key == three().key && read.site == three().site && read.first == 1;
            if comparable && !read.links().eq(three().links()) {
                prop_assert_ne!(contradictions(&[three(), read]), []);
            }
        }
    }
}
