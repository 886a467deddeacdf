//! What programs that watch the site are told of its data: numbers, and nobody's name.

use chrono::{DateTime, Utc};
use sea_orm::{DbBackend, DbErr, FromQueryResult, Statement};

use super::{Db, messages::WAITS_SINCE};

/// How the data stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Watched {
    /// Messages by kind and by how far they came, as the database has the words.
    pub messages: Vec<Messages>,
    /// Since when the oldest message waits whose time has come.
    pub oldest_waiting: Option<DateTime<Utc>>,
    pub sessions: u64,
    /// Active people whom emails do not reach.
    pub failing: u64,
    /// In bytes.
    pub size: u64,
}

#[derive(Clone, Debug, PartialEq, Eq, FromQueryResult)]
pub struct Messages {
    pub kind: String,
    pub status: String,
    pub count: i64,
}

#[derive(FromQueryResult)]
struct Row {
    oldest_waiting: Option<DateTime<Utc>>,
    sessions: i64,
    failing: i64,
    size: i64,
}

/// Counts it all. Two statements.
pub async fn all(db: &Db, now: DateTime<Utc>) -> Result<Watched, DbErr> {
    let (c, backend) = (db.read(), db.backend());
    let messages = "SELECT kind, status, COUNT(*) AS count FROM outbox GROUP BY kind, status ORDER BY kind, status";
    let messages = Messages::find_by_statement(Statement::from_string(backend, messages)).all(c).await?;
    let size = match backend {
        DbBackend::Postgres => "pg_database_size(current_database())",
        _ => "(SELECT page_count * page_size FROM pragma_page_count, pragma_page_size)",
    };
    let sql = format!(
        "SELECT (SELECT MIN({WAITS_SINCE}) FROM outbox WHERE status = 'waiting' AND due_at <= $1) AS oldest_waiting, \
         (SELECT COUNT(*) FROM sessions WHERE expires_at > $1) AS sessions, \
         (SELECT COUNT(*) FROM users WHERE failing_since IS NOT NULL AND status = 'active') AS failing, \
         CAST({size} AS bigint) AS size"
    );
    let row = Row::find_by_statement(Statement::from_sql_and_values(backend, sql, [now.into()])).one(c).await?;
    let row = row.ok_or_else(|| DbErr::RecordNotFound("no row of figures".into()))?;
    let count = |count: i64| u64::try_from(count).unwrap_or(0);
    Ok(Watched {
        messages,
        oldest_waiting: row.oldest_waiting,
        sessions: count(row.sessions),
        failing: count(row.failing),
        size: count(row.size),
    })
}
