//! What is stored about one person, for themselves: nobody else's, and no hash of anything.

use chrono::{DateTime, Utc};
use sea_orm::{ConnectionTrait, DbErr, FromQueryResult, Statement};

use super::{outbox::in_list, requests::joined_tiers};
use crate::domain::{
    ids::{EventId, PersonId},
    message::Kind,
};

/// The account, with the change of address that may be under way, and an address they had, as long as that can take the
/// change back.
#[derive(Debug, FromQueryResult)]
pub struct OwnAccount {
    /// Makes what stands for the person in draws.
    pub public_id: String,
    pub name: String,
    pub email: String,
    pub role: String,
    pub zone: Option<String>,
    pub language: Option<String>,
    pub created_at: DateTime<Utc>,
    pub failing_since: Option<DateTime<Utc>>,
    pub complained_at: Option<DateTime<Utc>>,
    pub new_email: Option<String>,
    pub new_email_asked_at: Option<DateTime<Utc>>,
    pub former_email: Option<String>,
    pub former_email_until: Option<DateTime<Utc>>,
}

/// A signed-in browser.
#[derive(Debug, FromQueryResult)]
pub struct OwnDevice {
    /// What the browser calls itself.
    pub device: String,
    pub created_at: DateTime<Utc>,
    pub last_seen_at: DateTime<Utc>,
    pub expires_at: DateTime<Utc>,
}

/// A request, with the event it is for.
#[derive(Debug, FromQueryResult)]
pub struct OwnRequest {
    /// The event in draws.
    pub public_id: String,
    pub event: EventId,
    pub event_name: String,
    pub starts_at: DateTime<Utc>,
    /// Joined by commas.
    pub tiers: Option<String>,
    pub note: String,
    pub created_at: DateTime<Utc>,
    pub updated_at: DateTime<Utc>,
    pub withdrawn_at: Option<DateTime<Utc>>,
    /// What it was given, once that is decided for good: before it is a draft of the organizer's.
    pub given: Option<i32>,
    pub told: Option<i32>,
    /// Why another removed it; empty: nobody did.
    pub removed_because: String,
    /// What the person had been told before the number in `told`.
    pub changed_from: Option<i32>,
    pub changed_because: String,
    /// After the result: what they took, gave back, and what of that others took, and what they said will not be used. `None`:
    /// nothing happened.
    pub accepted: Option<i32>,
    pub returned: Option<i32>,
    pub passed: Option<i32>,
    pub late: Option<i32>,
    /// How many were used, as noted at the door.
    pub came: Option<i32>,
    /// What they handed on to somebody, and what somebody handed on to them.
    pub handed: Option<i32>,
    pub received: Option<i32>,
}

/// Someone whom the person named for a ticket.
#[derive(Debug, FromQueryResult)]
pub struct OwnGuest {
    pub event: EventId,
    pub position: i32,
    pub name: String,
    pub note: String,
}

/// Tickets that were offered to the person, or that they are giving back, or ask to hand on.
#[derive(Debug, FromQueryResult)]
pub struct OwnTickets {
    /// `offer`, `return`, or `hand-on`.
    pub what: String,
    pub event: EventId,
    pub number: i32,
    pub at: DateTime<Utc>,
    /// Until when it can be answered, taken back, or confirmed.
    pub until: DateTime<Utc>,
    pub status: String,
    pub ended_at: Option<DateTime<Utc>>,
}

/// A message to the person.
#[derive(Debug, FromQueryResult)]
pub struct OwnMessage {
    pub kind: String,
    pub event: Option<EventId>,
    pub status: String,
    pub created_at: DateTime<Utc>,
    pub sent_at: Option<DateTime<Utc>>,
}

/// Something noted of what the person did, or of what was done to them.
#[derive(Debug, FromQueryResult)]
pub struct OwnEntry {
    pub at: DateTime<Utc>,
    pub action: String,
    pub event: Option<EventId>,
    pub actor: Option<PersonId>,
}

async fn all<T: FromQueryResult>(
    c: &impl ConnectionTrait,
    sql: impl Into<String>,
    person: PersonId,
) -> Result<Vec<T>, DbErr> {
    let statement = Statement::from_sql_and_values(c.get_database_backend(), sql, [person.into()]);
    T::find_by_statement(statement).all(c).await
}

/// The account itself: once, or once for each address they had that can take a change back, the earliest first.
pub async fn account(c: &impl ConnectionTrait, person: PersonId) -> Result<Vec<OwnAccount>, DbErr> {
    let sql = "SELECT u.public_id, u.name, u.email, u.role, u.zone, u.language, u.created_at, u.failing_since, u.complained_at, \
               a.email AS new_email, a.asked_at AS new_email_asked_at, \
               f.email AS former_email, f.expires_at AS former_email_until \
               FROM users u LEFT JOIN address_changes a ON a.user_id = u.id \
               LEFT JOIN (SELECT DISTINCT user_id, email, expires_at FROM address_undos WHERE used_at IS NULL) f \
               ON f.user_id = u.id WHERE u.id = $1 ORDER BY f.expires_at";
    all(c, sql, person).await
}

/// Every browser, the first signed in first.
pub async fn devices(c: &impl ConnectionTrait, person: PersonId) -> Result<Vec<OwnDevice>, DbErr> {
    let sql = "SELECT device, created_at, last_seen_at, expires_at FROM sessions WHERE user_id = $1 ORDER BY id";
    all(c, sql, person).await
}

/// Every request, withdrawn ones too, the first made first.
pub async fn requests(c: &impl ConnectionTrait, person: PersonId) -> Result<Vec<OwnRequest>, DbErr> {
    let tiers = joined_tiers(c.get_database_backend(), "r.id");
    let sql = format!(
        "SELECT r.event_id AS event, e.public_id, e.name AS event_name, e.starts_at, CASE WHEN r.joined_after THEN NULL ELSE {tiers} END AS tiers, r.note, r.created_at, \
         r.updated_at, r.withdrawn_at, CASE WHEN e.status = 'finalized' THEN r.allocated END AS given, r.told, \
         r.removed_because, r.changed_from, r.changed_because, h.accepted, h.returned, h.passed, h.late, h.handed, h.received, r.came \
         FROM requests r JOIN events e ON e.id = r.event_id \
         LEFT JOIN holdings h ON h.event_id = r.event_id AND h.user_id = r.user_id WHERE r.user_id = $1 ORDER BY r.id"
    );
    all(c, sql, person).await
}

/// Everything that was offered to them, and what they are giving back or ask to hand on, the oldest first.
pub async fn tickets(c: &impl ConnectionTrait, person: PersonId) -> Result<Vec<OwnTickets>, DbErr> {
    let sql = "SELECT 'offer' AS what, event_id AS event, number, offered_at AS at, until, status, ended_at \
               FROM offers WHERE user_id = $1 \
               UNION ALL SELECT 'return', event_id, number, made_at, settles_at, 'open', NULL FROM returns WHERE user_id = $1 \
               UNION ALL SELECT 'hand-on', h.event_id, h.number, h.made_at, e.starts_at, 'open', NULL \
               FROM hand_requests h JOIN events e ON e.id = h.event_id WHERE h.user_id = $1 \
               ORDER BY 4, 2";
    all(c, sql, person).await
}

/// Everyone they named for their tickets, by event and ticket.
pub async fn guests(c: &impl ConnectionTrait, person: PersonId) -> Result<Vec<OwnGuest>, DbErr> {
    let sql =
        "SELECT event_id AS event, position, name, note FROM guests WHERE user_id = $1 ORDER BY event_id, position";
    all(c, sql, person).await
}

/// Every message of these kinds.
pub async fn messages(c: &impl ConnectionTrait, person: PersonId, kinds: &[Kind]) -> Result<Vec<OwnMessage>, DbErr> {
    let sql = format!(
        "SELECT kind, event_id AS event, status, created_at, sent_at FROM outbox \
         WHERE user_id = $1 AND kind IN ({}) ORDER BY id",
        in_list(kinds)
    );
    all(c, sql, person).await
}

/// Everything noted of what they did or of what was done to them, the oldest first.
pub async fn entries(c: &impl ConnectionTrait, person: PersonId) -> Result<Vec<OwnEntry>, DbErr> {
    let sql = "SELECT l.at, l.action, l.event_id AS event, l.actor_id AS actor FROM audit_log l \
               WHERE l.actor_id = $1 OR l.user_id = $1 ORDER BY l.id";
    all(c, sql, person).await
}
