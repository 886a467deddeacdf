//! Every event as admins list them, by state, and how many there are of each.

use chrono::{DateTime, Utc};
use sea_orm::{ConnectionTrait, DbErr, FromQueryResult, Statement};

use super::corrupt;
use crate::domain::{
    event::EventStatus,
    ids::EventId,
    schedule::{Schedule, Zone},
};

/// An event on the list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ListedEvent {
    pub id: EventId,
    pub name: String,
    pub schedule: Schedule,
    /// What time has made of the stored state.
    pub status: EventStatus,
    pub owner: String,
    pub tickets: u32,
    /// People who ask.
    pub people: u64,
    /// Tickets if everyone got their first choice.
    pub requested: u64,
}

/// How many events are in each state, and in the trash.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    pub open: u64,
    pub closed: u64,
    pub finalized: u64,
    pub cancelled: u64,
    pub trash: u64,
}

impl Counts {
    /// How many are in this state; `None`: in any, the trash left out.
    pub const fn of(&self, status: Option<EventStatus>) -> u64 {
        match status {
            Some(EventStatus::Open) => self.open,
            Some(EventStatus::Closed) => self.closed,
            Some(EventStatus::Finalized) => self.finalized,
            Some(EventStatus::Canceled) => self.cancelled,
            None => self.open + self.closed + self.finalized + self.cancelled,
        }
    }
}

/// The rule of [`super::events::status_at`] in SQL; `$1` is the present.
const STATUS: &str = "CASE WHEN e.status = 'open' AND COALESCE(e.closes_at, e.starts_at) <= $1 THEN 'closed' \
    ELSE e.status END";

#[derive(FromQueryResult)]
struct Row {
    id: EventId,
    name: String,
    starts_at: DateTime<Utc>,
    closes_at: Option<DateTime<Utc>>,
    zone: String,
    now_status: String,
    owner: String,
    tickets: i32,
    people: i32,
    requested: i64,
}

/// At most `most` events in this state (`None`: in any) after the first `skip`, the latest first. Those in the trash are
/// left out. One statement.
pub async fn list(
    c: &impl ConnectionTrait,
    status: Option<EventStatus>,
    (skip, most): (u64, u64),
    now: DateTime<Utc>,
) -> Result<Vec<ListedEvent>, DbErr> {
    let only = status.map(|status| format!("AND {STATUS} = '{}' ", status.as_str())).unwrap_or_default();
    let sql = format!(
        "SELECT e.id, e.name, e.starts_at, e.closes_at, e.zone, {STATUS} AS now_status, u.name AS owner, e.tickets, \
         e.people, e.requested \
         FROM events e JOIN users u ON u.id = e.owner_id \
         WHERE e.deleted_at IS NULL {only}ORDER BY e.starts_at DESC, e.id DESC LIMIT $2 OFFSET $3"
    );
    let [most, skip] = [most, skip].map(|count| i64::try_from(count).unwrap_or(i64::MAX));
    let values = [now.into(), most.into(), skip.into()];
    let rows =
        Row::find_by_statement(Statement::from_sql_and_values(c.get_database_backend(), sql, values)).all(c).await?;
    rows.into_iter().map(listed).collect()
}

fn listed(row: Row) -> Result<ListedEvent, DbErr> {
    let id = row.id;
    let read = |row: Row| {
        let zone = Zone::parse(&row.zone).ok()?;
        Some(ListedEvent {
            id: row.id,
            name: row.name,
            schedule: Schedule { starts_at: row.starts_at, closes_at: row.closes_at, zone },
            status: EventStatus::parse(&row.now_status).ok()?,
            owner: row.owner,
            tickets: row.tickets.try_into().ok()?,
            people: row.people.try_into().ok()?,
            requested: row.requested.try_into().ok()?,
        })
    };
    read(row).ok_or_else(|| corrupt("events", id))
}

#[derive(FromQueryResult)]
struct Count {
    place: String,
    events: i64,
}

/// How many events there are of each. One statement.
pub async fn counts(c: &impl ConnectionTrait, now: DateTime<Utc>) -> Result<Counts, DbErr> {
    let sql = format!(
        "SELECT p.place, COUNT(*) AS events FROM \
         (SELECT CASE WHEN e.deleted_at IS NOT NULL THEN 'trash' ELSE {STATUS} END AS place FROM events e) p \
         GROUP BY p.place"
    );
    let statement = Statement::from_sql_and_values(c.get_database_backend(), sql, [now.into()]);
    let mut counts = Counts::default();
    for Count { place, events } in Count::find_by_statement(statement).all(c).await? {
        let events = u64::try_from(events).unwrap_or(0);
        match place.as_str() {
            "open" => counts.open = events,
            "closed" => counts.closed = events,
            "finalized" => counts.finalized = events,
            "cancelled" => counts.cancelled = events,
            _ => counts.trash = events,
        }
    }
    Ok(counts)
}
