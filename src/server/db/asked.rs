//! What one person asked for, in all seasons, and how it went. One statement, however many.

use allocation::{Past, Tiers};
use chrono::{DateTime, Utc};
use sea_orm::{ConnectionTrait, DbErr, FromQueryResult, Statement};

use super::{
    corrupt,
    events::status_at,
    requests::{joined_tiers, read_tiers},
    standings::COUNTS,
};
use crate::domain::{
    event::EventStatus,
    ids::{EventId, PersonId, SeasonId},
    schedule::{Schedule, Zone},
};

/// A request of one person, with the event it is for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Asked {
    pub event: EventId,
    pub name: String,
    pub season: SeasonId,
    pub season_name: String,
    pub schedule: Schedule,
    /// What time has made of the stored state.
    pub status: EventStatus,
    pub tiers: Tiers,
    /// What the person got; `None`: the event is not finalized.
    pub got: Option<u32>,
    /// What the season remembers of it; `None`: nothing, since it is in no season or not finalized, was typed in by another or
    /// not told, or a former system said something impossible of it.
    pub past: Option<Past>,
}

#[derive(FromQueryResult)]
struct Row {
    event: EventId,
    name: String,
    season: SeasonId,
    season_name: String,
    starts_at: DateTime<Utc>,
    closes_at: Option<DateTime<Utc>>,
    zone: String,
    status: String,
    tickets: i32,
    requesters: i64,
    first_choices: i64,
    tiers: Option<String>,
    allocated: Option<i32>,
    counts: bool,
}

/// Everything `person` asks for and has not withdrawn, the oldest event first. Events in the trash are left out.
pub async fn of_person(c: &impl ConnectionTrait, person: PersonId, now: DateTime<Utc>) -> Result<Vec<Asked>, DbErr> {
    let backend = c.get_database_backend();
    let tiers = joined_tiers(backend, "m.id");
    let sql = format!(
        "WITH mine AS (SELECT r.id, r.event_id, r.allocated, {COUNTS} AS counts FROM requests r \
           WHERE r.user_id = $1 AND r.withdrawn_at IS NULL), \
         wishes AS (SELECT r.event_id, r.id, MAX(t.amount) AS most FROM requests r \
           JOIN request_tiers t ON t.request_id = r.id \
           WHERE {COUNTS} AND r.event_id IN (SELECT event_id FROM mine) GROUP BY r.event_id, r.id), \
         demand AS (SELECT event_id, COUNT(*) AS requesters, CAST(SUM(most) AS bigint) AS first_choices \
           FROM wishes GROUP BY event_id) \
         SELECT e.id AS event, e.name, e.pool_id AS season, p.name AS season_name, e.starts_at, e.closes_at, e.zone, \
           e.status, e.tickets, COALESCE(d.requesters, 0) AS requesters, COALESCE(d.first_choices, 0) AS first_choices, \
           {tiers} AS tiers, m.allocated, \
           (e.in_season AND m.counts AND NOT EXISTS \
           (SELECT 1 FROM requests y WHERE y.event_id = e.id AND y.legacy_allocated IS NOT NULL)) AS counts \
         FROM mine m JOIN events e ON e.id = m.event_id JOIN pools p ON p.id = e.pool_id \
         LEFT JOIN demand d ON d.event_id = e.id WHERE e.deleted_at IS NULL ORDER BY e.starts_at, e.id"
    );
    let statement = Statement::from_sql_and_values(backend, sql, [person.into()]);
    let rows = Row::find_by_statement(statement).all(c).await?;
    rows.into_iter().map(|row| asked(row, now)).collect()
}

fn asked(row: Row, now: DateTime<Utc>) -> Result<Asked, DbErr> {
    let id = row.event;
    let read = |row: Row| {
        let zone = Zone::parse(&row.zone).ok()?;
        let schedule = Schedule { starts_at: row.starts_at, closes_at: row.closes_at, zone };
        let status = status_at(EventStatus::parse(&row.status).ok()?, &schedule, now);
        let tiers = read_tiers(row.tiers.as_deref())?;
        let kept = u32::try_from(row.allocated.unwrap_or(0)).ok()?;
        let finalized = status == EventStatus::Finalized;
        let past = Past {
            tickets: row.tickets.try_into().ok()?,
            requesters: row.requesters.try_into().ok()?,
            first_choices: row.first_choices.try_into().ok()?,
            smallest: tiers.amounts().last().copied()?,
            kept,
        };
        Some(Asked {
            event: id,
            name: row.name,
            season: row.season,
            season_name: row.season_name,
            schedule,
            status,
            tiers,
            got: finalized.then_some(kept),
            past: (finalized && row.counts).then_some(past),
        })
    };
    read(row).ok_or_else(|| corrupt("events", id))
}
