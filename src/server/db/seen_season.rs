//! A season as someone comes to it: with how they stand to it.

use sea_orm::{ConnectionTrait, DbErr, FromQueryResult, Statement};

use super::{course::Course, seasons::Season};
use crate::domain::ids::{PersonId, SeasonId};

/// A season, and how one person stands to it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SeenSeason {
    pub season: Season,
    pub course: Course,
    /// Whether they are a steward of it.
    pub is_steward: bool,
    /// Whether they own or co-organize an event that is in it: not one that is canceled or in the trash.
    pub runs: bool,
}

#[derive(FromQueryResult)]
struct Row {
    name: String,
    course: String,
    is_steward: bool,
    runs: bool,
}

/// The season with this id as this person comes to it. One statement.
pub async fn find(c: &impl ConnectionTrait, id: SeasonId, person: PersonId) -> Result<Option<SeenSeason>, DbErr> {
    let sql = "SELECT p.name, p.course, \
         EXISTS (SELECT 1 FROM pool_stewards s WHERE s.pool_id = p.id AND s.user_id = $2) AS is_steward, \
         EXISTS (SELECT 1 FROM events e WHERE e.pool_id = p.id AND e.in_season AND e.status <> 'cancelled' \
           AND e.deleted_at IS NULL AND (e.owner_id = $2 OR EXISTS \
             (SELECT 1 FROM event_organizers o WHERE o.event_id = e.id AND o.user_id = $2))) AS runs \
         FROM pools p WHERE p.id = $1";
    let statement = Statement::from_sql_and_values(c.get_database_backend(), sql, [id.into(), person.into()]);
    let Some(row) = Row::find_by_statement(statement).one(c).await? else { return Ok(None) };
    let season = Season { id, name: row.name };
    Ok(Some(SeenSeason { season, course: Course::read(&row.course), is_steward: row.is_steward, runs: row.runs }))
}
