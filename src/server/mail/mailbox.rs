use base64::{Engine, prelude::BASE64_STANDARD};

use super::plain::plain;

/// The most octets of UTF-8 in one encoded word: 60 of the 75 characters that RFC 2047 section 2 allows.
const WORD: usize = 45;
/// The most encoded words: SES takes 320 characters for name and address together.
const WORDS: usize = 3;

/// A name and an address as they stand in a header (RFC 5322 section 3.4): the name quoted, or encoded (RFC 2047) where
/// it is not ASCII. Nothing in a name can end the quoting or the line.
pub(super) fn mailbox(name: &str, address: &str) -> String {
    let name = plain(name);
    if name.is_empty() {
        return address.to_owned();
    }
    if name.is_ascii() {
        let quoted = name.replace('\\', "\\\\").replace('"', "\\\"");
        return format!("\"{quoted}\" <{address}>");
    }
    let mut words: Vec<String> = Vec::new();
    for letter in name.chars() {
        match words.last_mut() {
            Some(word) if word.len() + letter.len_utf8() <= WORD => word.push(letter),
            _ => words.push(letter.into()),
        }
    }
    let encoded = words.iter().take(WORDS).map(|word| format!("=?utf-8?B?{}?=", BASE64_STANDARD.encode(word)));
    format!("{} <{address}>", encoded.collect::<Vec<_>>().join(" "))
}
