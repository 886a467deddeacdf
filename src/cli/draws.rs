//! `draw`: a request file in, a record out; and what `verify` reads and prints with too.

use std::{fmt::Display, io::Write, path::Path, process::ExitCode};

use allocation::{Record, write_record};
use serde_json::Map;

use crate::server::bounded;

/// What cannot be read.
pub const UNREADABLE: u8 = 2;

/// Computes a draw and prints its record on one line.
pub fn draw(file: &Path) -> ExitCode {
    let record = match read(file) {
        Ok(record) => record,
        Err(why) => return unreadable(&why),
    };
    let outcome = record.draw.run();
    say(&write_record(&record.draw, &outcome, &Map::new()))
}

fn read(file: &Path) -> Result<Record, String> {
    let bytes = bytes_of(file)?;
    Record::read(&bytes).map_err(|error| why(file, &bytes, &error))
}

/// Why what is in a file cannot be read: what it is instead, where that is sure, or else where it is wrong.
pub fn why(file: &Path, bytes: &[u8], error: &dyn Display) -> String {
    let file = file.display();
    match mistaken(bytes) {
        Some(what) => format!("{file}: it is {what}"),
        None => format!("{file}: {error}"),
    }
}

/// What a file is that is surely no JSON, and what to do.
fn mistaken(bytes: &[u8]) -> Option<&'static str> {
    let text = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes).trim_ascii_start();
    let line = text.split(|byte| b"\r\n".contains(byte)).next().unwrap_or_default();
    let in_columns = line.iter().any(|byte| b",;\t".contains(byte)) && !line.iter().any(|&byte| byte < b'\t');
    match text {
        [b'<', ..] => Some("a web page; sign in, and download the file again"),
        [b'P', b'K', 3, 4, ..] => Some(
            "a workbook or an archive; what is read here is a draw record, or statements, as the site gives them (JSON)",
        ),
        [b'{' | b'[' | b'"', ..] => None,
        _ if in_columns => {
            Some("a table (CSV); what is read here is a draw record, or statements, as the site gives them (JSON)")
        }
        _ => None,
    }
}

/// The largest file that is read. A record of a million requests has 144 MB.
const LARGEST: u64 = 256 << 20;

/// What is in a file, or on standard input.
pub fn bytes_of(file: &Path) -> Result<Vec<u8>, String> {
    let read = if file == Path::new("-") {
        bounded::read_from(std::io::stdin().lock(), LARGEST)
    } else {
        bounded::read(file, LARGEST)
    };
    read.map_err(|error| format!("{}: {error}", file.display()))
}

/// Says on standard error what cannot be read.
pub fn unreadable(why: &str) -> ExitCode {
    eprintln!("{why}");
    ExitCode::from(UNREADABLE)
}

/// Prints; whoever stopped listening has what they wanted.
pub fn say(text: &str) -> ExitCode {
    match writeln!(std::io::stdout(), "{text}") {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) if error.kind() == std::io::ErrorKind::BrokenPipe => ExitCode::SUCCESS,
        Err(error) => unreadable(&format!("standard output: {error}")),
    }
}
