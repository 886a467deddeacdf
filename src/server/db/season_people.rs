//! Who takes part in one season, where they stand, and what its events gave them.

use std::collections::HashMap;

use allocation::{Exact, Standing};
use sea_orm::{ConnectionTrait, DbErr};
use serde::Deserialize;

use super::{at_once, corrupt, memory::SoFar};
use crate::domain::ids::{EventId, PersonId, SeasonId};

/// Someone who asked in a season.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SeasonPerson {
    pub id: PersonId,
    pub name: String,
    pub email: String,
    pub so_far: SoFar,
    /// Whether each of the latest events they asked for gave them a ticket, the oldest first.
    pub recent: Vec<bool>,
    /// Of the tickets of which it was noted at the door whether they were used: how many there were, and how many were not used.
    /// It counts nothing.
    pub noted: u64,
    pub unused: u64,
}

#[derive(Deserialize)]
struct Row {
    id: PersonId,
    name: String,
    email: String,
    asked: u64,
    got: u64,
    losses: u32,
    counting: u32,
    balance: i64,
    recent: String,
    noted: u64,
    unused: u64,
}

/// Everyone who asked in a season, furthest behind first, then by name. One statement.
pub async fn list(c: &impl ConnectionTrait, season: SeasonId) -> Result<Vec<SeasonPerson>, DbErr> {
    let sql = "SELECT u.id, u.name, u.email, s.asked, s.got, s.losses, s.counting, s.balance, s.recent, \
         COALESCE(d.noted, 0) AS noted, COALESCE(d.unused, 0) AS unused \
         FROM standings s JOIN users u ON u.id = s.user_id \
         LEFT JOIN (SELECT r.user_id, SUM(r.allocated) AS noted, SUM(r.allocated - r.came) AS unused \
           FROM requests r JOIN events e ON e.id = r.event_id WHERE e.pool_id = $1 AND e.in_season AND e.status = 'finalized' \
           AND e.deleted_at IS NULL AND r.withdrawn_at IS NULL AND r.came IS NOT NULL GROUP BY r.user_id) d ON d.user_id = u.id \
         WHERE s.pool_id = $1 AND s.asked > 0 \
         ORDER BY s.balance DESC, u.sort_key, u.id";
    let columns = "id, name, email, asked, got, losses, counting, balance, recent, noted, unused";
    let rows: Vec<Row> = at_once::all(c, columns, sql, [season.into()]).await?;
    rows.into_iter().map(person).collect()
}

fn person(row: Row) -> Result<SeasonPerson, DbErr> {
    let balance = Exact::new(row.balance).ok_or_else(|| corrupt("standings", row.id))?;
    let standing = Standing { losses: row.losses, counting: row.counting, balance };
    Ok(SeasonPerson {
        id: row.id,
        name: row.name,
        email: row.email,
        so_far: SoFar { asked: row.asked, got: row.got, standing },
        noted: row.noted,
        unused: row.unused,
        recent: row.recent.bytes().map(|b| b == b'1').collect(),
    })
}

/// What someone wanted most of one event, and what they were told.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
pub struct Told {
    pub wanted: u32,
    pub got: u32,
}

/// What each of these events gave each of these people, of requests that count as [`super::memory::ledger_of`] says. One
/// statement; none where either are nobody.
pub async fn told(
    c: &impl ConnectionTrait,
    events: &[EventId],
    people: &[PersonId],
) -> Result<HashMap<(PersonId, EventId), Told>, DbErr> {
    if events.is_empty() || people.is_empty() {
        return Ok(HashMap::new());
    }
    let joined = |ids: Vec<String>| ids.join(", ");
    let (events, people) = (
        joined(events.iter().map(EventId::to_string).collect()),
        joined(people.iter().map(PersonId::to_string).collect()),
    );
    let sql = format!(
        "SELECT r.user_id AS person, r.event_id AS event, r.told AS got, \
         (SELECT MAX(t.amount) FROM request_tiers t WHERE t.request_id = r.id) AS wanted \
         FROM requests r WHERE r.event_id IN ({events}) AND r.user_id IN ({people}) \
         AND r.told IS NOT NULL AND r.entered_by IS NULL AND r.removed_because = ''"
    );
    let rows: Vec<(PersonId, EventId, u32, Option<u32>)> =
        at_once::all(c, "person, event, got, wanted", &sql, []).await?;
    let told = |(person, event, got, wanted): (PersonId, EventId, u32, Option<u32>)| {
        ((person, event), Told { wanted: wanted.unwrap_or_default(), got })
    };
    Ok(rows.into_iter().map(told).collect())
}
