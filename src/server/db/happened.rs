//! What happened on the events that someone runs.

use chrono::{DateTime, Utc};
use sea_orm::{ConnectionTrait, DbErr, FromQueryResult, Statement};

use crate::domain::{
    ids::{EventId, PersonId},
    schedule::Zone,
};

/// What happened on one event, perhaps nothing.
#[derive(Clone, Debug, FromQueryResult)]
pub struct Counted {
    pub id: EventId,
    pub name: String,
    zone: String,
    status: String,
    closes_at: DateTime<Utc>,
    new: i64,
    changed: i64,
    withdrawn: i64,
    failed: i64,
}

impl Counted {
    /// How many requests are new, how many were changed, how many withdrawn or removed, and how many emails failed.
    pub fn counts(&self) -> [u32; 4] {
        [self.new, self.changed, self.withdrawn, self.failed].map(|count| u32::try_from(count).unwrap_or(0))
    }

    /// When requests close that are open, and the zone of the event.
    pub fn closes(&self) -> Option<(DateTime<Utc>, Zone)> {
        Some((self.closes_at, Zone::parse(&self.zone).ok()?)).filter(|_| self.status == "open")
    }
}

/// What happened since an instant on each event that someone runs, the next to begin first. One statement.
pub async fn on_events_of(
    c: &impl ConnectionTrait,
    person: PersonId,
    since: DateTime<Utc>,
) -> Result<Vec<Counted>, DbErr> {
    let of_requests = |which: &str| {
        format!(
            "(SELECT CAST(COUNT(*) AS bigint) FROM requests r WHERE r.event_id = e.id AND r.user_id <> $1 AND {which})"
        )
    };
    let new = of_requests("r.withdrawn_at IS NULL AND r.created_at > $2");
    let changed = of_requests("r.withdrawn_at IS NULL AND r.created_at <= $2 AND r.updated_at > $2");
    let withdrawn = of_requests("r.withdrawn_at > $2");
    let sql = format!(
        "SELECT e.id AS id, e.name AS name, e.zone AS zone, e.status AS status, \
         COALESCE(e.closes_at, e.starts_at) AS closes_at, {new} AS new, {changed} AS changed, {withdrawn} AS withdrawn, \
         (SELECT CAST(COUNT(*) AS bigint) FROM outbox o WHERE o.event_id = e.id AND o.status = 'failed' \
         AND o.created_at > $2) AS failed \
         FROM events e WHERE e.deleted_at IS NULL AND (e.owner_id = $1 OR e.id IN \
         (SELECT o.event_id FROM event_organizers o WHERE o.user_id = $1)) ORDER BY e.starts_at, e.id"
    );
    let values = [person.into(), since.into()];
    Counted::find_by_statement(Statement::from_sql_and_values(c.get_database_backend(), sql, values)).all(c).await
}
