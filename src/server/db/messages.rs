//! Messages as pages list them, with the names of whom and what they are about.

use chrono::{DateTime, Utc};
use sea_orm::{
    ColumnTrait, ConnectionTrait, DbErr, EntityTrait, ExprTrait, FromQueryResult, PaginatorTrait, QueryFilter,
    QueryOrder, QuerySelect, Statement, sea_query::Expr,
};
use serde::Deserialize;

use super::{
    at_once,
    entity::outbox,
    outbox::{StoredMessage, in_list},
};
use crate::domain::{
    ids::{EventId, MessageId, PersonId},
    message::Kind,
};

/// A message on a list, with the names of whom and what it is about.
#[derive(Clone, Debug, PartialEq, Eq, FromQueryResult)]
pub struct Listed {
    pub id: MessageId,
    pub kind: String,
    pub status: String,
    /// It was printed where the program runs and went to nobody: emails were not sent then.
    pub printed: bool,
    pub person: Option<PersonId>,
    pub person_name: Option<String>,
    pub event: Option<EventId>,
    pub event_name: Option<String>,
    pub attempts: i32,
    pub created_at: DateTime<Utc>,
    pub due_at: DateTime<Utc>,
    pub sent_at: Option<DateTime<Utc>>,
    pub reason: Option<String>,
}

const LISTED: &str = "SELECT o.id AS id, o.kind, o.status, COALESCE(o.provider_id = 'console', FALSE) AS printed, o.user_id AS person, u.name AS person_name, \
    o.event_id AS event, e.name AS event_name, o.attempts, o.created_at, o.due_at, o.sent_at, o.reason \
    FROM outbox o LEFT JOIN users u ON u.id = o.user_id LEFT JOIN events e ON e.id = o.event_id ";

/// Which messages a list holds.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Show {
    #[default]
    All,
    Failed,
    /// In the queue, or with a worker.
    Waiting,
    Sent,
    /// There was nobody to send it to, someone told them, or it was only printed.
    Unsent,
}

impl Show {
    /// All lists.
    pub const ALL: [Self; 5] = [Self::All, Self::Failed, Self::Waiting, Self::Sent, Self::Unsent];

    /// The word used in URLs.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::All => "all",
            Self::Failed => "failed",
            Self::Waiting => "waiting",
            Self::Sent => "sent",
            Self::Unsent => "unsent",
        }
    }

    /// Reads [`Show::as_str`] back; anything else shows all.
    pub fn parse(word: &str) -> Self {
        Self::ALL.into_iter().find(|show| show.as_str() == word).unwrap_or_default()
    }

    const fn condition(self) -> &'static str {
        match self {
            Self::All => "1 = 1",
            Self::Failed => "o.status = 'failed'",
            Self::Waiting => "o.status IN ('waiting', 'sending')",
            Self::Sent => "o.status = 'sent' AND COALESCE(o.provider_id, '') <> 'console'",
            Self::Unsent => "(o.status = 'skipped' OR o.provider_id = 'console')",
        }
    }
}

/// Whose a sign-in email is shows when it is sent; what went to nobody, since nobody has the address, is left out then.
const TO_SOMEBODY: &str = "(o.user_id IS NOT NULL OR o.status IN ('waiting', 'sending', 'failed'))";

/// The latest messages first, at most `most`.
pub async fn list(c: &impl ConnectionTrait, show: Show, most: u64) -> Result<Vec<Listed>, DbErr> {
    let sql = format!("{LISTED} WHERE {TO_SOMEBODY} AND {} ORDER BY o.id DESC LIMIT $1", show.condition());
    let most = i64::try_from(most).unwrap_or(i64::MAX);
    Listed::find_by_statement(Statement::from_sql_and_values(c.get_database_backend(), sql, [most.into()])).all(c).await
}

/// How many messages each list holds, in the order of [`Show::ALL`]; how many of those that wait were to leave by now, and since
/// when the oldest of these waits; what messages failed for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Totaled {
    pub counts: [u64; 5],
    pub due: u64,
    pub oldest: Option<DateTime<Utc>>,
    /// Reasons as they are stored, with how many messages have each.
    pub reasons: Vec<(String, u64)>,
}

#[derive(Deserialize)]
struct Sums {
    all_of_them: u64,
    failed: u64,
    waiting: u64,
    sent: u64,
    unsent: u64,
    due: u64,
    oldest: Option<DateTime<Utc>>,
}

#[derive(Deserialize)]
struct Reason {
    reason: String,
    count: u64,
}

/// Since when a message waits: some are written to leave later, at a decent hour or once an event stays as it is.
pub const WAITS_SINCE: &str = "CASE WHEN attempts = 0 AND reason IS NULL THEN due_at ELSE created_at END";

/// Counts them all. One statement.
pub async fn totaled(c: &impl ConnectionTrait, now: DateTime<Utc>) -> Result<Totaled, DbErr> {
    let sums = Show::ALL.map(|show| format!("COALESCE(SUM(CASE WHEN {} THEN 1 ELSE 0 END), 0)", show.condition()));
    let [all, failed, waiting, sent, unsent] = sums.map(|sum| format!("CAST({sum} AS bigint)"));
    let due = format!("{} AND {WAITS_SINCE} <= $1", Show::Waiting.condition());
    let sums = format!(
        "SELECT {all} AS all_of_them, {failed} AS failed, {waiting} AS waiting, {sent} AS sent, {unsent} AS unsent, \
         CAST(COALESCE(SUM(CASE WHEN {due} THEN 1 ELSE 0 END), 0) AS bigint) AS due, \
         MIN(CASE WHEN {due} THEN {WAITS_SINCE} END) AS oldest FROM outbox o WHERE {TO_SOMEBODY}"
    );
    let reasons = "SELECT COALESCE(reason, '') AS reason, COUNT(*) AS count FROM outbox WHERE status = 'failed' \
                   GROUP BY COALESCE(reason, '') ORDER BY COUNT(*) DESC, COALESCE(reason, '')";
    let columns = ["all_of_them, failed, waiting, sent, unsent, due, oldest", "reason, count"];
    let asked = [(columns[0], sums.as_str()), (columns[1], reasons)];
    let [sums, reasons] = at_once::lists(c, asked, [now.into()]).await?;
    let sums: Vec<Sums> = at_once::read(columns[0], &sums)?;
    let reasons: Vec<Reason> = at_once::read(columns[1], &reasons)?;
    let Some(sums) = sums.first() else { return Ok(Totaled::default()) };
    Ok(Totaled {
        counts: [sums.all_of_them, sums.failed, sums.waiting, sums.sent, sums.unsent],
        due: sums.due,
        oldest: sums.oldest,
        reasons: reasons.into_iter().map(|Reason { reason, count }| (reason, count)).collect(),
    })
}

/// The messages that failed, the oldest first, at most `most`.
pub async fn failed(c: &impl ConnectionTrait, most: u64) -> Result<Vec<StoredMessage>, DbErr> {
    let failed = outbox::Entity::find().filter(outbox::Column::Status.eq("failed"));
    let rows = failed.order_by_asc(outbox::Column::Id).limit(most).all(c).await?;
    rows.into_iter().map(StoredMessage::try_from).collect()
}

/// The latest messages to a person, at most `most`.
pub async fn of_person(c: &impl ConnectionTrait, person: PersonId, most: u64) -> Result<Vec<Listed>, DbErr> {
    let sql = format!("{LISTED} WHERE o.user_id = $1 ORDER BY o.id DESC LIMIT $2");
    let values = [person.into(), i64::try_from(most).unwrap_or(i64::MAX).into()];
    Listed::find_by_statement(Statement::from_sql_and_values(c.get_database_backend(), sql, values)).all(c).await
}

/// All messages of these kinds about an event, the latest first: who was told, who not yet, who could not be.
pub async fn of_event(c: &impl ConnectionTrait, event: EventId, kinds: &[Kind]) -> Result<Vec<Listed>, DbErr> {
    let sql = format!("{LISTED} WHERE o.event_id = $1 AND o.kind IN ({}) ORDER BY o.id DESC", in_list(kinds));
    Listed::find_by_statement(Statement::from_sql_and_values(c.get_database_backend(), sql, [event.into()]))
        .all(c)
        .await
}

/// How many messages failed.
pub async fn count_failed(c: &impl ConnectionTrait) -> Result<u64, DbErr> {
    outbox::Entity::find().filter(outbox::Column::Status.eq("failed")).count(c).await
}

/// Since when the oldest message waits that could leave now.
pub async fn oldest_waiting(c: &impl ConnectionTrait, now: DateTime<Utc>) -> Result<Option<DateTime<Utc>>, DbErr> {
    let due = outbox::Column::Status.eq("waiting").and(outbox::Column::DueAt.lte(now));
    let since =
        outbox::Entity::find().filter(due).select_only().column_as(Expr::cust(format!("MIN({WAITS_SINCE})")), "since");
    Ok(since.into_tuple::<Option<DateTime<Utc>>>().one(c).await?.flatten())
}
