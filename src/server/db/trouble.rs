//! Why a database cannot be opened, in words that say what to do.

mod postgres;

use std::{
    fs::OpenOptions,
    io,
    path::{Path, PathBuf},
};

use sea_orm::{
    DbErr, RuntimeErr,
    sqlx::{Error, error::DatabaseError},
};

pub(super) use postgres::reach;

use super::OpenError;
use crate::server::{config::DatabaseAt, owner_only::this_user};

impl OpenError {
    /// What the database said while it was opened, with where it is and what to do.
    pub(super) fn at(self, place: &DatabaseAt) -> Self {
        match (self, place) {
            (Self::Db(error), DatabaseAt::Sqlite(file)) => {
                Self::Trouble(format!("{}: {}", file.display(), of_sqlite(&error)))
            }
            (Self::Db(error), DatabaseAt::Postgres(url)) => Self::Trouble(postgres::said(url, &error)),
            (other, _) => other,
        }
    }
}

/// Why this process cannot keep an SQLite file there; `None`: it can, as far as the system says. Where it can, nothing is made.
pub fn of_file(file: &Path) -> Option<String> {
    why_not(file, "set DATABASE to a file")
}

/// Why this process cannot write a copy there; `None`: it can.
pub fn of_copy(file: &Path) -> Option<String> {
    why_not(file, "name a file")
}

/// `instead` is what to do about it, as far as the word "file".
fn why_not(file: &Path, instead: &str) -> Option<String> {
    let shown = file.display();
    if file.is_dir() {
        return Some(format!("{shown} is a folder; {instead}"));
    }
    if file.exists() && !file.is_file() {
        return Some(format!("{shown} is a device or a pipe; {instead}"));
    }
    if file.exists()
        && let Err(error) = OpenOptions::new().read(true).write(true).open(file)
    {
        return Some(said(&error, &shown.to_string(), instead));
    }
    let folder = match file.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => folder.to_owned(),
        _ => PathBuf::from("."),
    };
    // SQLite keeps its log beside the file, so the folder must be writable too.
    let mut probe = file.as_os_str().to_owned();
    probe.push("-probe");
    match OpenOptions::new().write(true).create(true).truncate(false).open(&probe) {
        Ok(_) => {
            let _gone = std::fs::remove_file(&probe);
            None
        }
        Err(error) if error.kind() == io::ErrorKind::NotFound => {
            Some(format!("there is no folder {}; make it, or {instead} elsewhere", folder.display()))
        }
        Err(error) => Some(said(&error, &format!("the folder {} (for {shown})", folder.display()), instead)),
    }
}

fn said(error: &io::Error, place: &str, instead: &str) -> String {
    let user = this_user();
    match error.kind() {
        io::ErrorKind::PermissionDenied => {
            format!("{user} may not read and write {place}; give it to that user (chown), or {instead} elsewhere")
        }
        io::ErrorKind::ReadOnlyFilesystem => {
            format!("{place} is on a file system that is read-only; {instead} elsewhere")
        }
        io::ErrorKind::StorageFull => format!("there is no space left for {place}"),
        _ => format!("{user} cannot write {place}: {error}"),
    }
}

/// What SQLite says, and what can be done about it. Its primary result codes stand at <https://www.sqlite.org/rescode.html>.
pub fn of_sqlite(error: &DbErr) -> String {
    let Some(Error::Database(said)) = sqlx(error) else { return error.to_string() };
    let code = code(said.as_ref());
    let what = match (code & 0xff, code) {
        // It could not make what lies beside the file as long as it wants: SQLITE_IOERR_SHMSIZE, and SHMOPEN.
        (_, 4_874 | 4_618) => "the disk is full, or holds nothing that several programs share",
        (5 | 6, _) => "another program is writing to it; end that program, or wait, and try again",
        (8, _) => "it can only be read",
        (10, _) => "the disk failed while it was read or written",
        (11, _) => "it is damaged; take an older copy, or save what can be saved with: sqlite3 FILE .recover",
        (13, _) => "the disk is full",
        (14, _) => "it, its folder, or a file beside it cannot be opened; may this user read and write there?",
        (26, _) => "it is no SQLite database, or an encrypted one",
        _ => return said.message().to_owned(),
    };
    format!("{what} (SQLite: {})", said.message())
}

/// Whether SQLite would have to write to a file that is only read (`SQLITE_READONLY`).
pub(super) fn wants_to_write(error: &DbErr) -> bool {
    matches!(sqlx(error), Some(Error::Database(said)) if code(said.as_ref()) & 0xff == 8)
}

fn code(said: &dyn DatabaseError) -> u32 {
    said.code().and_then(|code| code.parse().ok()).unwrap_or_default()
}

/// What the driver said.
fn sqlx(error: &DbErr) -> Option<&Error> {
    match error {
        DbErr::Conn(RuntimeErr::SqlxError(error))
        | DbErr::Exec(RuntimeErr::SqlxError(error))
        | DbErr::Query(RuntimeErr::SqlxError(error)) => Some(error),
        _ => None,
    }
}
