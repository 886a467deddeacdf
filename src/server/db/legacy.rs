//! The original program's database: an SQLite file that is read and never written, not even beside it.

mod aside;
mod original;
mod rows;
mod text;

use std::{
    io,
    path::{Path, PathBuf},
};

pub use original::{Number, Original, OriginalEvent, OriginalPerson, OriginalRequest, Place};
use original::{event, person, request};
use rows::{Row, rows};
use sea_orm::{ConnectOptions, ConnectionTrait, DatabaseConnection, DbBackend, DbErr, Statement};
pub use text::Misread;
use tokio::io::AsyncReadExt;

use super::{connect::connected, trouble::wants_to_write};
use crate::server::owner_only::this_user;
use aside::Aside;

/// Why there was nothing to read.
#[derive(Debug, thiserror::Error)]
pub enum LegacyError {
    /// The path leads to no file that can be read: why.
    #[error("{0}")]
    NotAFile(String),
    #[error("it has no {0}")]
    Missing(String),
    #[error(transparent)]
    Db(#[from] DbErr),
}

/// A table of the original, its columns, and the one by which it is known: databases of other programs have users and
/// events too.
struct Table {
    name: &'static str,
    known_by: &'static str,
    columns: &'static [&'static str],
}

const USERS: Table = Table {
    name: "users",
    known_by: "is_admin",
    columns: &["id", "name", "email", "is_admin", "is_active", "created_at"],
};

const EVENTS: Table = Table {
    name: "events",
    known_by: "total_tickets",
    columns: &[
        "id",
        "name",
        "event_date",
        "total_tickets",
        "notes",
        "status",
        "created_by",
        "created_at",
        "finalized_at",
    ],
};

const SUBMISSIONS: Table = Table {
    name: "submissions",
    known_by: "preferences",
    columns: &["id", "event_id", "user_id", "preferences", "notes", "allocated", "submitted_at", "updated_at"],
};

/// Reads the original's file as it stands at one moment.
///
/// # Errors
/// A file that holds nothing of the original, or was left in the middle of a write, which only a program that writes can undo;
/// [`LegacyError::Db`] when SQLite cannot read the file.
pub async fn read(file: &Path) -> Result<Original, LegacyError> {
    read_as_it_is(file).await.map_err(|error| match error {
        LegacyError::Db(error) if wants_to_write(&error) && beside(file, "-journal").exists() => {
            LegacyError::NotAFile(format!(
                "was left in the middle of a write; let its program start and stop once, or call: sqlite3 '{}' .tables, and \
                 import again",
                file.display()
            ))
        }
        error => error,
    })
}

async fn read_as_it_is(file: &Path) -> Result<Original, LegacyError> {
    let header = header(file).await?;
    let write_ahead = header[18] == 2;
    let log = beside(file, "-wal");
    let has_log = write_ahead && log.metadata().is_ok_and(|log| log.len() > 0);
    // Nobody has the file open: SQLite would make the index of the log anew, beside it.
    let aside = if has_log && !beside(file, "-shm").exists() {
        Some(Aside::copy(&[file, &log]).map_err(|error| LegacyError::NotAFile(unread(&error)))?)
    } else {
        None
    };
    let file = aside.as_ref().map_or(file, |aside| &aside.file);
    let connection = open(file, write_ahead && !has_log).await?;
    let original = read_all(&connection).await;
    connection.close().await?;
    original
}

/// What SQLite calls a file that it keeps beside another.
fn beside(file: &Path, end: &str) -> PathBuf {
    let mut name = file.as_os_str().to_owned();
    name.push(end);
    name.into()
}

/// Opens the file so that nothing is written.
///
/// A file in write-ahead mode whose log is gone (its program ended) is opened as immutable: SQLite would make the log
/// anew otherwise. Every other is only opened for reading, so that SQLite heeds the locks of a program still running.
async fn open(file: &Path, immutable: bool) -> Result<DatabaseConnection, LegacyError> {
    let path = file.to_owned();
    // The name of the file is set below, as it is: in the URL some of its letters would mean something else.
    let mut options = ConnectOptions::new("sqlite://original?mode=ro");
    options.max_connections(1).sqlx_logging(false).map_sqlx_sqlite_opts(move |sqlite| {
        sqlite.filename(&path).read_only(true).create_if_missing(false).immutable(immutable).foreign_keys(false)
    });
    Ok(connected(options).await?)
}

/// The first 100 bytes of an SQLite file. A folder, a device or a pipe is not even opened.
async fn header(file: &Path) -> Result<[u8; 100], LegacyError> {
    let found = tokio::fs::metadata(file).await;
    let opened = match &found {
        Ok(found) if found.is_dir() => Err("is a folder".to_owned()),
        Ok(found) if !found.is_file() => Err("is a device or a pipe".to_owned()),
        Ok(_) => tokio::fs::File::open(file).await.map_err(|error| unread(&error)),
        Err(error) => Err(unread(error)),
    };
    let mut opened = opened.map_err(LegacyError::NotAFile)?;
    let mut header = [0; 100];
    match opened.read_exact(&mut header).await {
        Ok(_) if header.starts_with(b"SQLite format 3\0") => Ok(header),
        _ => Err(LegacyError::Missing("SQLite header".into())),
    }
}

/// Why a file is not read, as it follows its name.
fn unread(error: &io::Error) -> String {
    match error.kind() {
        io::ErrorKind::NotFound => "is not there".to_owned(),
        io::ErrorKind::PermissionDenied => format!("may not be read by {}", this_user()),
        _ => format!("cannot be read: {error}"),
    }
}

async fn read_all(c: &DatabaseConnection) -> Result<Original, LegacyError> {
    // One transaction, so that what is read fits together even if the original is still running.
    c.execute_unprepared("BEGIN").await?;
    let encoding = text::encoding(c).await?;
    let mut original = Original::default();
    let (mut tables, mut known) = (Vec::new(), false);
    for table in [&USERS, &EVENTS, &SUBMISSIONS] {
        let there = columns(c, table.name).await?;
        known |= has(&there, table.known_by);
        tables.push(there);
    }
    if !known {
        let missing = if tables[0].is_empty() { "table users" } else { "column users.is_admin" };
        return Err(LegacyError::Missing(missing.into()));
    }
    let mut read = Vec::new();
    for (table, there) in [&USERS, &EVENTS, &SUBMISSIONS].into_iter().zip(&tables) {
        read.push(rows(c, table, there, encoding, &mut original).await?);
    }
    let mut read = read.into_iter().map(sorted);
    original.people = read.next().unwrap_or_default().into_iter().map(person).collect();
    original.events = read.next().unwrap_or_default().into_iter().map(event).collect();
    original.requests = read.next().unwrap_or_default().into_iter().map(request).collect();
    Ok(original)
}

/// The columns of a table, also those that SQLite works out (2, 3) rather than keeps; none where it is not there.
async fn columns(c: &DatabaseConnection, table: &str) -> Result<Vec<String>, DbErr> {
    let sql = format!("SELECT CAST(name AS TEXT) FROM pragma_table_xinfo('{table}') WHERE hidden <> 1");
    let found = c.query_all_raw(Statement::from_string(DbBackend::Sqlite, sql)).await?;
    found.iter().map(|row| row.try_get_by_index::<String>(0)).collect()
}

/// Whether a column is there. SQLite tells no capital letters from small ones.
fn has(there: &[String], column: &str) -> bool {
    there.iter().any(|there| there.eq_ignore_ascii_case(column))
}

fn sorted(mut rows: Vec<Row>) -> Vec<Row> {
    rows.sort_by_key(|row| (row.place.id.is.is_none(), row.place.id.is, row.place.row));
    rows
}
