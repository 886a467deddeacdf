//! `draw` and `verify`: a request file or a record in, a record or a verdict out.

use std::{
    io::{Read, Write},
    path::Path,
    process::ExitCode,
};

use allocation::{Record, write_record};
use serde_json::Map;

/// What cannot be read.
const UNREADABLE: u8 = 2;

/// Computes a draw and prints its record on one line.
pub fn draw(file: &Path) -> ExitCode {
    let record = match read(file) {
        Ok(record) => record,
        Err(why) => return unreadable(&why),
    };
    let outcome = record.draw.run();
    say(&write_record(&record.draw, &outcome, &Map::new()))
}

/// Recomputes everything in a record and says what agrees, or every difference.
pub fn verify(file: &Path) -> ExitCode {
    let record = match read(file) {
        Ok(record) => record,
        Err(why) => return unreadable(&why),
    };
    let Some(differences) = record.check(&mut ()) else {
        return unreadable(&format!("{}: result: is missing; `draw` computes it", file.display()));
    };
    if differences.is_empty() {
        let draw = &record.draw;
        let requests = draw.list().requests();
        let pinned = requests.iter().filter(|request| request.pinned.is_some()).count();
        return say(&format!(
            "agrees: event {}, draw {}, {}. The code opens the commitment; the digest of {} requests, {} places, {} numbers \
             ({pinned} of them decided by hand) and what is left come out.",
            draw.list().event(),
            draw.number(),
            draw.rule(),
            requests.len(),
            requests.len() - pinned,
            requests.len(),
        ));
    }
    let each: Vec<String> = differences.iter().map(ToString::to_string).collect();
    say(&each.join("\n"));
    ExitCode::FAILURE
}

fn read(file: &Path) -> Result<Record, String> {
    let shown = file.display();
    let mut bytes = Vec::new();
    let read = if file == Path::new("-") {
        std::io::stdin().read_to_end(&mut bytes)
    } else {
        std::fs::File::open(file).and_then(|mut file| file.read_to_end(&mut bytes))
    };
    read.map_err(|error| format!("{shown}: {error}"))?;
    Record::read(&bytes).map_err(|error| format!("{shown}: {error}"))
}

fn unreadable(why: &str) -> ExitCode {
    eprintln!("{why}");
    ExitCode::from(UNREADABLE)
}

/// Prints; whoever stopped listening has what they wanted.
fn say(text: &str) -> ExitCode {
    match writeln!(std::io::stdout(), "{text}") {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) if error.kind() == std::io::ErrorKind::BrokenPipe => ExitCode::SUCCESS,
        Err(error) => unreadable(&format!("standard output: {error}")),
    }
}
