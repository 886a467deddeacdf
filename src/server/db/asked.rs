//! What one person asked for, in all seasons, and what they got.

use allocation::Tiers;
use chrono::{DateTime, Utc};
use sea_orm::{ConnectionTrait, DbErr, FromQueryResult, Statement};

use super::{
    corrupt,
    events::status_at,
    requests::{joined_tiers, read_tiers},
};
use crate::domain::{
    event::EventStatus,
    ids::{EventId, PersonId},
    schedule::{Schedule, Zone},
};

/// A request of one person, with the event it is for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Asked {
    pub event: EventId,
    pub name: String,
    pub schedule: Schedule,
    /// What time has made of the stored state.
    pub status: EventStatus,
    pub tiers: Tiers,
    /// Whether they asked for that; else they came by tickets after the result.
    pub asked: bool,
    /// What the person got; `None`: the event is not finalized.
    pub got: Option<u32>,
    /// Of these: how many were not used, as noted at the door; `None`: nobody said.
    pub unused: Option<u32>,
}

#[derive(FromQueryResult)]
struct Row {
    event: EventId,
    name: String,
    starts_at: DateTime<Utc>,
    closes_at: Option<DateTime<Utc>>,
    zone: String,
    status: String,
    tiers: Option<String>,
    joined_after: bool,
    allocated: Option<i32>,
    came: Option<i32>,
}

/// What `person` asks for and has not withdrawn, of events that begin at `since` or later: the latest `most`, the latest first.
/// Events in the trash are left out. One statement.
pub async fn of_person(
    c: &impl ConnectionTrait,
    person: PersonId,
    (since, most): (DateTime<Utc>, u64),
    now: DateTime<Utc>,
) -> Result<Vec<Asked>, DbErr> {
    let backend = c.get_database_backend();
    let tiers = joined_tiers(backend, "request");
    // Materialized: only of those that are listed are the tiers read.
    let sql = format!(
        "WITH latest AS MATERIALIZED ( \
           SELECT r.id AS request, r.allocated, r.came, r.joined_after, e.id AS event, e.name, e.starts_at, e.closes_at, e.zone, e.status \
           FROM requests r JOIN events e ON e.id = r.event_id \
           WHERE r.user_id = $1 AND r.withdrawn_at IS NULL AND e.deleted_at IS NULL AND e.starts_at >= $2 \
           ORDER BY e.starts_at DESC, e.id DESC LIMIT {most} \
         ) SELECT event, name, starts_at, closes_at, zone, status, allocated, came, joined_after, {tiers} AS tiers \
         FROM latest ORDER BY starts_at DESC, event DESC"
    );
    let statement = Statement::from_sql_and_values(backend, sql, [person.into(), since.into()]);
    let rows = Row::find_by_statement(statement).all(c).await?;
    rows.into_iter().map(|row| asked(row, now)).collect()
}

fn asked(row: Row, now: DateTime<Utc>) -> Result<Asked, DbErr> {
    let id = row.event;
    let read = |row: Row| {
        let zone = Zone::parse(&row.zone).ok()?;
        let schedule = Schedule { starts_at: row.starts_at, closes_at: row.closes_at, zone };
        let status = status_at(EventStatus::parse(&row.status).ok()?, &schedule, now);
        let kept = u32::try_from(row.allocated.unwrap_or(0)).ok()?;
        let got = (status == EventStatus::Finalized).then_some(kept);
        let came = row.came.map(u32::try_from).transpose().ok()?;
        let unused = got.zip(came).map(|(got, came)| got.saturating_sub(came));
        Some(Asked {
            event: id,
            name: row.name,
            schedule,
            status,
            tiers: read_tiers(row.tiers.as_deref())?,
            asked: !row.joined_after,
            got,
            unused,
        })
    };
    read(row).ok_or_else(|| corrupt("events", id))
}
