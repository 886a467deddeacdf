use std::{
    fmt,
    path::{Path, PathBuf},
};

use super::text;
use crate::{
    domain::ids::EventId,
    server::{
        db::{DbErr, legacy::LegacyError, said_by_sqlite},
        services::Refused,
    },
};

/// Why nothing was imported. Nothing was written.
#[derive(Debug, thiserror::Error)]
pub enum ImportError {
    /// The path leads to no file that can be read.
    #[error("{} {why}", file.display())]
    NotAFile { file: PathBuf, why: String },
    /// A file, but not the original's database.
    #[error("{} is not a database of the original program: it has no {missing}", file.display())]
    NotTheOriginal {
        file: PathBuf,
        /// The first thing that is missing, such as `table submissions`.
        missing: String,
    },
    /// Other events have these numbers here.
    #[error("these event numbers are taken here by other events; import into a database of its own:{}", listed(.0))]
    NumbersTaken(Vec<Taken>),
    /// The original's file cannot be read to its end.
    #[error("{} cannot be read: {}", file.display(), said_by_sqlite(error))]
    Unreadable { file: PathBuf, error: DbErr },
    /// Our own database failed.
    #[error("the database failed: {0}")]
    Db(#[from] DbErr),
    /// Its transaction could not begin or end.
    #[error(transparent)]
    Act(#[from] Refused),
}

/// A number that an event here and another event in the file both have.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Taken {
    pub event: EventId,
    /// The name of the event that is here.
    pub here: String,
    /// The name of the one in the file.
    pub there: String,
}

impl ImportError {
    pub(super) fn reading(file: &Path, error: LegacyError) -> Self {
        let file = file.to_owned();
        match error {
            LegacyError::NotAFile(why) => Self::NotAFile { file, why },
            LegacyError::Missing(missing) => Self::NotTheOriginal { file, missing },
            LegacyError::Db(error) => Self::Unreadable { file, error },
        }
    }
}

impl fmt::Display for Taken {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: here “{}”, in the file “{}”", self.event, text::shown(&self.here), text::shown(&self.there))
    }
}

fn listed(taken: &[Taken]) -> String {
    taken.iter().fold(String::new(), |all, taken| format!("{all}\n  {taken}"))
}
