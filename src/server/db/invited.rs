//! Who would be told of an event: those who can sign in, have not answered, and have not turned it off.

use sea_orm::{ConnectionTrait, DbErr, FromQueryResult, Statement};

use super::emails_off::IS_OFF_FOR;
use crate::domain::{
    ids::{EventId, PersonId},
    message::Topic,
};

fn everyone() -> String {
    format!(
        "FROM users u WHERE u.status = 'active' AND u.id <> $3 AND NOT {IS_OFF_FOR} \
         AND NOT EXISTS (SELECT 1 FROM requests r WHERE r.event_id = $1 AND r.user_id = u.id)"
    )
}

fn asked(c: &impl ConnectionTrait, what: &str, event: EventId, but: PersonId) -> Statement {
    let values = [event.into(), Topic::NewEvent.as_str().into(), but.into()];
    Statement::from_sql_and_values(c.get_database_backend(), format!("SELECT {what} {}", everyone()), values)
}

/// How many there are, without this one.
pub async fn count(c: &impl ConnectionTrait, event: EventId, but: PersonId) -> Result<u64, DbErr> {
    #[derive(FromQueryResult)]
    struct Count {
        people: i64,
    }
    let counted = Count::find_by_statement(asked(c, "CAST(COUNT(*) AS bigint) AS people", event, but)).one(c).await?;
    Ok(counted.and_then(|count| u64::try_from(count.people).ok()).unwrap_or(0))
}

/// Who they are, without this one.
pub async fn list(c: &impl ConnectionTrait, event: EventId, but: PersonId) -> Result<Vec<PersonId>, DbErr> {
    #[derive(FromQueryResult)]
    struct One {
        id: PersonId,
    }
    let found = One::find_by_statement(asked(c, "u.id AS id", event, but)).all(c).await?;
    Ok(found.into_iter().map(|one| one.id).collect())
}
