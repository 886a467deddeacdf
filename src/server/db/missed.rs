//! What is kept of how someone came to get nothing: the last draw, and where they stand in the season.

use allocation::{Exact, Standing};
use sea_orm::{ConnectionTrait, DbErr, FromQueryResult, Statement, Value};

use super::corrupt;
use crate::domain::ids::{EventId, PersonId};

/// Of an event and someone who asked for it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Kept {
    /// The event's last draw, where it was asked for.
    pub draw: Option<LastDraw>,
    /// Where the season leaves them by now; `None`: in no season, or nothing of it is kept of them.
    pub standing: Option<Standing>,
}

/// The last draw of an event.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LastDraw {
    pub number: u32,
    pub record: Record,
}

/// The record of a draw.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Record {
    /// That of the draw that whoever asked knows.
    Known,
    Read(String),
}

#[derive(FromQueryResult)]
struct Row {
    draw: Option<i32>,
    record: Option<String>,
    losses: Option<i32>,
    counting: Option<i32>,
    balance: Option<i64>,
}

/// Both; the last draw only if it is asked for by the number of the draw that is `known` (0: none), and its record only if that
/// is another: it may be long. One statement.
pub async fn find(
    c: &impl ConnectionTrait,
    event: EventId,
    person: PersonId,
    known: Option<u32>,
) -> Result<Kept, DbErr> {
    // No draw has a number below 1.
    let sql = "SELECT d.number AS draw, CASE WHEN d.number = $3 THEN NULL ELSE d.record END AS record, \
               s.losses, s.counting, s.balance FROM events e \
               LEFT JOIN standings s ON s.pool_id = e.pool_id AND s.user_id = $2 \
               LEFT JOIN draws d ON $3 >= 0 AND d.event_id = e.id \
               AND d.number = (SELECT MAX(l.number) FROM draws l WHERE l.event_id = e.id) WHERE e.id = $1";
    let known = known.map_or(Ok(-1), i32::try_from).map_err(|_| corrupt("draws", event))?;
    let values: [Value; 3] = [event.into(), person.into(), known.into()];
    let statement = Statement::from_sql_and_values(c.get_database_backend(), sql, values);
    let Some(row) = Row::find_by_statement(statement).one(c).await? else { return Ok(Kept::default()) };
    let standing = match (row.losses, row.counting, row.balance) {
        (Some(losses), Some(counting), Some(balance)) => {
            Some(read(losses, counting, balance).ok_or_else(|| corrupt("standings", person))?)
        }
        _ => None,
    };
    let draw = row.draw.and_then(|number| {
        let record = row.record.map_or(Record::Known, Record::Read);
        Some(LastDraw { number: u32::try_from(number).ok()?, record })
    });
    Ok(Kept { draw, standing })
}

fn read(losses: i32, counting: i32, balance: i64) -> Option<Standing> {
    Some(Standing {
        losses: losses.try_into().ok()?,
        counting: counting.try_into().ok()?,
        balance: Exact::new(balance)?,
    })
}
