use alloc::format;

use super::read::{RecordError, wrong};

/// The mark that some programs put before a text in UTF-8.
const MARK: &[u8] = b"\xEF\xBB\xBF";

/// A file without the mark of UTF-8 before it, if there is one.
pub(crate) fn unmarked(bytes: &[u8]) -> &[u8] {
    bytes.strip_prefix(MARK).unwrap_or(bytes)
}

/// A file as text.
///
/// # Errors
/// What is not UTF-8; other encodings of Unicode are named.
pub(crate) fn text_of(bytes: &[u8]) -> Result<&str, RecordError> {
    // No text has a NUL among its first letters.
    let other = match bytes {
        [0xFF, 0xFE, 0, 0, ..] | [0, 0, 0xFE, 0xFF, ..] | [1..=u8::MAX, 0, 0, 0, ..] | [0, 0, 0, 1..=u8::MAX, ..] => {
            Some("UTF-32")
        }
        [0xFF, 0xFE, ..] | [0xFE, 0xFF, ..] | [1..=u8::MAX, 0, ..] | [0, 1..=u8::MAX, ..] => Some("UTF-16"),
        _ => None,
    };
    if let Some(other) = other {
        return Err(wrong("the file", format!("is {other}, not UTF-8; save it as UTF-8")));
    }
    let marked = bytes.len() - unmarked(bytes).len();
    core::str::from_utf8(unmarked(bytes))
        .map_err(|error| wrong(format!("byte {}", marked + error.valid_up_to()), "not UTF-8"))
}
