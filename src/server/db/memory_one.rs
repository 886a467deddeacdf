//! What a season remembers of people, for draws of format 1: computed from the rows, for events from before format 2.

use std::collections::HashMap;

use allocation::Past;
use sea_orm::{ConnectionTrait, DbErr, FromQueryResult, Statement};

use super::{
    corrupt,
    standings::{SoFar, Whose},
};

use crate::domain::ids::{EventId, PersonId, SeasonId};

#[derive(FromQueryResult)]
struct Row {
    person: PersonId,
    tickets: i32,
    requesters: i64,
    first_choices: i64,
    smallest: i32,
    kept: i32,
}

/// Whether a request `r` counts: its person made it, and was told what came of it.
pub(super) const COUNTS: &str = "r.withdrawn_at IS NULL AND r.entered_by IS NULL AND r.told_at IS NOT NULL";

/// The past of people in the finalized events of the season, without `event` itself, by person; nothing where there is no
/// season. One statement.
///
/// Only requests count that their person made, and whose outcome they were told: as if there were no others, nor tickets
/// fewer for them. So nobody's chances move by what others typed in, or by what nobody heard of. Events for which a former
/// system said something impossible are left out.
pub async fn of_season(
    c: &impl ConnectionTrait,
    (season, event): (Option<SeasonId>, EventId),
    whose: Whose,
) -> Result<HashMap<PersonId, SoFar>, DbErr> {
    let Some(season) = season else { return Ok(HashMap::new()) };
    let mut values = vec![season.into(), event.into()];
    let people = match whose {
        Whose::Requesters | Whose::Part(..) => "r.user_id IN (SELECT x.user_id FROM requests x WHERE x.event_id = $2)",
        Whose::Person(person) => {
            values.push(person.into());
            "r.user_id = $3"
        }
    };
    let sql = format!(
        "WITH size AS (SELECT t.request_id, MIN(t.amount) AS smallest, MAX(t.amount) AS largest FROM request_tiers t \
           JOIN requests r ON r.id = t.request_id JOIN events e ON e.id = r.event_id \
           WHERE e.pool_id = $1 AND e.in_season AND e.status = 'finalized' AND {COUNTS} GROUP BY t.request_id), \
         past AS (SELECT e.id, COALESCE(e.result_tickets, e.tickets) AS tickets, e.starts_at, COUNT(*) AS requesters, SUM(s.largest) AS first_choices \
           FROM events e JOIN requests r ON r.event_id = e.id \
           JOIN size s ON s.request_id = r.id \
           WHERE e.pool_id = $1 AND e.in_season AND e.id <> $2 AND e.status = 'finalized' AND e.deleted_at IS NULL \
           AND NOT EXISTS (SELECT 1 FROM requests y WHERE y.event_id = e.id AND y.legacy_allocated IS NOT NULL) \
           GROUP BY e.id, e.tickets, e.result_tickets, e.starts_at) \
         SELECT r.user_id AS person, p.tickets, p.requesters, CAST(p.first_choices AS bigint) AS first_choices, \
           s.smallest, COALESCE(r.allocated, 0) AS kept \
         FROM past p JOIN requests r ON r.event_id = p.id \
         JOIN size s ON s.request_id = r.id \
         WHERE {people} ORDER BY p.starts_at, p.id"
    );
    let rows =
        Row::find_by_statement(Statement::from_sql_and_values(c.get_database_backend(), sql, values)).all(c).await?;
    let mut people: HashMap<PersonId, SoFar> = HashMap::new();
    for row in rows {
        let so_far = people.entry(row.person).or_default();
        let past = past(&row).ok_or_else(|| corrupt("requests of", row.person))?;
        so_far.asked += 1;
        so_far.got += u64::from(past.kept > 0);
        so_far.standing.add(&past);
    }
    Ok(people)
}

fn past(row: &Row) -> Option<Past> {
    Some(Past {
        tickets: row.tickets.try_into().ok()?,
        requesters: row.requesters.try_into().ok()?,
        first_choices: row.first_choices.try_into().ok()?,
        smallest: row.smallest.try_into().ok()?,
        kept: row.kept.try_into().ok()?,
    })
}
