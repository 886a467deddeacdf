//! What each column of a sheet tells about people.

use strum::{EnumString, IntoStaticStr};

use super::{records::Record, sheet::Unreadable, titles::titles_at, values::is_nothing};
use crate::domain::visible::visible;

mod access;
mod body;
mod titled;

use self::{
    body::Body,
    titled::{Found, Titled},
};

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
    /// Who may not sign in.
    Blocked,
    /// Nothing that is kept here.
    Ignore,
}

impl Column {
    pub const ALL: [Self; 8] = [
        Self::Name,
        Self::FirstName,
        Self::LastName,
        Self::Email,
        Self::Role,
        Self::Active,
        Self::Blocked,
        Self::Ignore,
    ];
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
    /// In which order those of addresses are read, where the titles say it.
    addresses: Vec<usize>,
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
        let untitled = || Found { tells: body.guessed(), addresses: Vec::new() };
        let Found { tells: found, addresses } =
            titles.map_or_else(untitled, |at| Titled::of(&records[at], &body).found());
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
        let columns = Self { head, all, addresses };
        if columns.have(&[Column::Email]) { Ok(columns) } else { Err(Unreadable::NoAddresses { columns: columns.all }) }
    }

    /// Whether one of them tells one of these.
    pub fn have(&self, these: &[Column]) -> bool {
        self.all.iter().any(|column| these.contains(&column.tells))
    }

    /// What a line says in the columns that tell this, where it says something.
    pub fn cells<'a>(&self, record: &'a Record, tells: Column) -> impl Iterator<Item = &'a str> {
        let mine = record.cells.iter().zip(&self.all).filter(move |(_, column)| column.tells == tells);
        // What is no answer to whether someone may sign in is asked back, rather than taken for yes.
        let asked = matches!(tells, Column::Active | Column::Blocked);
        mine.map(|(cell, _)| cell.as_str()).filter(move |cell| !cell.is_empty() && (asked || !is_nothing(cell)))
    }

    /// What a line says in its columns of addresses, first in the one that counts.
    pub fn addresses<'a>(&self, record: &'a Record) -> Vec<&'a str> {
        let is_read = |at: &usize| self.all[*at].tells == Column::Email;
        let last = |at: &usize| self.addresses.iter().position(|one| one == at).unwrap_or(usize::MAX);
        let mut read: Vec<usize> = (0..self.all.len()).filter(is_read).collect();
        read.sort_by_key(last);
        let cells = read.into_iter().filter_map(|at| record.cells.get(at));
        cells.map(String::as_str).filter(|cell| !cell.is_empty()).collect()
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
