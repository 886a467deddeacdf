//! The audit log: who did what to which event or person, when.

use chrono::{DateTime, Utc};
use sea_orm::{
    ActiveModelTrait, ActiveValue::Set, ColumnTrait, ConnectionTrait, DbErr, EntityTrait, QueryFilter, QueryOrder,
    QuerySelect,
};

use super::entity::audit_entry;

/// What is noted. `actor` is `None` for commands and for what happens by itself.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Entry {
    pub actor: Option<i32>,
    /// A short verb phrase such as `event.finalize`.
    pub action: &'static str,
    pub event: Option<i32>,
    pub person: Option<i32>,
    /// JSON of numbers and closed words; never a name, an address or a secret.
    pub details: serde_json::Value,
}

/// An entry as read back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Noted {
    pub at: DateTime<Utc>,
    pub actor: Option<i32>,
    pub action: String,
    pub person: Option<i32>,
    pub details: String,
}

/// Writes an entry, in the transaction of what it tells.
pub async fn note(c: &impl ConnectionTrait, now: DateTime<Utc>, entry: Entry) -> Result<(), DbErr> {
    let row = audit_entry::ActiveModel {
        at: Set(now),
        actor_id: Set(entry.actor),
        action: Set(entry.action.to_owned()),
        event_id: Set(entry.event),
        user_id: Set(entry.person),
        details: Set(entry.details.to_string()),
        ..Default::default()
    };
    row.insert(c).await.map(|_| ())
}

/// The latest entries about an event, newest first.
pub async fn of_event(c: &impl ConnectionTrait, event: i32, most: u64) -> Result<Vec<Noted>, DbErr> {
    let of_event = audit_entry::Entity::find().filter(audit_entry::Column::EventId.eq(event));
    let rows = of_event.order_by_desc(audit_entry::Column::Id).limit(most).all(c).await?;
    let noted = |row: audit_entry::Model| Noted {
        at: row.at,
        actor: row.actor_id,
        action: row.action,
        person: row.user_id,
        details: row.details,
    };
    Ok(rows.into_iter().map(noted).collect())
}
