//! Limits that hold for all instances together: the generic cell rate algorithm (ITU-T I.371, annex A), one row a limit
//! and one statement a decision, so that of any number at once no more are admitted than the limit says.

use chrono::{DateTime, TimeDelta, Utc};
use sea_orm::{
    ColumnTrait, ConnectionTrait, DbErr, EntityTrait, ExprTrait, QueryFilter, Set,
    sea_query::{Expr, OnConflict},
};

use super::entity::limit;

/// How far the clocks of instances may be apart, and statements out of order.
const CLOCKS_DIFFER: TimeDelta = TimeDelta::minutes(1);

/// So many at once, then one each time `every` has passed; unused room comes back at the same pace.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Quota {
    pub at_once: i64,
    pub every: TimeDelta,
}

/// Takes one from a limit; says whether there was one to take. A refusal takes nothing.
pub async fn take(c: &impl ConnectionTrait, key: String, quota: Quota, now: DateTime<Utc>) -> Result<bool, DbErr> {
    let every = quota.every.num_milliseconds();
    let now_ms = now.timestamp_millis();
    let full = now + quota.every * i32::try_from(quota.at_once).unwrap_or(i32::MAX);
    let row = limit::ActiveModel { key: Set(key), theoretical: Set(now_ms + every), expires_at: Set(full) };
    // The later of the stored time and now, plus one step; admitted if that is not further away than the whole quota. What
    // is further away than that, and than clocks differ, was stored before the clock was put back, and counts for nothing.
    let stored = || Expr::col((limit::Entity, limit::Column::Theoretical));
    let of_another_time = || stored().gt((full + CLOCKS_DIFFER).timestamp_millis());
    let later = Expr::case(stored().lt(now_ms).or(of_another_time()), Expr::value(now_ms)).finally(stored());
    let fits = stored().lte(full.timestamp_millis() - every).or(of_another_time());
    let step = OnConflict::column(limit::Column::Key)
        .value(limit::Column::Theoretical, Expr::expr(later).add(every))
        .value(limit::Column::ExpiresAt, Expr::value(full))
        .action_and_where(fits)
        .to_owned();
    Ok(limit::Entity::insert(row).on_conflict(step).exec_without_returning(c).await? == 1)
}

/// Removes limits that are whole again.
pub async fn remove_expired(c: &impl ConnectionTrait, now: DateTime<Utc>) -> Result<(), DbErr> {
    limit::Entity::delete_many().filter(limit::Column::ExpiresAt.lt(now)).exec(c).await?;
    Ok(())
}
