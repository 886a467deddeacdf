//! Text out of a spreadsheet, or out of the address field of an email, as rows: which column is which, where each line
//! stands.

use chrono::NaiveDate;

use super::{
    address, cards,
    columns::{ByHand, Column, Columns, SheetColumn, joined_titles},
    list,
    named::{Parts, whole_name},
    records::{Record, records, separator},
    values::is_to_come,
};
use crate::{domain::typed::Problem, error::Refusal};

/// How many people one list may hold.
pub const MOST: usize = 5_000;

/// The titles of what is no sheet but a list of addresses.
pub const LIST: &str = "list";

/// What was pasted.
#[derive(Debug, PartialEq, Eq)]
pub struct Sheet {
    pub rows: Vec<SheetRow>,
    /// What stands above the rows: a sign that separates, the titles. As typed.
    pub head: String,
    /// Its columns; a list of addresses has none.
    pub columns: Vec<SheetColumn>,
    /// By what it is known again, with the choice of its columns.
    pub titles: String,
    /// The columns that say nothing about a person here.
    pub ignored: Vec<String>,
}

/// One line about one person. A cell that is empty, or whose column is not there, says nothing.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SheetRow {
    /// Where it begins, counted as a person does: the first line is 1, empty ones count.
    pub line: usize,
    /// As it was typed.
    pub raw: String,
    pub address: String,
    pub name: Option<String>,
    /// The same before it was turned around and freed of quotes.
    pub name_as_typed: Option<String>,
    /// For someone new, where nothing names them.
    pub name_from_address: Option<String>,
    pub role: Option<String>,
    /// Whether they may sign in: what every column says that tells it.
    pub active: Vec<String>,
    /// Whether they may not.
    pub blocked: Vec<String>,
}

/// Why there are no rows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Unreadable {
    /// There is nobody in it.
    Nothing,
    /// None of these columns holds email addresses.
    NoAddresses { columns: Vec<SheetColumn> },
    /// More than [`MOST`].
    TooMany { seen: usize },
}

impl Unreadable {
    /// The same as a refusal of the field.
    pub fn refusal(self) -> Refusal {
        let most = u32::try_from(MOST).unwrap_or(u32::MAX);
        let problem = match self {
            Self::Nothing => Problem::Missing,
            Self::NoAddresses { .. } => Problem::NotAnAddress { seen: String::new() },
            Self::TooMany { seen } => Problem::OutOfRange { min: 1, max: most, seen: seen.to_string() },
        };
        Refusal::field("rows", problem)
    }
}

/// Reads an address book of vCards, a list of addresses, or rows of cells that commas, semicolons, tabs, or bars separate; a mark
/// of UTF-8 before them and any kind of line end are fine, and so is a first line that says what separates: `sep=;`.
///
/// # Errors
/// Nobody in it, nowhere an address, too many.
pub fn read(text: &str, by_hand: &ByHand) -> Result<Sheet, Unreadable> {
    let text = text.trim_start_matches('\u{feff}').replace("\r\n", "\n").replace('\r', "\n");
    if let Some(rows) = cards::read(&text, 1) {
        return listed(rows);
    }
    let text = plain_commas(plain_quotes(&text));
    let (said, above) = said_separator(&text);
    let (head, body) = text.split_at(above);
    let first = 1 + head.matches('\n').count();
    let all = records(body, said.unwrap_or_else(|| separator(body)), first);
    let sheet = of_records(all, head, by_hand);
    let in_columns = sheet.as_ref().is_ok_and(|sheet| !sheet.titles.is_empty());
    let surely = by_hand.titles == LIST && matches!(sheet, Err(Unreadable::NoAddresses { .. }));
    let rows = if in_columns { None } else { list::read(body, first, surely) };
    rows.map_or_else(|| of_size(sheet?), listed)
}

impl Sheet {
    /// Without the days on which somebody leaves later: until then they may sign in.
    pub fn read_on(mut self, today: NaiveDate) -> Self {
        for row in &mut self.rows {
            row.blocked.retain(|cell| !is_to_come(cell, today));
        }
        self
    }
}

/// People who stand in no columns.
fn listed(rows: Vec<SheetRow>) -> Result<Sheet, Unreadable> {
    of_size(Sheet { rows, head: String::new(), columns: Vec::new(), titles: LIST.into(), ignored: Vec::new() })
}

fn of_size(sheet: Sheet) -> Result<Sheet, Unreadable> {
    match sheet.rows.len() {
        0 => Err(Unreadable::Nothing),
        seen if seen > MOST => Err(Unreadable::TooMany { seen }),
        _ => Ok(sheet),
    }
}

fn of_records(mut all: Vec<Record>, head: &str, by_hand: &ByHand) -> Result<Sheet, Unreadable> {
    let columns = Columns::of(&all, by_hand)?;
    let above: Vec<Record> = all.drain(..columns.head).collect();
    let head = above.iter().fold(head.to_owned(), |head, record| head + &record.raw + "\n");
    let ignored = columns.ignored(&all);
    let rows = all.into_iter().map(|record| row(&columns, record)).collect();
    let titles = joined_titles(&columns.all);
    Ok(Sheet { rows, head, titles, ignored, columns: columns.all })
}

fn row(columns: &Columns, record: Record) -> SheetRow {
    let names = columns.have(&[Column::Name, Column::FirstName, Column::LastName]);
    let joined = |tells| columns.cells(&record, tells).collect::<Vec<_>>().join(" ");
    // "van den" stands before "Berg", whichever column is first.
    let mut family: Vec<&str> = columns.cells(&record, Column::LastName).collect();
    family.sort_by_key(|part| !part.starts_with(char::is_lowercase));
    let (full, first, last) = (joined(Column::Name), joined(Column::FirstName), family.join(" "));
    let has = Parts { first: columns.have(&[Column::FirstName]), last: columns.have(&[Column::LastName]) };
    let (typed, name) = whole_name(full, (first, last), has);
    let cells = columns.addresses(&record);
    let cell = cells.first().copied().unwrap_or_default();
    let found = cells.iter().find_map(|cell| address::find(cell, !typed.is_empty()));
    let beside = found.as_ref().and_then(|found| found.name.as_deref()).map(address::in_order);
    let address = found.as_ref().map_or_else(|| cell.to_owned(), |found| found.address.as_str().to_owned());
    let made = found.as_ref().filter(|_| !names).map(|found| address::name_of(&found.address));
    let given = (!name.is_empty()).then_some(name);
    let role = columns.cells(&record, Column::Role).next().map(ToOwned::to_owned);
    let all = |tells| columns.cells(&record, tells).map(ToOwned::to_owned).collect();
    SheetRow {
        line: record.line,
        address,
        name: given.or(beside),
        name_as_typed: (!typed.is_empty()).then_some(typed),
        name_from_address: made,
        role,
        active: all(Column::Active),
        blocked: all(Column::Blocked),
        raw: record.raw,
    }
}

/// What a first line such as `sep=;` says, as Excel reads it; and where the text goes on behind it.
fn said_separator(text: &str) -> (Option<u8>, usize) {
    let blank = text.len() - text.trim_start_matches(['\n', ' ']).len();
    let line = text[blank..].split_inclusive('\n').next().unwrap_or("");
    let said = line.trim_end_matches('\n').trim_matches('"');
    let says = said.get(..4).filter(|word| word.eq_ignore_ascii_case("sep=")).and_then(|_| said[4..].bytes().next());
    match says.filter(|sign| b",;\t|".contains(sign)) {
        Some(sign) => (Some(sign), blank + line.len()),
        None => (None, 0),
    }
}

/// Commas and semicolons of Chinese, Japanese, and Arabic, where nothing else separates.
fn plain_commas(text: String) -> String {
    let separated = text.contains([',', ';', '\t', '|']);
    if separated { text } else { text.replace(['，', '،'], ",").replace(['；', '؛'], ";") }
}

/// How far the closing quote of a cell is looked for.
const CELL: usize = 200;

/// Quotes that a word processor made, around a whole cell, as the plain ones that hold what separates.
fn plain_quotes(text: &str) -> String {
    if !text.contains(['“', '”', '„']) {
        return text.to_owned();
    }
    let separates = |c: Option<char>| c.is_none_or(|c| matches!(c, ',' | ';' | '\t' | '|' | '<'));
    let lines = text.split('\n').map(|line| {
        let mut plain = String::with_capacity(line.len());
        let mut rest = line;
        while let Some(open) = rest.find(['“', '„', '”']) {
            let (before, behind) = rest.split_at(open);
            let inner = behind.chars().next().map_or("", |quote| &behind[quote.len_utf8()..]);
            let close = inner.char_indices().take(CELL).find(|(_, c)| ['”', '“'].contains(c)).map(|(at, _)| at);
            let last = before.trim_end().chars().next_back().or_else(|| plain.trim_end().chars().next_back());
            let begins = separates(last);
            plain.push_str(before);
            match close {
                Some(close)
                    if begins
                        && separates(behind_quote(&inner[close..]).trim_start().chars().next())
                        && !inner[..close].contains('"') =>
                {
                    plain.push('"');
                    plain.push_str(&inner[..close]);
                    plain.push('"');
                    rest = behind_quote(&inner[close..]);
                }
                _ => {
                    plain.push_str(&behind[..behind.len() - inner.len()]);
                    rest = inner;
                }
            }
        }
        plain + rest
    });
    lines.collect::<Vec<_>>().join("\n")
}

fn behind_quote(text: &str) -> &str {
    text.chars().next().map_or("", |quote| &text[quote.len_utf8()..])
}
