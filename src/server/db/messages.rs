//! Messages as pages list them, with the names of whom and what they are about.

use chrono::{DateTime, Utc};
use sea_orm::{
    ColumnTrait, ConnectionTrait, DbErr, EntityTrait, FromQueryResult, PaginatorTrait, QueryFilter, QueryOrder,
    Statement,
};

use super::entity::outbox;

/// A message on a list, with the names of whom and what it is about.
#[derive(Clone, Debug, PartialEq, Eq, FromQueryResult)]
pub struct Listed {
    pub number: i32,
    pub kind: String,
    pub status: String,
    pub person: Option<i32>,
    pub person_name: Option<String>,
    pub event: Option<i32>,
    pub event_name: Option<String>,
    pub attempts: i32,
    pub created_at: DateTime<Utc>,
    pub due_at: DateTime<Utc>,
    pub sent_at: Option<DateTime<Utc>>,
    pub reason: Option<String>,
}

const LISTED: &str = "SELECT o.id AS number, o.kind, o.status, o.user_id AS person, u.name AS person_name, \
    o.event_id AS event, e.name AS event_name, o.attempts, o.created_at, o.due_at, o.sent_at, o.reason \
    FROM outbox o LEFT JOIN users u ON u.id = o.user_id LEFT JOIN events e ON e.id = o.event_id ";

/// The queue: everything waiting or failed, then the latest others; at most `most`. Whose a sign-in mail is shows when it
/// is sent; what went to nobody, since nobody has the address, is left out then.
pub async fn list(c: &impl ConnectionTrait, most: u64) -> Result<Vec<Listed>, DbErr> {
    let sql = format!(
        "{LISTED} WHERE o.user_id IS NOT NULL OR o.status IN ('waiting', 'sending', 'failed') \
         ORDER BY CASE o.status WHEN 'failed' THEN 0 WHEN 'waiting' THEN 1 WHEN 'sending' THEN 1 ELSE 2 END, o.id DESC \
         LIMIT $1"
    );
    let most = i64::try_from(most).unwrap_or(i64::MAX);
    Listed::find_by_statement(Statement::from_sql_and_values(c.get_database_backend(), sql, [most.into()])).all(c).await
}

/// The messages of an event's latest revision: who was told, who not yet, who could not be.
pub async fn of_event(c: &impl ConnectionTrait, event: i32) -> Result<Vec<Listed>, DbErr> {
    let sql = format!("{LISTED} WHERE o.event_id = $1 AND o.kind <> 'received' ORDER BY o.id DESC");
    Listed::find_by_statement(Statement::from_sql_and_values(c.get_database_backend(), sql, [event.into()]))
        .all(c)
        .await
}

/// How many messages failed.
pub async fn count_failed(c: &impl ConnectionTrait) -> Result<u64, DbErr> {
    outbox::Entity::find().filter(outbox::Column::Status.eq("failed")).count(c).await
}

/// Since when the oldest message waits.
pub async fn oldest_waiting(c: &impl ConnectionTrait) -> Result<Option<DateTime<Utc>>, DbErr> {
    let waiting = outbox::Entity::find().filter(outbox::Column::Status.eq("waiting"));
    Ok(waiting.order_by_asc(outbox::Column::CreatedAt).one(c).await?.map(|message| message.created_at))
}
