//! `verify`: records and files of statements, in any mix, each for itself and against the others.

use std::{
    path::{Path, PathBuf},
    process::ExitCode,
};

use allocation::{
    Record,
    after::Tally,
    statement::{StatementFile, against_record, contradictions},
};

use super::draws::{UNREADABLE, bytes_of, say, unreadable, why};

/// A file that was named.
enum Given {
    Record(Box<Record>),
    Statements(StatementFile),
}

/// What was found, in the order it is printed.
#[derive(Default)]
struct Found {
    lines: Vec<String>,
    differs: bool,
}

impl Found {
    fn agrees(&mut self, line: String) {
        self.lines.push(line);
    }

    fn differences(&mut self, lines: impl IntoIterator<Item = String>) {
        let before = self.lines.len();
        self.lines.extend(lines);
        self.differs |= self.lines.len() > before;
    }
}

/// Recomputes records, checks statements, holds them against each other, and says what agrees, or every difference. Exit
/// status 2 if a file cannot be read, else 1 if anything differs, else 0.
pub fn verify(files: &[PathBuf]) -> ExitCode {
    let mut complaints = Vec::new();
    let (mut records, mut statements) = (Vec::new(), Vec::new());
    for file in files {
        match read(file) {
            Ok(Given::Record(record)) => records.push((file, record)),
            Ok(Given::Statements(read)) => statements.push((file, read)),
            Err(why) => complaints.push(why),
        }
    }
    let mut found = Found::default();
    // With one file its name would only repeat what was typed.
    let named = |file: &Path| if files.len() > 1 { format!("{}: ", file.display()) } else { String::new() };
    for (file, record) in &records {
        match of_record(record) {
            Some(Ok(agrees)) => found.agrees(named(file) + &agrees),
            Some(Err(differences)) => found.differences(differences.into_iter().map(|one| named(file) + &one)),
            None => complaints.push(format!("{}: result: is missing; `draw` computes it", file.display())),
        }
    }
    for (file, said) in &statements {
        let faults = said.check(&[]);
        if faults.is_empty() {
            let told = "Those that are shown are signed, and each follows from all before it.";
            found.agrees(format!("{}agrees: {}. {told}", named(file), said.summary()));
        }
        found.differences(faults.iter().map(|fault| format!("{}{fault}", named(file))));
        for (other, record) in &records {
            let (both, compared) =
                (format!("{} and {}", file.display(), other.display()), against_record(said, record));
            if compared.differences.is_empty() {
                found.agrees(format!("{both}: {}", compared.summary()));
            }
            found.differences(compared.differences.iter().map(|one| format!("{both}: {one}")));
        }
    }
    let statements: Vec<StatementFile> = statements.into_iter().map(|(_, said)| said).collect();
    found.differences(contradictions(&statements).iter().map(|one| format!("contradiction: {one}")));
    end(&found, &complaints)
}

fn end(found: &Found, complaints: &[String]) -> ExitCode {
    let printed = if found.lines.is_empty() { ExitCode::SUCCESS } else { say(&found.lines.join("\n")) };
    for why in complaints {
        unreadable(why);
    }
    match (complaints, found.differs) {
        ([_, ..], _) => ExitCode::from(UNREADABLE),
        ([], true) => ExitCode::FAILURE,
        ([], false) => printed,
    }
}

/// What agrees, or every difference; `None` where nothing is claimed.
fn of_record(record: &Record) -> Option<Result<String, Vec<String>>> {
    let differences = record.check(&mut ())?;
    if !differences.is_empty() {
        return Some(Err(differences.iter().map(ToString::to_string).collect()));
    }
    let draw = &record.draw;
    let requests = draw.list().requests();
    let pinned = requests.iter().filter(|request| request.pinned.is_some()).count();
    let after = record.after.as_ref().map(|entries| format!(" {}.", Tally::of(entries))).unwrap_or_default();
    Some(Ok(format!(
        "agrees: event {}, draw {}, {}. The code opens the commitment; the digest of {} requests, {} places, {} numbers \
         ({pinned} of them decided by hand) and what is left come out.{after}",
        draw.list().event(),
        draw.number(),
        draw.rule(),
        requests.len(),
        requests.len() - pinned,
        requests.len(),
    )))
}

fn read(file: &Path) -> Result<Given, String> {
    let bytes = bytes_of(file)?;
    if StatementFile::is_meant(&bytes) {
        StatementFile::read(&bytes).map(Given::Statements).map_err(|error| why(file, &bytes, &error))
    } else {
        Record::read(&bytes).map(Box::new).map(Given::Record).map_err(|error| why(file, &bytes, &error))
    }
}
