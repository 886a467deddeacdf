//! Whom the clock reminds: who has not answered, who holds tickets, who runs events.

use chrono::{DateTime, Utc};
use sea_orm::{
    ColumnTrait, ConnectionTrait, DbBackend, DbErr, EntityTrait, ExprTrait, FromQueryResult, QueryFilter, Statement,
    sea_query::Expr,
};

use super::{WriteTx, emails_off::IS_OFF_FOR, entity::event, events::Event};
use crate::domain::{
    ids::{EventId, PersonId},
    message::Topic,
    schedule::Zone,
};

/// Someone to be reminded.
#[derive(Clone, Debug)]
pub struct Reader {
    pub person: PersonId,
    /// Where they are, if they have said so.
    pub zone: Option<Zone>,
    /// What they were told that they got, and when; nothing for who has not answered.
    pub told: Option<(u32, DateTime<Utc>)>,
}

#[derive(FromQueryResult)]
struct Row {
    id: PersonId,
    zone: Option<String>,
    told: Option<i32>,
    told_at: Option<DateTime<Utc>>,
}

impl From<Row> for Reader {
    fn from(row: Row) -> Self {
        let told = row.told.and_then(|told| u32::try_from(told).ok());
        Self { person: row.id, zone: row.zone.and_then(|name| Zone::parse(&name).ok()), told: told.zip(row.told_at) }
    }
}

/// Takes the turn to remind people of what is due until `now`, and says since when; `None`: nothing is due, since nobody was ever
/// reminded here, or the clock went back. Of several instances one has the turn at a time.
pub async fn take_turn(tx: &WriteTx, now: DateTime<Utc>) -> Result<Option<DateTime<Utc>>, DbErr> {
    #[derive(FromQueryResult)]
    struct Turn {
        until: Option<DateTime<Utc>>,
    }
    let backend = tx.get_database_backend();
    let lock = if backend == DbBackend::Postgres { " FOR UPDATE" } else { "" };
    let read = Statement::from_string(backend, format!("SELECT until FROM reminders WHERE id = 1{lock}"));
    let since = Turn::find_by_statement(read).one(tx).await?.and_then(|turn| turn.until);
    let note = "UPDATE reminders SET until = $1 WHERE id = 1";
    tx.execute_raw(Statement::from_sql_and_values(backend, note, [now.into()])).await?;
    Ok(since.filter(|&since| since < now))
}

/// When somebody last had the turn; `None`: nobody ever had. As long as the program runs that is every minute.
pub async fn last_turn(c: &impl ConnectionTrait) -> Result<Option<DateTime<Utc>>, DbErr> {
    let read = Statement::from_string(c.get_database_backend(), "SELECT until FROM reminders WHERE id = 1");
    let Some(row) = c.query_one_raw(read).await? else { return Ok(None) };
    row.try_get_by_index(0)
}

/// Has nobody reminded of what was due before: after a copy of the database was brought back, other people may have been since.
pub async fn begin_anew(c: &impl ConnectionTrait) -> Result<(), DbErr> {
    c.execute_unprepared("UPDATE reminders SET until = NULL").await.map(|_| ())
}

/// Open events whose requests close after the one time and no later than the other.
pub async fn closing(c: &impl ConnectionTrait, span: (DateTime<Utc>, DateTime<Utc>)) -> Result<Vec<Event>, DbErr> {
    let closes_at = || Expr::col(event::Column::ClosesAt).if_null(Expr::col(event::Column::StartsAt));
    let those = event::Column::Status.eq("open").and(closes_at().gt(span.0)).and(closes_at().lte(span.1));
    found(c, those).await
}

/// Final events that begin after the one time and no later than the other.
pub async fn beginning(c: &impl ConnectionTrait, span: (DateTime<Utc>, DateTime<Utc>)) -> Result<Vec<Event>, DbErr> {
    let starts_at = event::Column::StartsAt.gt(span.0).and(event::Column::StartsAt.lte(span.1));
    found(c, event::Column::Status.eq("finalized").and(starts_at)).await
}

async fn found(c: &impl ConnectionTrait, which: Expr) -> Result<Vec<Event>, DbErr> {
    let those = which.and(event::Column::DeletedAt.is_null()).and(event::Column::Imported.eq(false));
    let rows = event::Entity::find().filter(those).all(c).await?;
    rows.into_iter().map(Event::try_from).collect()
}

/// Who can sign in, has not answered, does not run the event, and has not turned this off.
pub async fn unanswered(c: &impl ConnectionTrait, event: EventId) -> Result<Vec<Reader>, DbErr> {
    let sql = format!(
        "SELECT u.id AS id, u.zone AS zone, CAST(NULL AS integer) AS told, CAST(NULL AS {}) AS told_at FROM users u \
         WHERE u.status = 'active' AND NOT {IS_OFF_FOR} \
         AND NOT EXISTS (SELECT 1 FROM requests r WHERE r.event_id = $1 AND r.user_id = u.id) \
         AND NOT EXISTS (SELECT 1 FROM events e WHERE e.id = $1 AND e.owner_id = u.id) \
         AND NOT EXISTS (SELECT 1 FROM event_organizers o WHERE o.event_id = $1 AND o.user_id = u.id)",
        instant(c.get_database_backend())
    );
    readers(c, &sql, event, Topic::ClosingSoon).await
}

/// Who can sign in, was told that they got tickets, and has not turned this off.
pub async fn holders(c: &impl ConnectionTrait, event: EventId) -> Result<Vec<Reader>, DbErr> {
    let sql = format!(
        "SELECT u.id AS id, u.zone AS zone, r.told AS told, r.told_at AS told_at FROM users u \
         JOIN requests r ON r.event_id = $1 AND r.user_id = u.id \
         WHERE u.status = 'active' AND NOT {IS_OFF_FOR} AND r.withdrawn_at IS NULL AND r.told > 0"
    );
    readers(c, &sql, event, Topic::ComingUp).await
}

async fn readers(c: &impl ConnectionTrait, sql: &str, event: EventId, topic: Topic) -> Result<Vec<Reader>, DbErr> {
    let values = [event.into(), topic.as_str().into()];
    let rows = Row::find_by_statement(Statement::from_sql_and_values(c.get_database_backend(), sql, values));
    Ok(rows.all(c).await?.into_iter().map(Reader::from).collect())
}

/// Who can sign in, runs events, and has not turned the summary off.
pub async fn organizers(c: &impl ConnectionTrait) -> Result<Vec<Reader>, DbErr> {
    let sql = format!(
        "SELECT u.id AS id, u.zone AS zone, CAST(NULL AS integer) AS told, CAST(NULL AS {}) AS told_at FROM users u \
         WHERE u.status = 'active' \
         AND NOT EXISTS (SELECT 1 FROM emails_off f WHERE f.user_id = u.id AND f.topic = $1 AND f.pool_id IS NULL) \
         AND (EXISTS (SELECT 1 FROM events e WHERE e.owner_id = u.id AND e.deleted_at IS NULL) \
         OR EXISTS (SELECT 1 FROM event_organizers o JOIN events e ON e.id = o.event_id \
         WHERE o.user_id = u.id AND e.deleted_at IS NULL))",
        instant(c.get_database_backend())
    );
    let values = [Topic::Digest.as_str().into()];
    let rows = Row::find_by_statement(Statement::from_sql_and_values(c.get_database_backend(), sql, values));
    Ok(rows.all(c).await?.into_iter().map(Reader::from).collect())
}

/// The type of an instant in SQL.
const fn instant(backend: DbBackend) -> &'static str {
    match backend {
        DbBackend::Postgres => "timestamptz",
        _ => "text",
    }
}
