//! Files for spreadsheets.

use super::Done;
use crate::server::db::DbErr;

/// CSV (RFC 4180, UTF-8 with a mark so that spreadsheets see it). A cell that a spreadsheet would run as a formula is led
/// by an apostrophe (OWASP, CSV injection).
pub fn csv<const COLUMNS: usize>(
    header: [&str; COLUMNS],
    rows: impl IntoIterator<Item = [String; COLUMNS]>,
) -> Done<Vec<u8>> {
    let failed = |error: csv::Error| DbErr::Custom(format!("writing CSV: {error}"));
    let mut writer = csv::WriterBuilder::new().terminator(csv::Terminator::CRLF).from_writer(vec![0xEF, 0xBB, 0xBF]);
    writer.write_record(header).map_err(failed)?;
    for row in rows {
        writer.write_record(row.map(|cell| plain_cell(&cell))).map_err(failed)?;
    }
    Ok(writer.into_inner().map_err(|error| DbErr::Custom(format!("writing CSV: {error}")))?)
}

/// A cell that no spreadsheet takes for a formula.
fn plain_cell(cell: &str) -> String {
    if cell.starts_with(['=', '+', '-', '@', '\t', '\r']) { format!("'{cell}") } else { cell.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::plain_cell;

    #[test]
    fn a_cell_is_never_a_formula() {
        for formula in ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1"] {
            assert!(plain_cell(formula).starts_with('\''));
        }
        assert_eq!(plain_cell("Zoë"), "Zoë");
    }
}
