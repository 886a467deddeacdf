//! What is read of the original, as it stands there.

use std::fmt;

use super::{Misread, rows::Row};

/// Everything of the original that is kept. Passwords, tokens and sessions are not read.
///
/// SQLite enforces hardly any type, and copies lose the rest, so values come as text, whatever they were; what they mean is
/// for the import to judge. Rows are in the order of their numbers, those without one last.
#[derive(Clone, Debug, Default)]
pub struct Original {
    pub people: Vec<OriginalPerson>,
    pub events: Vec<OriginalEvent>,
    pub requests: Vec<OriginalRequest>,
    /// Tables and columns that are not there: all in them counts as empty.
    pub missing: Vec<String>,
    /// Values that are no text as they stand.
    pub misread: Vec<Misread>,
}

/// Where a row stands, as whoever looks into the file finds it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    pub table: &'static str,
    /// SQLite's own number of the row; counted from 1 where a table has none.
    pub row: i64,
    /// What the row says its number is.
    pub id: Number,
}

/// A number by which a row is referred to.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Number {
    /// As it stands there; `None`: NULL.
    pub seen: Option<String>,
    /// `None`: not a whole number.
    pub is: Option<i64>,
}

/// A row of `users`.
#[derive(Clone, Debug)]
pub struct OriginalPerson {
    pub place: Place,
    pub name: Option<String>,
    pub email: Option<String>,
    pub is_admin: Option<String>,
    pub is_active: Option<String>,
    pub created_at: Option<String>,
}

/// A row of `events`.
#[derive(Clone, Debug)]
pub struct OriginalEvent {
    pub place: Place,
    pub name: Option<String>,
    /// Local, without a zone.
    pub event_date: Option<String>,
    pub total_tickets: Option<String>,
    pub notes: Option<String>,
    pub status: Option<String>,
    pub created_by: Number,
    pub created_at: Option<String>,
    pub finalized_at: Option<String>,
}

/// A row of `submissions`.
#[derive(Clone, Debug)]
pub struct OriginalRequest {
    pub place: Place,
    pub event: Number,
    pub user: Number,
    /// Acceptable numbers joined by commas, the last of them 0.
    pub preferences: Option<String>,
    pub notes: Option<String>,
    pub allocated: Option<String>,
    pub submitted_at: Option<String>,
    pub updated_at: Option<String>,
}

impl Original {
    /// Whether this table or column is not in the file.
    pub fn lacks(&self, what: &str) -> bool {
        self.missing.iter().any(|missing| missing == what)
    }
}

pub(super) fn person(mut row: Row) -> OriginalPerson {
    OriginalPerson {
        name: row.take("name"),
        email: row.take("email"),
        is_admin: row.take("is_admin"),
        is_active: row.take("is_active"),
        created_at: row.take("created_at"),
        place: row.place,
    }
}

pub(super) fn event(mut row: Row) -> OriginalEvent {
    OriginalEvent {
        name: row.take("name"),
        event_date: row.take("event_date"),
        total_tickets: row.take("total_tickets"),
        notes: row.take("notes"),
        status: row.take("status"),
        created_by: Number::read(row.take("created_by")),
        created_at: row.take("created_at"),
        finalized_at: row.take("finalized_at"),
        place: row.place,
    }
}

pub(super) fn request(mut row: Row) -> OriginalRequest {
    OriginalRequest {
        event: Number::read(row.take("event_id")),
        user: Number::read(row.take("user_id")),
        preferences: row.take("preferences"),
        notes: row.take("notes"),
        allocated: row.take("allocated"),
        submitted_at: row.take("submitted_at"),
        updated_at: row.take("updated_at"),
        place: row.place,
    }
}

impl Number {
    /// Reads a whole number, also one that was written as `4.0`.
    pub(super) fn read(seen: Option<String>) -> Self {
        let digits = seen.as_deref().map(|seen| seen.trim().strip_suffix(".0").unwrap_or(seen.trim()));
        Self { is: digits.and_then(|digits| digits.parse().ok()), seen }
    }
}

impl fmt::Display for Number {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match (&self.seen, self.is) {
            (None, _) => f.write_str("NULL"),
            (Some(_), Some(number)) => number.fmt(f),
            (Some(seen), None) => {
                let plain: String = seen.chars().map(|c| if c.is_control() { ' ' } else { c }).take(40).collect();
                write!(f, "“{}”", plain.trim())
            }
        }
    }
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} row {} (id {})", self.table, self.row, self.id)
    }
}
