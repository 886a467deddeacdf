use sea_orm::{ConnectionTrait, DbErr};

use crate::{
    domain::ids::SeasonId,
    server::db::{at_once, course::Course, seasons::Season},
};

/// How many seasons are shown.
const SHOWN: u32 = 6;

/// How far apart people are in a season, and what it gave.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct InOneSeason {
    pub season: Season,
    pub course: Course,
    /// Tickets of its finalized events, and how many of them were given.
    pub tickets: u64,
    pub given: u64,
    /// In thousandths of a ticket behind, furthest behind first.
    pub balances: Vec<i64>,
}

/// The seasons whose latest events are the latest, these first; those without events are left out. One statement.
pub async fn in_seasons(c: &impl ConnectionTrait) -> Result<Vec<InOneSeason>, DbErr> {
    let of_final =
        |column: &str| format!("CAST(SUM(CASE WHEN e.status = 'finalized' THEN e.{column} ELSE 0 END) AS bigint)");
    let latest = format!(
        "SELECT p.id, p.name, p.course, {} AS tickets, {} AS given FROM pools p \
         JOIN events e ON e.pool_id = p.id AND e.in_season AND e.deleted_at IS NULL AND e.status <> 'cancelled' \
         GROUP BY p.id, p.name, p.course ORDER BY MAX(e.starts_at) DESC, p.id LIMIT {SHOWN}",
        of_final("tickets"),
        of_final("given")
    );
    let balances = format!(
        "SELECT s.pool_id AS season, s.balance FROM standings s WHERE s.asked > 0 \
         AND s.pool_id IN (SELECT l.id FROM ({latest}) l) ORDER BY s.balance DESC"
    );
    let columns = "id, name, course, tickets, given";
    let asked = [(columns, latest.as_str()), ("season, balance", balances.as_str())];
    let [seasons, balances] = at_once::lists(c, asked, []).await?;
    let seasons: Vec<(SeasonId, String, String, u64, u64)> = at_once::read(columns, &seasons)?;
    let balances: Vec<(SeasonId, i64)> = at_once::read("season, balance", &balances)?;
    let one = |(id, name, course, tickets, given): (SeasonId, String, String, u64, u64)| InOneSeason {
        season: Season { id, name },
        course: Course::read(&course),
        tickets,
        given,
        balances: balances.iter().filter(|(season, _)| *season == id).map(|(_, balance)| *balance).collect(),
    };
    Ok(seasons.into_iter().map(one).collect())
}
