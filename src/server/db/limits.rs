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
    /// When nobody asks for this limit anymore, if that is before it is whole again.
    pub over: Option<DateTime<Utc>>,
}

impl Quota {
    /// When a limit of which nothing is left now is whole again.
    fn full(self, now: DateTime<Utc>) -> DateTime<Utc> {
        now + self.every * i32::try_from(self.at_once).unwrap_or(i32::MAX)
    }
}

/// Writes a row that limits nothing, and that is removed with those that ran out.
pub(super) async fn mark(c: &impl ConnectionTrait, key: &str, now: DateTime<Utc>) -> Result<(), DbErr> {
    let row =
        limit::ActiveModel { key: Set(key.to_owned()), theoretical: Set(now.timestamp_millis()), expires_at: Set(now) };
    let again = OnConflict::column(limit::Column::Key)
        .update_columns([limit::Column::Theoretical, limit::Column::ExpiresAt])
        .to_owned();
    limit::Entity::insert(row).on_conflict(again).exec_without_returning(c).await?;
    Ok(())
}

/// Takes so many from a limit; says whether there were so many to take. A refusal takes nothing.
pub async fn take(
    c: &impl ConnectionTrait,
    key: String,
    quota: Quota,
    many: i64,
    now: DateTime<Utc>,
) -> Result<bool, DbErr> {
    if many > quota.at_once {
        return Ok(false);
    }
    let taken = quota.every.num_milliseconds() * many;
    let now_ms = now.timestamp_millis();
    let full = quota.full(now);
    let expires_at = quota.over.map_or(full, |over| Ord::min(over, full));
    let row = limit::ActiveModel { key: Set(key), theoretical: Set(now_ms + taken), expires_at: Set(expires_at) };
    // The later of the stored time and now, plus what is taken; admitted if that is not further away than the whole quota.
    // What is further away than that, and than clocks differ, was stored before the clock was put back, and counts for
    // nothing.
    let stored = || Expr::col((limit::Entity, limit::Column::Theoretical));
    let of_another_time = || stored().gt((full + CLOCKS_DIFFER).timestamp_millis());
    let later = Expr::case(stored().lt(now_ms).or(of_another_time()), Expr::value(now_ms)).finally(stored());
    let fits = stored().lte(full.timestamp_millis() - taken).or(of_another_time());
    let step = OnConflict::column(limit::Column::Key)
        .value(limit::Column::Theoretical, Expr::expr(later).add(taken))
        .value(limit::Column::ExpiresAt, Expr::value(expires_at))
        .action_and_where(fits)
        .to_owned();
    Ok(limit::Entity::insert(row).on_conflict(step).exec_without_returning(c).await? == 1)
}

/// Puts back one that was taken.
pub async fn give_back(c: &impl ConnectionTrait, key: &str, quota: Quota) -> Result<(), DbErr> {
    let less = Expr::col(limit::Column::Theoretical).sub(quota.every.num_milliseconds());
    let change = limit::Entity::update_many().col_expr(limit::Column::Theoretical, less);
    change.filter(limit::Column::Key.eq(key)).exec(c).await.map(|_| ())
}

/// How many are left to take, without taking one.
pub async fn left(c: &impl ConnectionTrait, key: &str, quota: Quota, now: DateTime<Utc>) -> Result<i64, DbErr> {
    let Some(row) = limit::Entity::find_by_id(key).one(c).await? else { return Ok(quota.at_once) };
    let full = quota.full(now);
    if row.theoretical > (full + CLOCKS_DIFFER).timestamp_millis() {
        return Ok(quota.at_once);
    }
    let room = full.timestamp_millis() - Ord::max(row.theoretical, now.timestamp_millis());
    Ok(Ord::max(room / quota.every.num_milliseconds(), 0))
}

/// Removes limits that are whole again.
pub async fn remove_expired(c: &impl ConnectionTrait, now: DateTime<Utc>) -> Result<(), DbErr> {
    limit::Entity::delete_many().filter(limit::Column::ExpiresAt.lt(now)).exec(c).await?;
    Ok(())
}
