//! What is kept of how someone came to get nothing: the last draw's record, and where they stand in the season.

use allocation::{Exact, Standing};
use sea_orm::{ConnectionTrait, DbErr, FromQueryResult, Statement};

use super::corrupt;
use crate::domain::ids::{EventId, PersonId};

/// Of an event and someone who asked for it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Kept {
    /// The record of the event's last draw, where it was asked for.
    pub record: Option<String>,
    /// Where the season leaves them by now; `None`: in no season, or nothing of it is kept of them.
    pub standing: Option<Standing>,
}

#[derive(FromQueryResult)]
struct Row {
    record: Option<String>,
    losses: Option<i32>,
    counting: Option<i32>,
    balance: Option<i64>,
}

/// Both, the record only if `with_record`: it may be long. One statement.
pub async fn find(
    c: &impl ConnectionTrait,
    event: EventId,
    person: PersonId,
    with_record: bool,
) -> Result<Kept, DbErr> {
    let record = if with_record {
        "(SELECT d.record FROM draws d WHERE d.event_id = e.id ORDER BY d.number DESC LIMIT 1)"
    } else {
        "CAST(NULL AS text)"
    };
    let sql = format!(
        "SELECT {record} AS record, s.losses, s.counting, s.balance FROM events e \
         LEFT JOIN standings s ON s.pool_id = e.pool_id AND s.user_id = $2 WHERE e.id = $1"
    );
    let statement = Statement::from_sql_and_values(c.get_database_backend(), sql, [event.into(), person.into()]);
    let Some(row) = Row::find_by_statement(statement).one(c).await? else { return Ok(Kept::default()) };
    let standing = match (row.losses, row.counting, row.balance) {
        (Some(losses), Some(counting), Some(balance)) => {
            Some(read(losses, counting, balance).ok_or_else(|| corrupt("standings", person))?)
        }
        _ => None,
    };
    Ok(Kept { record: row.record, standing })
}

fn read(losses: i32, counting: i32, balance: i64) -> Option<Standing> {
    Some(Standing {
        losses: losses.try_into().ok()?,
        counting: counting.try_into().ok()?,
        balance: Exact::new(balance)?,
    })
}
