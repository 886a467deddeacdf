//! Tables as text.

use super::{Cell, Table};
use crate::server::services::{Done, Fault};

/// A table as CSV (RFC 4180, UTF-8 with a mark so that spreadsheets see it). A cell that a spreadsheet would run as a formula
/// is led by an apostrophe (OWASP, CSV injection).
pub fn write(table: &Table, separator: u8) -> Done<Vec<u8>> {
    // Where a semicolon separates, a comma stands in numbers.
    let mark = if separator == b';' { ',' } else { '.' };
    let mut writer = csv::WriterBuilder::new();
    let writer = writer.delimiter(separator).terminator(csv::Terminator::CRLF);
    let mut writer = writer.from_writer(vec![0xEF, 0xBB, 0xBF]);
    writer.write_record(&table.titles).map_err(Fault::from)?;
    for row in &table.rows {
        writer.write_record(row.iter().map(|cell| text(cell, mark))).map_err(Fault::from)?;
    }
    Ok(writer.into_inner().map_err(|error| Fault::Csv(error.into_error().into()))?)
}

fn text(cell: &Cell, mark: char) -> String {
    match cell {
        Cell::Nothing => String::new(),
        Cell::Text(text) => plain_cell(text),
        Cell::Number(number) => number.to_string(),
        Cell::Thousandths(number) => {
            let (sign, whole) = (if *number < 0 { "-" } else { "" }, number.unsigned_abs());
            format!("{sign}{}{mark}{:03}", whole / 1_000, whole % 1_000)
        }
        Cell::Day(day) => day.format("%Y-%m-%d").to_string(),
        Cell::Instant(at) => Cell::instant(at).format("%Y-%m-%d %H:%M:%S").to_string(),
    }
}

/// What makes a spreadsheet take a cell for a formula, where it comes first. Some take the full-width signs for the others.
const FORMULA: [char; 11] = ['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠'];

/// A cell that no spreadsheet takes for a formula. One that looks as if it were guarded gets a guard too, so that
/// [`unguarded`] returns every cell as it was.
fn plain_cell(cell: &str) -> String {
    if cell.trim_start_matches('\'').starts_with(FORMULA) { format!("'{cell}") } else { cell.to_owned() }
}

/// A cell without the apostrophe that [`write`] has put before it.
pub fn unguarded(cell: &str) -> &str {
    match cell.strip_prefix('\'') {
        Some(rest) if rest.trim_start_matches('\'').starts_with(FORMULA) => rest,
        _ => cell,
    }
}

#[cfg(test)]
mod tests {
    use super::{Cell, plain_cell, text, unguarded};

    #[test]
    fn a_number_in_thousandths_is_one_in_either_kind_of_file() {
        let written = |mark| [1_200, -2_034, 7, -7, 0].map(|number| text(&Cell::Thousandths(number), mark));
        assert_eq!(written('.'), ["1.200", "-2.034", "0.007", "-0.007", "0.000"]);
        assert_eq!(written(',')[1], "-2,034");
    }

    #[test]
    fn a_cell_is_never_a_formula() {
        for formula in ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "＝1+1", "＋1", "－1", "＠SUM(A1)"]
        {
            assert!(plain_cell(formula).starts_with('\''));
        }
        assert_eq!(plain_cell("Zoë"), "Zoë");
    }

    #[test]
    fn a_guarded_cell_comes_back_as_it_was() {
        for cell in
            ["=SUM(1)", "'=SUM(1)", "''-1", "'t Hooft", "''", "'", "", "Zoë", "+44 20", "O'Brien", "＝1", "'＝1"]
        {
            assert_eq!(unguarded(&plain_cell(cell)), cell);
        }
        assert_eq!(unguarded("'t Hooft"), "'t Hooft", "an apostrophe of one's own stays");
    }
}
