//! The original program's database: an SQLite file that is read and never written, not even beside it.

use std::path::{Path, PathBuf};

use sea_orm::{ConnectOptions, ConnectionTrait, DatabaseConnection, DbBackend, DbErr, FromQueryResult, Statement};
use tokio::io::AsyncReadExt;

use super::connect::connected;

/// Everything of the original that is kept. Passwords, tokens and sessions are not read.
///
/// SQLite enforces hardly any type, so values come as text, whatever they were; what they mean is for the import to
/// judge. Rows are in the order of their numbers.
#[derive(Clone, Debug, Default)]
pub struct Original {
    pub people: Vec<OriginalPerson>,
    pub events: Vec<OriginalEvent>,
    pub requests: Vec<OriginalRequest>,
}

/// A row of `users`.
#[derive(Clone, Debug, FromQueryResult)]
pub struct OriginalPerson {
    pub id: i64,
    pub name: Option<String>,
    pub email: Option<String>,
    pub is_admin: Option<String>,
    pub is_active: Option<String>,
    pub created_at: Option<String>,
}

/// A row of `events`.
#[derive(Clone, Debug, FromQueryResult)]
pub struct OriginalEvent {
    pub id: i64,
    pub name: Option<String>,
    /// Local, without a zone.
    pub event_date: Option<String>,
    pub total_tickets: Option<String>,
    pub notes: Option<String>,
    pub status: Option<String>,
    pub created_by: i64,
    pub created_at: Option<String>,
    pub finalized_at: Option<String>,
}

/// A row of `submissions`.
#[derive(Clone, Debug, FromQueryResult)]
pub struct OriginalRequest {
    pub id: i64,
    pub event_id: i64,
    pub user_id: i64,
    /// Acceptable numbers joined by commas, the last of them 0.
    pub preferences: Option<String>,
    pub notes: Option<String>,
    pub allocated: Option<String>,
    pub submitted_at: Option<String>,
    pub updated_at: Option<String>,
}

/// Why there was nothing to read.
#[derive(Debug, thiserror::Error)]
pub enum LegacyError {
    #[error("there is no file")]
    NotAFile,
    #[error("it has no {0}")]
    Missing(String),
    #[error(transparent)]
    Db(#[from] DbErr),
}

/// A column, and how it is read: as it is, as text, or as the number of another row (0 where there is none).
type Column = (&'static str, As);

#[derive(Clone, Copy)]
enum As {
    Number,
    Text,
}

const USERS: &[Column] = &[
    ("id", As::Number),
    ("name", As::Text),
    ("email", As::Text),
    ("is_admin", As::Text),
    ("is_active", As::Text),
    ("created_at", As::Text),
];

const EVENTS: &[Column] = &[
    ("id", As::Number),
    ("name", As::Text),
    ("event_date", As::Text),
    ("total_tickets", As::Text),
    ("notes", As::Text),
    ("status", As::Text),
    ("created_by", As::Number),
    ("created_at", As::Text),
    ("finalized_at", As::Text),
];

const SUBMISSIONS: &[Column] = &[
    ("id", As::Number),
    ("event_id", As::Number),
    ("user_id", As::Number),
    ("preferences", As::Text),
    ("notes", As::Text),
    ("allocated", As::Text),
    ("submitted_at", As::Text),
    ("updated_at", As::Text),
];

/// Reads the original's file as it stands at one moment.
///
/// # Errors
/// Names the first table or column that is missing; [`LegacyError::Db`] when SQLite cannot read the file, such as after
/// a crash in the middle of a write, which only the original itself can undo.
pub async fn read(file: &Path) -> Result<Original, LegacyError> {
    let connection = open(file).await?;
    let original = read_all(&connection).await;
    connection.close().await?;
    let original = original?;
    match original.events.iter().find(|event| !(1..=i32::MAX.into()).contains(&event.id)) {
        Some(event) => Err(LegacyError::Missing(format!("number from 1 to {} for event {}", i32::MAX, event.id))),
        None => Ok(original),
    }
}

/// Opens the file so that nothing is written.
///
/// A file in write-ahead mode whose log is gone (its program ended) is opened as immutable: SQLite would make the log
/// anew otherwise. Every other is only opened for reading, so that SQLite heeds the locks of a program still running.
async fn open(file: &Path) -> Result<DatabaseConnection, LegacyError> {
    let header = header(file).await?;
    let write_ahead = header[18] == 2;
    let mut log = file.as_os_str().to_owned();
    log.push("-wal");
    let immutable = write_ahead && !PathBuf::from(log).exists();
    let path = file.to_owned();
    // The name of the file is set below, as it is: in the URL some of its letters would mean something else.
    let mut options = ConnectOptions::new("sqlite://original?mode=ro");
    options.max_connections(1).sqlx_logging(false).map_sqlx_sqlite_opts(move |sqlite| {
        sqlite.filename(&path).read_only(true).create_if_missing(false).immutable(immutable).foreign_keys(false)
    });
    Ok(connected(options).await?)
}

/// The first 100 bytes of an SQLite file.
async fn header(file: &Path) -> Result<[u8; 100], LegacyError> {
    let is_file = tokio::fs::metadata(file).await.is_ok_and(|found| found.is_file());
    let mut opened =
        if is_file { tokio::fs::File::open(file).await.ok() } else { None }.ok_or(LegacyError::NotAFile)?;
    let mut header = [0; 100];
    match opened.read_exact(&mut header).await {
        Ok(_) if header.starts_with(b"SQLite format 3\0") => Ok(header),
        _ => Err(LegacyError::Missing("SQLite header".into())),
    }
}

async fn read_all(c: &DatabaseConnection) -> Result<Original, LegacyError> {
    // One transaction, so that what is read fits together even if the original is still running.
    c.execute_unprepared("BEGIN").await?;
    Ok(Original {
        people: OriginalPerson::find_by_statement(select(c, "users", USERS).await?).all(c).await?,
        events: OriginalEvent::find_by_statement(select(c, "events", EVENTS).await?).all(c).await?,
        requests: OriginalRequest::find_by_statement(select(c, "submissions", SUBMISSIONS).await?).all(c).await?,
    })
}

/// The statement that reads a table, once it is seen that all its columns are there.
async fn select(c: &DatabaseConnection, table: &str, columns: &[Column]) -> Result<Statement, LegacyError> {
    let statement = |sql: String| Statement::from_string(DbBackend::Sqlite, sql);
    let found = c.query_all_raw(statement(format!("SELECT name FROM pragma_table_info('{table}')"))).await?;
    let found = found.iter().map(|row| row.try_get_by_index::<String>(0)).collect::<Result<Vec<_>, _>>()?;
    if found.is_empty() {
        return Err(LegacyError::Missing(format!("table {table}")));
    }
    if let Some((missing, _)) = columns.iter().find(|(column, _)| !found.iter().any(|found| found == column)) {
        return Err(LegacyError::Missing(format!("column {table}.{missing}")));
    }
    let columns = columns.iter().map(|(column, read_as)| match read_as {
        As::Number => format!("COALESCE(CAST({column} AS INTEGER), 0) AS {column}"),
        As::Text => format!("CAST({column} AS TEXT) AS {column}"),
    });
    let columns = columns.collect::<Vec<_>>().join(", ");
    Ok(statement(format!("SELECT {columns} FROM {table} ORDER BY id")))
}
