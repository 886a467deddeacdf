//! What stands in the columns below the titles, and what they are taken for by it alone.

use super::{
    super::{
        address,
        records::Record,
        values::{is_access, is_nothing, read_role, shows_standing},
        words::word,
    },
    Column,
};
use crate::server::names::is_title;

/// How many lines show whether names stand in a column.
const SAMPLE: usize = 200;

/// The lines below the titles.
pub(super) struct Body<'a> {
    pub records: &'a [Record],
    pub width: usize,
}

impl<'a> Body<'a> {
    /// What stands in a column, where something does.
    pub fn filled(&self, column: usize) -> impl Iterator<Item = &'a str> {
        let cells = self.records.iter().filter_map(move |record| record.cells.get(column));
        cells.map(String::as_str).filter(|cell| !cell.is_empty() && !is_nothing(cell))
    }

    pub fn count(&self, column: usize, of: impl Fn(&str) -> bool) -> usize {
        self.filled(column).filter(|cell| of(cell)).count()
    }

    pub fn addresses(&self, column: usize) -> usize {
        self.count(column, |cell| address::find(cell, false).is_some())
    }

    pub fn has_addresses(&self, columns: &[Column]) -> bool {
        (0..self.width).any(|at| columns.get(at) == Some(&Column::Email) && self.addresses(at) > 0)
    }

    /// Of the columns that may be it, the one with the most addresses, the leftmost of several.
    pub fn most_addresses(&self, may: impl Fn(usize) -> bool) -> Option<usize> {
        let marked = |at| (self.addresses(at), self.count(at, |cell| cell.contains('@')));
        let counts: Vec<_> = (0..self.width).map(|at| if may(at) { marked(at) } else { (0, 0) }).collect();
        let most = counts.iter().max().filter(|(_, marked)| *marked > 0)?;
        counts.iter().position(|count| count == most)
    }

    pub fn mostly(&self, column: usize, of: impl Fn(&str) -> bool) -> bool {
        let filled = self.filled(column).count();
        self.count(column, of) * 2 >= filled
    }

    /// Whether most of a column is filled, and most of what stands in it is of two to four words, or is in the address beside it:
    /// "Asha Rao", and "Asha" beside `asha@example.org`, but not "Berlin" and "de".
    pub fn looks_like_names(&self, column: usize, addresses: usize) -> bool {
        let is_one = |record: &&Record| {
            let name = cell(record, column);
            let words = name.split_whitespace().filter(|word| word.contains(char::is_alphabetic)).count();
            let found = address::find(cell(record, addresses), true);
            let local = found.map(|found| word(found.address.as_str().split('@').next().unwrap_or_default()));
            let among = |part: &str| local.as_ref().is_some_and(|local| part.len() > 2 && local.contains(part));
            let fits = (2..=4).contains(&words) || name.split_whitespace().any(|part| among(&word(part)));
            fits && !name.contains(|c: char| c.is_numeric() || c == '@')
        };
        let first = &self.records[..self.records.len().min(SAMPLE)];
        first.iter().filter(is_one).count() * 2 >= first.len()
    }

    /// By what stands in the columns.
    pub fn guessed(&self) -> Vec<Column> {
        let mut found = vec![Column::Ignore; self.width];
        let Some(email) = self.most_addresses(|_| true) else { return found };
        found[email] = Column::Email;
        for (at, column) in found.iter_mut().enumerate().filter(|(at, _)| *at != email) {
            let filled = self.filled(at).count();
            if filled > 0 && self.count(at, |cell| read_role(cell).is_some()) == filled {
                *column = Column::Role;
            } else if self.count(at, is_access) > 0 && self.count(at, shows_standing) == filled {
                *column = Column::Active;
            }
        }
        let beside = |cell: &str| address::find(cell, false).is_some_and(|found| found.name.is_some());
        if self.count(email, beside) * 2 > self.filled(email).count() {
            return found;
        }
        let like_a_name = |cell: &str| {
            cell.chars().any(char::is_alphabetic)
                && !cell.contains(|c: char| c.is_numeric() || c == '@')
                && (cell.contains(char::is_whitespace) || !is_title(cell))
        };
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

fn cell(record: &Record, at: usize) -> &str {
    record.cells.get(at).map_or("", String::as_str)
}
