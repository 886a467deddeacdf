use chrono::{DateTime, TimeDelta, Utc};
use sea_orm::{ConnectionTrait, DbErr, FromQueryResult, Statement};

use super::super::{corrupt, events::Event};
use crate::domain::{
    ids::{EventId, PersonId},
    schedule::Zone,
};

/// How long an event is taken to last whose end nobody said.
const LASTS: TimeDelta = TimeDelta::hours(3);
/// The longest that an event lasts.
const LONGEST: TimeDelta = TimeDelta::days(31);

/// An event at the same time as another, of which someone has tickets or is offered some.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Overlap {
    pub event: EventId,
    pub name: String,
    pub starts_at: DateTime<Utc>,
    pub zone: Zone,
    pub held: u32,
    pub offered: u32,
}

#[derive(FromQueryResult)]
struct Row {
    event: EventId,
    name: String,
    starts_at: DateTime<Utc>,
    ends_at: Option<DateTime<Utc>>,
    zone: String,
    held: i32,
    offered: i32,
}

impl TryFrom<Row> for Overlap {
    type Error = DbErr;

    fn try_from(row: Row) -> Result<Self, DbErr> {
        let read = |row: Row| {
            let (held, offered) = (row.held.try_into().ok()?, row.offered.try_into().ok()?);
            let zone = Zone::parse(&row.zone).ok()?;
            Some(Self { event: row.event, name: row.name, starts_at: row.starts_at, zone, held, offered })
        };
        let id = row.event;
        read(row).ok_or_else(|| corrupt("events", id))
    }
}

/// Whatever someone has tickets of, or is offered, that takes place at the same time as `event`, the first to begin first. One
/// statement.
pub async fn overlaps(c: &impl ConnectionTrait, person: PersonId, event: &Event) -> Result<Vec<Overlap>, DbErr> {
    let sql = "SELECT e.id AS event, e.name, e.starts_at, e.ends_at, e.zone, COALESCE(r.allocated, 0) AS held, \
               COALESCE(o.number, 0) AS offered FROM events e \
               LEFT JOIN requests r ON r.event_id = e.id AND r.user_id = $1 AND r.withdrawn_at IS NULL \
               LEFT JOIN offers o ON o.event_id = e.id AND o.user_id = $1 AND o.status = 'open' \
               WHERE e.id <> $2 AND e.status = 'finalized' AND e.deleted_at IS NULL AND e.starts_at < $3 AND e.starts_at > $4 \
               AND (r.allocated > 0 OR o.number > 0) ORDER BY e.starts_at, e.id";
    let starts_at = event.schedule.starts_at;
    let ends_at = event.ends_at.unwrap_or(starts_at + LASTS);
    let values = [person.into(), event.id.into(), ends_at.into(), (starts_at - LONGEST).into()];
    let rows =
        Row::find_by_statement(Statement::from_sql_and_values(c.get_database_backend(), sql, values)).all(c).await?;
    let meets = |row: &Row| row.starts_at < ends_at && row.ends_at.unwrap_or(row.starts_at + LASTS) > starts_at;
    rows.into_iter().filter(meets).map(Overlap::try_from).collect()
}
