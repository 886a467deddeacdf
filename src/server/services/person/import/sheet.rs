//! Text out of a spreadsheet as rows: what separates its cells, which column is which, where each line stands.

use super::columns::{Column, Columns};
use crate::{
    domain::{person::Email, typed::Problem},
    error::Refusal,
    server::services::spreadsheet::unguarded,
};

/// How many people one list may hold.
pub const MOST: usize = 5_000;

/// What was pasted.
#[derive(Debug, PartialEq, Eq)]
pub struct Sheet {
    pub rows: Vec<SheetRow>,
    /// The columns that say nothing about a person here.
    pub ignored: Vec<String>,
}

/// One line about one person. A cell that is empty, or whose column is not there, says nothing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SheetRow {
    /// Where it begins, counted as a person does: the first line is 1, empty ones count.
    pub line: usize,
    pub address: String,
    pub name: Option<String>,
    pub role: Option<String>,
    pub active: Option<String>,
}

/// Why there are no rows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unreadable {
    /// There is nobody in it.
    Nothing,
    /// No column holds email addresses.
    NoAddresses,
    /// More than [`MOST`].
    TooMany { seen: usize },
}

impl Unreadable {
    /// The same as a refusal of the field.
    pub fn refusal(self) -> Refusal {
        let most = u32::try_from(MOST).unwrap_or(u32::MAX);
        let problem = match self {
            Self::Nothing => Problem::Missing,
            Self::NoAddresses => Problem::NotAnAddress { seen: String::new() },
            Self::TooMany { seen } => Problem::OutOfRange { min: 1, max: most, seen: seen.to_string() },
        };
        Refusal::field("rows", problem)
    }
}

/// A line, cut into its cells.
pub(super) struct Record {
    pub line: usize,
    pub cells: Vec<String>,
}

/// Reads rows of cells that a comma, a semicolon or a tab separates; a mark of UTF-8 before them and any kind of line end
/// are fine.
///
/// # Errors
/// Nobody in it, nowhere an address, too many.
pub fn read(text: &str) -> Result<Sheet, Unreadable> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text).replace("\r\n", "\n").replace('\r', "\n");
    let mut records: Vec<Record> = records(&text, separator(&text)).collect();
    let columns = Columns::of(&records)?;
    if columns.named {
        records.remove(0);
    }
    match records.len() {
        0 => return Err(Unreadable::Nothing),
        seen if seen > MOST => return Err(Unreadable::TooMany { seen }),
        _ => {}
    }
    let rows = records.iter().map(|record| {
        let cell = |column| columns.cell(record, column).map(ToOwned::to_owned);
        SheetRow {
            line: record.line,
            address: cell(Column::Address).unwrap_or_default(),
            name: cell(Column::Name),
            role: cell(Column::Role),
            active: cell(Column::Active),
        }
    });
    Ok(Sheet { rows: rows.collect(), ignored: columns.ignored })
}

/// The sign by which most of the first lines get an address of their own. Of those that do as well, the one that makes
/// the most cells.
fn separator(text: &str) -> u8 {
    let addressed = |cell: &String| Column::of(cell) == Some(Column::Address) || Email::parse(cell).is_ok();
    let fits = |separator: &u8| {
        let first: Vec<Record> = records(text, *separator).take(10).collect();
        let with_address = first.iter().filter(|record| record.cells.iter().any(addressed)).count();
        (with_address, first.iter().map(|record| record.cells.len()).sum::<usize>())
    };
    b",;\t".iter().copied().max_by_key(fits).unwrap_or(b',')
}

/// The lines that have something in them, read as RFC 4180 says. Their cells are trimmed, and without the guard that our
/// own files put before what could be a formula.
fn records(text: &str, separator: u8) -> impl Iterator<Item = Record> {
    let mut reader = csv::ReaderBuilder::new();
    let reader = reader.has_headers(false).flexible(true).delimiter(separator).from_reader(text.as_bytes());
    let (mut line, mut counted) = (1, 0);
    // Text in memory that may have any number of cells a line knows no error.
    let read = reader.into_records().filter_map(Result::ok).map(move |record| {
        let left = record.position().and_then(|at| usize::try_from(at.byte()).ok()).unwrap_or(counted);
        let begins = text.len() - text[left..].trim_start_matches('\n').len();
        line += text[counted..begins].matches('\n').count();
        counted = begins;
        Record { line, cells: record.iter().map(|cell| unguarded(cell.trim()).to_owned()).collect() }
    });
    read.filter(|record| record.cells.iter().any(|cell| !cell.is_empty()))
}
