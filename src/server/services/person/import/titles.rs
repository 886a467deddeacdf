//! Which line of a sheet holds the titles of its columns.

use super::{
    address,
    columns::Column,
    headings::{Heading, heading},
    records::Record,
    values::read_active,
};

/// How far down titles are looked for.
const HIGHEST: usize = 6;

/// Where the titles stand: the first line that names addresses and holds none. What stands above it is about nobody, such as the
/// name of the club and where it is reached; a line with an address that is as full as the titles is somebody's. Where no
/// line names addresses, the first may name something else.
pub(super) fn titles_at(records: &[Record]) -> Option<usize> {
    let filled = |record: &Record| record.cells.iter().filter(|cell| !cell.is_empty()).count();
    let holds_address = |record: &Record| record.cells.iter().any(|cell| address::find(cell, false).is_some());
    let first = &records[..records.len().min(HIGHEST)];
    let named = first.iter().position(|record| {
        let headings = headings(record);
        let names_addresses = headings.iter().any(|heading| heading.column == Column::Email);
        names_addresses && !holds_address(record) && (headings.len() > 1 || filled(record) == 1)
    });
    let nobody_above =
        |at: &usize| first[..*at].iter().all(|above| !holds_address(above) || filled(above) < filled(&first[*at]));
    named.filter(nobody_above).or_else(|| {
        let first = records.first().filter(|first| !holds_address(first) && !headings(first).is_empty());
        first.map(|_| 0)
    })
}

/// What the cells of a line would say as titles.
fn headings(record: &Record) -> Vec<Heading> {
    // "Active" is what stands above such a column and in it.
    let titles = record.cells.iter().filter(|cell| read_active(cell).is_none());
    titles.filter_map(|cell| heading(cell)).collect()
}
