//! What each column of a sheet tells about people.

use strum::{EnumString, IntoStaticStr};

use super::{
    address,
    headings::{Heading, heading},
    records::Record,
    sheet::Unreadable,
    titles::titles_at,
    values::{is_access, read_active, read_role},
};
use crate::domain::visible::visible;

/// What a column tells about people.
#[derive(Clone, Copy, Debug, PartialEq, Eq, EnumString, IntoStaticStr)]
#[strum(serialize_all = "kebab-case", const_into_str)]
pub enum Column {
    Name,
    FirstName,
    LastName,
    Email,
    Role,
    Active,
    /// Nothing that is kept here.
    Ignore,
}

impl Column {
    pub const ALL: [Self; 7] =
        [Self::Name, Self::FirstName, Self::LastName, Self::Email, Self::Role, Self::Active, Self::Ignore];
}

/// A column of a sheet, and what it was taken for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SheetColumn {
    /// What the first line calls it; empty where it names nothing.
    pub title: String,
    /// The first thing that stands in it.
    pub sample: String,
    pub tells: Column,
}

/// The columns as somebody chose them, for the sheet that had these titles.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ByHand {
    pub columns: Vec<Column>,
    pub titles: String,
}

/// How many columns a sheet can have; what is further right is not read.
pub const MOST_COLUMNS: usize = 60;

/// Where each column stands.
pub(super) struct Columns {
    /// How many of the first lines are about nobody: the titles, and what stands above them.
    pub head: usize,
    pub all: Vec<SheetColumn>,
}

impl Columns {
    /// As somebody chose; or else by the titles; or, where there are none, by what stands in the columns.
    ///
    /// # Errors
    /// There is no column of addresses, or nothing at all.
    pub fn of(records: &[Record], by_hand: &ByHand) -> Result<Self, Unreadable> {
        if records.is_empty() {
            return Err(Unreadable::Nothing);
        }
        let titles = titles_at(records);
        let head = titles.map_or(0, |at| at + 1);
        let width = records.iter().map(|record| record.cells.len()).max().unwrap_or(0).min(MOST_COLUMNS);
        let body = Body { records: &records[head..], width };
        let found = titles.map_or_else(|| body.guessed(), |at| body.named_or_guessed(&records[at]));
        let title = |column: usize| titles.and_then(|at| records[at].cells.get(column)).map(String::as_str);
        let mut all: Vec<SheetColumn> = (0..width)
            .map(|column| SheetColumn {
                title: shown(title(column).unwrap_or("")),
                sample: shown(body.filled(column).next().unwrap_or("")),
                tells: found[column],
            })
            .collect();
        // What is left of a sheet may hold no address that can be read.
        let of_addresses = |columns: &[Column]| columns.iter().position(|tells| *tells == Column::Email);
        let agrees = of_addresses(&by_hand.columns) == of_addresses(&found) || body.has_addresses(&by_hand.columns);
        if by_hand.fits(&all) && (agrees || !found.contains(&Column::Email)) {
            for (column, tells) in all.iter_mut().zip(&by_hand.columns) {
                column.tells = *tells;
            }
        }
        let columns = Self { head, all };
        if columns.have(&[Column::Email]) { Ok(columns) } else { Err(Unreadable::NoAddresses { columns: columns.all }) }
    }

    /// Whether one of them tells one of these.
    pub fn have(&self, these: &[Column]) -> bool {
        self.all.iter().any(|column| these.contains(&column.tells))
    }

    /// What a line says in the columns that tell this, where it says something.
    pub fn cells<'a>(&self, record: &'a Record, tells: Column) -> impl Iterator<Item = &'a str> {
        let mine = record.cells.iter().zip(&self.all).filter(move |(_, column)| column.tells == tells);
        mine.map(|(cell, _)| cell.as_str()).filter(|cell| !cell.is_empty())
    }

    /// What those are called that are not read.
    pub fn ignored(&self, records: &[Record]) -> Vec<String> {
        let filled = |at: usize| records.iter().any(|record| record.cells.get(at).is_some_and(|cell| !cell.is_empty()));
        let ignored = self.all.iter().enumerate().filter(|(_, column)| column.tells == Column::Ignore);
        let name = |(at, column): (usize, &SheetColumn)| match column.title.as_str() {
            "" => filled(at).then(|| format!("column {}", at + 1)),
            title => Some(title.to_owned()),
        };
        ignored.filter_map(name).collect()
    }
}

impl ByHand {
    /// Whether they were chosen for a sheet like this one. Lines that are left of it may be shorter.
    fn fits(&self, all: &[SheetColumn]) -> bool {
        self.columns.len() >= all.len() && self.titles == joined_titles(all)
    }
}

/// The titles of a sheet as one text, by which it is known again.
pub fn joined_titles(all: &[SheetColumn]) -> String {
    let titles: Vec<&str> = all.iter().map(|column| column.title.as_str()).collect();
    titles.join("\t").trim_end().to_owned()
}

fn shown(cell: &str) -> String {
    visible(cell).chars().filter(|c| !c.is_control()).take(40).collect()
}

/// The lines below the titles.
struct Body<'a> {
    records: &'a [Record],
    width: usize,
}

impl<'a> Body<'a> {
    /// What stands in a column, where something does.
    fn filled(&self, column: usize) -> impl Iterator<Item = &'a str> {
        let cells = self.records.iter().filter_map(move |record| record.cells.get(column));
        cells.map(String::as_str).filter(|cell| !cell.is_empty())
    }

    fn count(&self, column: usize, of: impl Fn(&str) -> bool) -> usize {
        self.filled(column).filter(|cell| of(cell)).count()
    }

    fn addresses(&self, column: usize) -> usize {
        self.count(column, |cell| address::find(cell, false).is_some())
    }

    fn has_addresses(&self, columns: &[Column]) -> bool {
        (0..self.width).any(|at| columns.get(at) == Some(&Column::Email) && self.addresses(at) > 0)
    }

    /// The column with the most addresses, the leftmost of several.
    fn most_addresses(&self) -> Option<usize> {
        let marked = |at| (self.addresses(at), self.count(at, |cell| cell.contains('@')));
        let counts: Vec<_> = (0..self.width).map(marked).collect();
        let most = counts.iter().max().filter(|(_, marked)| *marked > 0)?;
        counts.iter().position(|count| count == most)
    }

    /// By the titles; where none of them names people, by what stands in the one column that can.
    fn named_or_guessed(&self, titles: &Record) -> Vec<Column> {
        const NAMES: [Column; 3] = [Column::Name, Column::FirstName, Column::LastName];
        let mut found = self.named(titles);
        if found.iter().any(|column| NAMES.contains(column)) {
            return found;
        }
        let guessed = self.guessed();
        let may = |at: &usize| found[*at] == Column::Ignore && NAMES.contains(&guessed[*at]);
        let mut free = (0..self.width).filter(may);
        if let (Some(only), None) = (free.next(), free.next()) {
            found[only] = Column::Name;
        }
        found
    }

    /// By the titles. A title that may mean something else counts where what stands below it can be read so.
    fn named(&self, titles: &Record) -> Vec<Column> {
        let mut found = vec![Column::Ignore; self.width];
        let headings: Vec<Option<Heading>> =
            (0..self.width).map(|at| titles.cells.get(at).and_then(|cell| heading(cell))).collect();
        let called = |column, sure| {
            let is =
                move |heading: &Option<Heading>| heading.is_some_and(|one| (one.column, one.sure) == (column, sure));
            headings.iter().enumerate().filter(move |(_, heading)| is(heading)).map(|(at, _)| at)
        };
        let counts: Vec<(usize, usize)> = called(Column::Email, true).map(|at| (at, self.addresses(at))).collect();
        let most = counts.iter().map(|(_, count)| *count).max().unwrap_or(0);
        let sure = counts.iter().find(|(_, count)| *count * 2 >= most).map(|(at, _)| *at);
        let email = match sure.filter(|_| most > 0) {
            Some(at) => Some(at),
            None => self.most_addresses().or(sure).or_else(|| called(Column::Email, false).next()),
        };
        for column in [Column::Name, Column::FirstName, Column::LastName, Column::Role, Column::Active] {
            let readable = |at: &usize| match column {
                Column::Role => self.mostly(*at, |cell| read_role(cell).is_some()),
                Column::Active => self.mostly(*at, |cell| read_active(cell).is_some()),
                _ => true,
            };
            let at = called(column, true).find(|at| Some(*at) != email);
            let at = at.or_else(|| called(column, false).filter(|at| Some(*at) != email).find(readable));
            if let Some(at) = at {
                found[at] = column;
            }
        }
        if let Some(at) = email {
            found[at] = Column::Email;
            for other in called(Column::Email, true).filter(|other| self.helps_out(*other, at)) {
                found[other] = Column::Email;
            }
        }
        found
    }

    /// Whether a second column of addresses, such as those at work, has some where the first has none. Of two on one line the
    /// one further left counts, so that has to be the first column's.
    fn helps_out(&self, other: usize, first: usize) -> bool {
        let holds =
            |record: &Record, at: usize| record.cells.get(at).is_some_and(|cell| address::find(cell, false).is_some());
        let both = self.records.iter().any(|record| holds(record, first) && holds(record, other));
        other != first
            && (other > first || !both)
            && self.records.iter().any(|record| holds(record, other) && !holds(record, first))
    }

    fn mostly(&self, column: usize, of: impl Fn(&str) -> bool) -> bool {
        let filled = self.filled(column).count();
        self.count(column, of) * 2 >= filled
    }

    /// By what stands in the columns.
    fn guessed(&self) -> Vec<Column> {
        let mut found = vec![Column::Ignore; self.width];
        let Some(email) = self.most_addresses() else { return found };
        found[email] = Column::Email;
        for (at, column) in found.iter_mut().enumerate().filter(|(at, _)| *at != email) {
            let filled = self.filled(at).count();
            if filled > 0 && self.count(at, |cell| read_role(cell).is_some()) == filled {
                *column = Column::Role;
            } else if filled > 0 && self.count(at, is_access) == filled {
                *column = Column::Active;
            }
        }
        let beside = |cell: &str| address::find(cell, false).is_some_and(|found| found.name.is_some());
        if self.count(email, beside) * 2 > self.filled(email).count() {
            return found;
        }
        let like_a_name =
            |cell: &str| cell.chars().any(char::is_alphabetic) && !cell.contains(|c: char| c.is_numeric() || c == '@');
        let names = |at: usize| {
            let filled = self.filled(at).count();
            filled * 2 > self.records.len() && self.count(at, like_a_name) * 3 >= filled * 2
        };
        let letters = |at: usize| self.mostly(at, |cell| cell.chars().any(char::is_alphabetic));
        let free: Vec<usize> =
            (0..self.width).filter(|&at| found[at] == Column::Ignore && self.filled(at).next().is_some()).collect();
        let first = free.iter().copied().find(|&at| names(at)).or_else(|| free.iter().copied().find(|&at| letters(at)));
        let Some(first) = first else { return found };
        let single =
            |at: usize| self.count(at, |cell| cell.trim().contains(char::is_whitespace)) * 2 < self.filled(at).count();
        let next = first + 1;
        if free.contains(&next) && names(first) && names(next) && single(first) {
            (found[first], found[next]) = (Column::FirstName, Column::LastName);
        } else {
            found[first] = Column::Name;
        }
        found
    }
}
