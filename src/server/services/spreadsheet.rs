//! Files for spreadsheets. A service describes a table once; it is written in each format that people can have.

mod separated;
mod workbook;

use chrono::{DateTime, NaiveDate, NaiveDateTime, Utc};
use strum::{EnumString, IntoStaticStr};

use super::{Done, Fault};

pub use separated::unguarded;

/// A file that spreadsheets open.
#[derive(Clone, Copy, Debug, PartialEq, Eq, EnumString, IntoStaticStr)]
#[strum(serialize_all = "kebab-case", const_into_str)]
pub enum Format {
    /// CSV as RFC 4180 says, its cells separated by commas.
    Commas,
    /// The same with semicolons. Excel cuts a CSV file at the list separator of the system it runs on, which is a semicolon
    /// wherever the comma stands in decimal numbers, as in most of Europe (Microsoft, "Import or export text (.txt or
    /// .csv) files": the regional settings say which separator is used). A line `sep=` would make Excel overlook the
    /// mark of UTF-8; with semicolons none is needed.
    Semicolons,
    /// XLSX (ECMA-376): what is a date or a number is one, wherever it is opened.
    Workbook,
}

impl Format {
    pub const ALL: [Self; 3] = [Self::Commas, Self::Semicolons, Self::Workbook];

    /// What kind of file it is.
    pub const fn content_type(self) -> &'static str {
        match self {
            Self::Commas | Self::Semicolons => "text/csv; charset=utf-8",
            Self::Workbook => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        }
    }

    /// What the names of such files end in.
    pub const fn extension(self) -> &'static str {
        match self {
            Self::Commas | Self::Semicolons => "csv",
            Self::Workbook => "xlsx",
        }
    }
}

/// What stands in a cell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Cell {
    Nothing,
    /// Text stays text in every spreadsheet, whatever it begins with.
    Text(String),
    Number(u64),
    /// A number in thousandths: 1,200 is 1.2.
    Thousandths(i64),
    Day(NaiveDate),
    /// An instant, in UTC.
    Instant(DateTime<Utc>),
}

impl Cell {
    /// An instant as files say it.
    fn instant(at: &DateTime<Utc>) -> NaiveDateTime {
        at.naive_utc()
    }
}

impl From<String> for Cell {
    fn from(text: String) -> Self {
        if text.is_empty() { Self::Nothing } else { Self::Text(text) }
    }
}

impl From<&str> for Cell {
    fn from(text: &str) -> Self {
        text.to_owned().into()
    }
}

impl From<u64> for Cell {
    fn from(number: u64) -> Self {
        Self::Number(number)
    }
}

impl From<u32> for Cell {
    fn from(number: u32) -> Self {
        Self::Number(number.into())
    }
}

impl<T: Into<Self>> From<Option<T>> for Cell {
    fn from(cell: Option<T>) -> Self {
        cell.map_or(Self::Nothing, Into::into)
    }
}

/// Columns with their titles, and rows.
#[derive(Clone, Debug)]
pub struct Table {
    titles: Vec<&'static str>,
    rows: Vec<Vec<Cell>>,
}

impl Table {
    /// Each row has a cell for each title.
    pub fn new<const COLUMNS: usize>(
        titles: [&'static str; COLUMNS],
        rows: impl IntoIterator<Item = [Cell; COLUMNS]>,
    ) -> Self {
        Self { titles: titles.into(), rows: rows.into_iter().map(Vec::from).collect() }
    }

    /// The table as a file; `now` is when a workbook says it was made.
    pub fn write(&self, format: Format, now: DateTime<Utc>) -> Done<Vec<u8>> {
        match format {
            Format::Commas => separated::write(self, b','),
            Format::Semicolons => separated::write(self, b';'),
            Format::Workbook => Ok(workbook::write(self, now).map_err(Fault::from)?),
        }
    }
}
