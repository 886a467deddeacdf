//! What is wrong with the site, and who is told.

use chrono::{DateTime, TimeDelta, Utc};
use sea_orm::{
    ColumnTrait, ConnectionTrait, DbErr, EntityTrait, ExprTrait, FromQueryResult, QueryFilter, QuerySelect, Set,
    Statement,
    sea_query::{Expr, OnConflict},
};

use super::{
    entity::{alarm, user},
    messages::WAITS_SINCE,
};
use crate::domain::{alarm::Cause, ids::PersonId};

/// Failures are counted over this time.
const FAILURES_IN: TimeDelta = TimeDelta::hours(1);

/// What the data says that may be wrong.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Signs {
    /// Since when the oldest email waits that is due.
    pub oldest_waiting: Option<DateTime<Utc>>,
    /// How many emails failed within an hour.
    pub failed: u64,
    /// How many active admins emails do not reach.
    pub unreachable_admins: u64,
}

#[derive(FromQueryResult)]
struct Row {
    oldest_waiting: Option<DateTime<Utc>>,
    failed: i64,
    unreachable_admins: i64,
}

/// Looks for what may be wrong. One statement.
pub async fn signs(c: &impl ConnectionTrait, now: DateTime<Utc>) -> Result<Signs, DbErr> {
    let sql = format!(
        "SELECT (SELECT MIN({WAITS_SINCE}) FROM outbox WHERE status = 'waiting' AND due_at <= $1) AS oldest_waiting, \
               (SELECT COUNT(*) FROM outbox WHERE status = 'failed' AND failed_at > $2) AS failed, \
               (SELECT COUNT(*) FROM users WHERE role = 'admin' AND status = 'active' AND failing_since IS NOT NULL) \
               AS unreachable_admins"
    );
    let values = [now.into(), (now - FAILURES_IN).into()];
    let row = Row::find_by_statement(Statement::from_sql_and_values(c.get_database_backend(), sql, values));
    let row = row.one(c).await?.ok_or_else(|| DbErr::RecordNotFound("no row of signs".into()))?;
    let count = |count: i64| u64::try_from(count).unwrap_or(0);
    Ok(Signs {
        oldest_waiting: row.oldest_waiting,
        failed: count(row.failed),
        unreachable_admins: count(row.unreachable_admins),
    })
}

/// The alarms that are raised. One statement.
pub async fn raised(c: &impl ConnectionTrait) -> Result<Vec<Cause>, DbErr> {
    let rows = alarm::Entity::find().all(c).await?;
    Ok(rows.iter().filter_map(|row| Cause::parse(&row.cause)).collect())
}

/// Raises an alarm where it is not raised yet, and says whether it is for whoever asks to tell of it: once a day, of however many
/// instances.
pub async fn raise(c: &impl ConnectionTrait, cause: Cause, now: DateTime<Utc>) -> Result<bool, DbErr> {
    let today = now.format("%Y-%m-%d").to_string();
    let row = alarm::ActiveModel { cause: Set(cause.as_str().into()), since: Set(now), told_on: Set(today.clone()) };
    let once = OnConflict::column(alarm::Column::Cause).do_nothing().to_owned();
    if alarm::Entity::insert(row).on_conflict(once).exec_without_returning(c).await? == 1 {
        return Ok(true);
    }
    let change = alarm::Entity::update_many().col_expr(alarm::Column::ToldOn, Expr::value(today.as_str()));
    let other_day = alarm::Column::Cause.eq(cause.as_str()).and(alarm::Column::ToldOn.ne(today.as_str()));
    Ok(change.filter(other_day).exec(c).await?.rows_affected == 1)
}

/// Ends an alarm; says whether it was raised.
pub async fn end(c: &impl ConnectionTrait, cause: Cause) -> Result<bool, DbErr> {
    Ok(alarm::Entity::delete_by_id(cause.as_str()).exec(c).await?.rows_affected == 1)
}

/// The active admins who want to be told.
pub async fn told(c: &impl ConnectionTrait) -> Result<Vec<PersonId>, DbErr> {
    let admins = user::Column::Role.eq("admin").and(user::Column::Status.eq("active"));
    let told = user::Entity::find().filter(admins.and(user::Column::AlarmsOff.eq(false)));
    told.select_only().column(user::Column::Id).into_tuple().all(c).await
}

/// Says whether an admin is told.
pub async fn set_told(c: &impl ConnectionTrait, person: PersonId, is_told: bool) -> Result<(), DbErr> {
    let change = user::Entity::update_many().col_expr(user::Column::AlarmsOff, Expr::value(!is_told));
    change.filter(user::Column::Id.eq(person)).exec(c).await.map(|_| ())
}
