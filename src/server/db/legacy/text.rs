//! Bytes of the file as text.

use std::fmt;

use encoding_rs::{UTF_16BE, UTF_16LE, WINDOWS_1252};
use sea_orm::{ConnectionTrait, DatabaseConnection, DbBackend, DbErr, Statement};

use super::Place;

/// In which letters the file keeps its texts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Encoding {
    Utf8,
    Utf16(&'static encoding_rs::Encoding),
}

/// A value that is no text as it stands, and how it was read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Misread {
    pub place: Place,
    pub column: &'static str,
    how: How,
}

/// How a value that is no text was read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum How {
    /// Not in the letters of the file: Windows-1252, which every byte is.
    Windows1252(String),
    /// UTF-16 with halves of letters missing.
    Halves,
    /// Bytes that are text.
    Bytes,
    /// Bytes that are a number, where a flag is.
    Number(u64),
    /// Bytes that are none: nothing.
    NoText(usize),
}

pub(super) async fn encoding(c: &DatabaseConnection) -> Result<Encoding, DbErr> {
    let asked = c.query_one_raw(Statement::from_string(DbBackend::Sqlite, "PRAGMA encoding")).await?;
    let said = asked.map(|row| row.try_get_by_index::<String>(0)).transpose()?;
    Ok(match said.as_deref() {
        Some("UTF-16le") => Encoding::Utf16(UTF_16LE),
        Some("UTF-16be") => Encoding::Utf16(UTF_16BE),
        _ => Encoding::Utf8,
    })
}

/// Reads a flag: as any other value, but bytes that are no text are a number, as some databases keep a bit.
pub(super) fn read_flag(bytes: Vec<u8>, is_blob: bool, encoding: Encoding) -> (Option<String>, Option<How>) {
    let is_number = is_blob && (1..=8).contains(&bytes.len()) && bytes.iter().any(|byte| *byte < b' ');
    if is_number {
        let number = bytes.iter().fold(0, |number, byte| number << 8 | u64::from(*byte));
        return (Some(number.to_string()), Some(How::Number(number)));
    }
    read(bytes, is_blob, encoding)
}

/// Reads a value: the text, if it is one, and what is to be said about it.
pub(super) fn read(bytes: Vec<u8>, is_blob: bool, encoding: Encoding) -> (Option<String>, Option<How>) {
    if let (false, Encoding::Utf16(encoding)) = (is_blob, encoding) {
        let (text, broken) = encoding.decode_without_bom_handling(&bytes);
        return (Some(text.into_owned()), broken.then_some(How::Halves));
    }
    let no_text = |bytes: &[u8]| bytes.iter().any(|byte| *byte < b' ' && !b"\t\n\r".contains(byte));
    if is_blob && no_text(&bytes) {
        return (None, Some(How::NoText(bytes.len())));
    }
    match String::from_utf8(bytes) {
        Ok(text) => (Some(text), is_blob.then_some(How::Bytes)),
        Err(error) => {
            let (text, _) = WINDOWS_1252.decode_without_bom_handling(error.as_bytes());
            let shown = text.chars().map(|c| if c.is_control() { ' ' } else { c }).take(60).collect();
            (Some(text.into_owned()), Some(How::Windows1252(shown)))
        }
    }
}

impl How {
    pub fn at(self, place: &Place, column: &'static str) -> Misread {
        Misread { place: place.clone(), column, how: self }
    }
}

impl fmt::Display for Misread {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { place, column, how } = self;
        write!(f, "{place}: its column {column} ")?;
        match how {
            How::Windows1252(text) => write!(f, "is not UTF-8; read as Windows-1252: “{text}”"),
            How::Halves => f.write_str("has halves of letters; each was read as \u{FFFD}"),
            How::Bytes => f.write_str("is a BLOB; read as text"),
            How::Number(number) => write!(f, "is a BLOB; read as the number {number}"),
            How::NoText(1) => f.write_str("is a BLOB of 1 byte that is no text; taken as empty"),
            How::NoText(many) => write!(f, "is a BLOB of {many} bytes that are no text; taken as empty"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_not_utf_8_is_windows_1252() {
        let read = |bytes: &[u8]| read(bytes.to_vec(), false, Encoding::Utf8);
        assert_eq!(read("Zoë".as_bytes()), (Some("Zoë".into()), None));
        assert_eq!(read(b"Zo\xeb \x80"), (Some("Zoë €".into()), Some(How::Windows1252("Zoë €".into()))));
    }

    #[test]
    fn bytes_are_text_if_they_can_be() {
        let read = |bytes: &[u8]| read(bytes.to_vec(), true, Encoding::Utf8);
        assert_eq!(read(b"4"), (Some("4".into()), Some(How::Bytes)));
        assert_eq!(read(b"\x00\x01"), (None, Some(How::NoText(2))));
    }

    #[test]
    fn a_flag_may_be_a_bit() {
        let read = |bytes: &[u8]| read_flag(bytes.to_vec(), true, Encoding::Utf8);
        assert_eq!(read(b"\x01"), (Some("1".into()), Some(How::Number(1))));
        assert_eq!(read(b"\x00"), (Some("0".into()), Some(How::Number(0))));
        assert_eq!(read(b"\x00\x01"), (Some("1".into()), Some(How::Number(1))));
        assert_eq!(read(b"1"), (Some("1".into()), Some(How::Bytes)));
        assert_eq!(read(b""), (Some(String::new()), Some(How::Bytes)));
    }

    #[test]
    fn utf_16_is_read_as_the_file_says() {
        let little = |bytes: &[u8]| read(bytes.to_vec(), false, Encoding::Utf16(UTF_16LE));
        assert_eq!(little(b"\x5a\x00\xeb\x00"), (Some("Zë".into()), None));
        assert_eq!(little(b"\x5a\x00\x00\xd8"), (Some("Z\u{FFFD}".into()), Some(How::Halves)));
    }
}
