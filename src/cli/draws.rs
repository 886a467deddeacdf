//! `draw`: a request file in, a record out; and what `verify` reads and prints with too.

use std::{io::Write, path::Path, process::ExitCode};

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
    Record::read(&bytes_of(file)?).map_err(|error| format!("{}: {error}", file.display()))
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
