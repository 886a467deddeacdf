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
    returned: i64,
    offered: i64,
    taken: i64,
    tabled: i64,
    handings: i64,
}

impl Counted {
    /// How many requests are new, how many were changed, how many withdrawn or removed, and how many emails failed.
    pub fn counts(&self) -> [u32; 4] {
        [self.new, self.changed, self.withdrawn, self.failed].map(|count| u32::try_from(count).unwrap_or(0))
    }

    /// What happened to tickets after the result: how many came back, were offered to people, were taken or given, and went on the
    /// open table.
    pub fn tickets(&self) -> [u32; 4] {
        [self.returned, self.offered, self.taken, self.tabled].map(|count| u32::try_from(count).unwrap_or(0))
    }

    /// How many people ask to hand tickets on, and wait for an answer.
    pub fn handings(&self) -> u32 {
        u32::try_from(self.handings).unwrap_or(0)
    }

    /// When requests close that are open, and the zone of the event.
    pub fn closes(&self) -> Option<(DateTime<Utc>, Zone)> {
        Some((self.closes_at, Zone::parse(&self.zone).ok()?)).filter(|_| self.status == "open")
    }
}

/// What happened since an instant on each event that someone runs, and what waits for them, the next to begin first. One statement.
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
    let new = of_requests("r.withdrawn_at IS NULL AND NOT r.joined_after AND r.created_at > $2");
    let changed = of_requests("r.withdrawn_at IS NULL AND r.created_at <= $2 AND r.updated_at > $2");
    let withdrawn = of_requests("r.withdrawn_at > $2");
    let of_tickets = |which: &str| {
        format!(
            "(SELECT CAST(COALESCE(SUM(a.number), 0) AS bigint) FROM after_entries a WHERE a.event_id = e.id AND a.at > $3 \
             AND {which})"
        )
    };
    let [returned, offered, given, tabled] =
        ["a.what = 'return'", "a.what = 'offer'", "a.what IN ('claim', 'give')", "a.what = 'table'"].map(of_tickets);
    let taken = "(SELECT CAST(COALESCE(SUM(f.number), 0) AS bigint) FROM offers f WHERE f.event_id = e.id \
                 AND f.status = 'taken' AND f.ended_at > $2)";
    let sql = format!(
        "SELECT e.id AS id, e.name AS name, e.zone AS zone, e.status AS status, \
         COALESCE(e.closes_at, e.starts_at) AS closes_at, {new} AS new, {changed} AS changed, {withdrawn} AS withdrawn, \
         (SELECT CAST(COUNT(*) AS bigint) FROM outbox o WHERE o.event_id = e.id AND o.status = 'failed' \
         AND o.created_at > $2) AS failed, \
         {returned} AS returned, {offered} AS offered, {given} + {taken} AS taken, {tabled} AS tabled, \
         (SELECT CAST(COUNT(*) AS bigint) FROM hand_requests h WHERE h.event_id = e.id) AS handings \
         FROM events e WHERE e.deleted_at IS NULL AND (e.owner_id = $1 OR e.id IN \
         (SELECT o.event_id FROM event_organizers o WHERE o.user_id = $1)) ORDER BY e.starts_at, e.id"
    );
    let values = [person.into(), since.into(), since.timestamp_millis().into()];
    Counted::find_by_statement(Statement::from_sql_and_values(c.get_database_backend(), sql, values)).all(c).await
}
