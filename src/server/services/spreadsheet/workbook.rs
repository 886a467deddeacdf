//! Tables as workbooks.

use chrono::{DateTime, Utc};
use rust_xlsxwriter::{DocProperties, Format, Workbook, XlsxError};

use super::{Cell, Table};

/// How many characters a cell holds at most.
const LONGEST: usize = 32_767;

/// The widest that a column gets by itself, in pixels: about 60 characters.
const WIDEST: u32 = 430;

/// A table as a workbook with one sheet, its titles bold and always in sight. Text is written as text: nothing in it is a
/// formula, a link, or a number.
#[expect(clippy::cast_precision_loss, reason = "workbooks know no other numbers, and nobody counts beyond 2^53")]
pub fn write(table: &Table, now: DateTime<Utc>) -> Result<Vec<u8>, XlsxError> {
    let (bold, day) = (Format::new().set_bold(), Format::new().set_num_format("yyyy-mm-dd"));
    let instant = Format::new().set_num_format("yyyy-mm-dd hh:mm:ss");
    let mut workbook = Workbook::new();
    workbook.set_properties(&DocProperties::new().set_creation_datetime(&now));
    let sheet = workbook.add_worksheet();
    for (column, title) in (0..).zip(&table.titles) {
        sheet.write_string_with_format(0, column, *title, &bold)?;
    }
    sheet.set_freeze_panes(1, 0)?;
    for (at, row) in (1..).zip(&table.rows) {
        for (column, cell) in (0..).zip(row) {
            match cell {
                Cell::Nothing => continue,
                Cell::Text(text) => sheet.write_string(at, column, fitting(text))?,
                Cell::Number(number) => sheet.write_number(at, column, *number as f64)?,
                Cell::Thousandths(number) => sheet.write_number(at, column, *number as f64 / 1_000.0)?,
                Cell::Day(date) => sheet.write_datetime_with_format(at, column, date, &day)?,
                Cell::Instant(time) => sheet.write_datetime_with_format(at, column, Cell::instant(time), &instant)?,
            };
        }
    }
    sheet.set_autofit_max_width(WIDEST);
    sheet.autofit();
    workbook.save_to_buffer()
}

/// As much of a text as a cell holds.
fn fitting(text: &str) -> String {
    text.chars().take(LONGEST).collect()
}
