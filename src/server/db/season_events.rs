//! The events of one season at a glance.

use allocation::Rule;
use chrono::{DateTime, Utc};
use sea_orm::{ConnectionTrait, DbErr};
use serde::Deserialize;

use super::{at_once, corrupt, events::status_at};
use crate::domain::{
    draw::rule_of_key,
    event::EventStatus,
    ids::{EventId, SeasonId},
    schedule::{Schedule, Zone},
};

/// An event of a season.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SeasonEvent {
    pub id: EventId,
    pub public_id: String,
    pub name: String,
    pub schedule: Schedule,
    /// What time has made of the stored state.
    pub status: EventStatus,
    pub tickets: u32,
    /// Tickets if everyone got their first choice.
    pub requested: u64,
    /// Tickets given so far.
    pub given: u64,
    /// Of these, tickets of which somebody said too late that they will not be used.
    pub late: u64,
    /// The draw method that decided; `None`: everything was set by hand.
    pub rule: Option<Rule>,
}

impl SeasonEvent {
    /// Whether everyone was told what they got.
    pub fn is_final(&self) -> bool {
        self.status == EventStatus::Finalized
    }

    /// Of an event with a result that has begun: tickets that nobody had then, and those of which somebody said too late that they
    /// will not be used.
    pub fn unused(&self, now: DateTime<Utc>) -> Option<u64> {
        let begun = self.is_final() && self.schedule.starts_at <= now;
        begun.then(|| u64::from(self.tickets).saturating_sub(self.given) + self.late)
    }
}

#[derive(Deserialize)]
struct Row {
    id: EventId,
    public_id: String,
    name: String,
    starts_at: DateTime<Utc>,
    closes_at: Option<DateTime<Utc>>,
    zone: String,
    status: String,
    tickets: i32,
    requested: i64,
    given: i64,
    late: i64,
    rule: Option<String>,
}

const COLUMNS: &str = "id, public_id, name, starts_at, closes_at, zone, status, tickets, requested, given, late, rule";

/// The events in a season, in the order in which their requests close; not those that are canceled or in the trash. One
/// statement.
pub async fn list(c: &impl ConnectionTrait, season: SeasonId, now: DateTime<Utc>) -> Result<Vec<SeasonEvent>, DbErr> {
    let sql = "SELECT e.id, e.public_id, e.name, e.starts_at, e.closes_at, e.zone, e.status, e.tickets, e.requested, \
         e.given, COALESCE((SELECT SUM(h.late) FROM holdings h WHERE h.event_id = e.id), 0) AS late, \
         CASE WHEN e.drawn_tickets IS NOT NULL THEN (SELECT d.order_rule || '.' || d.fill_rule FROM draws d \
           WHERE d.event_id = e.id ORDER BY d.number DESC LIMIT 1) END AS rule \
         FROM events e WHERE e.pool_id = $1 AND e.in_season AND e.deleted_at IS NULL AND e.status <> 'cancelled' \
         ORDER BY COALESCE((SELECT MIN(l.frozen_at) FROM request_lists l WHERE l.event_id = e.id), e.closes_at, \
           e.starts_at), e.id";
    let rows: Vec<Row> = at_once::all(c, COLUMNS, sql, [season.into()]).await?;
    rows.into_iter().map(|row| event(row, now)).collect()
}

fn event(row: Row, now: DateTime<Utc>) -> Result<SeasonEvent, DbErr> {
    let id = row.id;
    let read = |row: Row| {
        let zone = Zone::parse(&row.zone).ok()?;
        let schedule = Schedule { starts_at: row.starts_at, closes_at: row.closes_at, zone };
        Some(SeasonEvent {
            id: row.id,
            public_id: row.public_id,
            name: row.name,
            schedule,
            status: status_at(EventStatus::parse(&row.status).ok()?, &schedule, now),
            tickets: row.tickets.try_into().ok()?,
            requested: row.requested.try_into().ok()?,
            given: row.given.try_into().ok()?,
            late: row.late.try_into().ok()?,
            rule: match row.rule {
                Some(key) => Some(rule_of_key(&key)?),
                None => None,
            },
        })
    };
    read(row).ok_or_else(|| corrupt("events", id))
}
