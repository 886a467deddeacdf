//! Text cut into lines and cells.

use super::{address, columns::Column, headings::heading};
use crate::server::services::spreadsheet::unguarded;

/// A line, cut into its cells.
#[derive(Debug)]
pub(super) struct Record {
    pub line: usize,
    pub cells: Vec<String>,
    /// As it was typed.
    pub raw: String,
}

/// How many lines show what separates cells.
const SHOWN: usize = 12;

/// How often quotes that are never closed are looked for.
const MENDED: usize = 100;

/// The sign by which most of the first lines get an address of their own. Of those that do as well, the one that makes
/// the most cells.
pub(super) fn separator(text: &str) -> u8 {
    let first: usize =
        text.split_inclusive('\n').filter(|line| !line.trim().is_empty()).take(SHOWN).map(str::len).sum();
    let blank: usize = text.split_inclusive('\n').take_while(|line| line.trim().is_empty()).map(str::len).sum();
    let end = (blank + first..=text.len()).find(|&at| text.is_char_boundary(at)).unwrap_or(text.len());
    let addressed = |cell: &String| {
        let alone = |cell: &str| address::bare(cell).is_some();
        let is_title = || {
            heading(cell).is_some_and(|heading| heading.column == Column::Email)
                && !cell.contains([',', ';', '\t', '|'])
        };
        alone(cell) || (cell.contains('@') && cell.ends_with('>') && !cell.contains([';', '\t', '|'])) || is_title()
    };
    let fits = |separator: &u8| {
        let records = records(&text[..end], *separator, 1);
        let with_address = records.iter().filter(|record| record.cells.iter().any(addressed)).count();
        (with_address, records.iter().map(|record| record.cells.len()).sum::<usize>())
    };
    b"|,;\t".iter().copied().max_by_key(fits).unwrap_or(b',')
}

/// The lines that have something in them, read as RFC 4180 says; the first is number `first`. Their cells are trimmed, and
/// without the guard that our own files put before what could be a formula. A quote that nothing closes is a sign like
/// any other: it takes no other line along.
pub(super) fn records(text: &str, separator: u8, first: usize) -> Vec<Record> {
    let mut records = Vec::new();
    let (mut start, mut line, mut mended) = (0, first, 0);
    while start < text.len() {
        let stopped = read(&text[start..], (separator, mended < MENDED), &mut line, &mut records);
        let Some(at) = stopped else { break };
        // The line where the quote opens, as it is; then go on below it.
        let open = &text[start + at..];
        let end = open.find('\n').map_or(open.len(), |end| end + 1);
        read(&open[..end], (separator, false), &mut line, &mut records);
        start += at + end;
        mended += 1;
    }
    records.retain(|record| record.cells.iter().any(|cell| cell.contains(|c: char| !"-=_:.|,;*+\t ".contains(c))));
    records
}

/// Reads on; returns where it stopped, at a record whose quote is never closed.
fn read(text: &str, (separator, quotes): (u8, bool), line: &mut usize, into: &mut Vec<Record>) -> Option<usize> {
    let mut reader = csv::ReaderBuilder::new();
    let reader = reader.has_headers(false).flexible(true).delimiter(separator).quoting(quotes);
    let mut reader = reader.from_reader(text.as_bytes());
    let mut record = csv::StringRecord::new();
    let mut counted = 0;
    let offset = |reader: &csv::Reader<&[u8]>| usize::try_from(reader.position().byte()).unwrap_or(0).min(text.len());
    loop {
        let left = offset(&reader);
        // Text in memory that may have any number of cells a line knows no error.
        if !reader.read_record(&mut record).unwrap_or(false) {
            break;
        }
        let begins = text.len() - text[left..].trim_start_matches('\n').len();
        *line += text[counted..begins].matches('\n').count();
        counted = begins;
        let ends = offset(&reader).max(begins);
        let raw = text[begins..ends].trim_end_matches('\n');
        if quotes && ends == text.len() && raw.contains('\n') && raw.matches('"').count() % 2 == 1 {
            return Some(begins);
        }
        let cells = record.iter().map(|cell| unguarded(trimmed(cell)).to_owned()).collect();
        into.push(Record { line: *line, cells, raw: raw.to_owned() });
    }
    *line += text[counted..].matches('\n').count();
    None
}

/// A cell without spaces and without what cannot be seen around it.
fn trimmed(cell: &str) -> &str {
    cell.trim_matches(|c: char| {
        c.is_whitespace() || matches!(c, '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}' | '\u{ad}')
    })
}
