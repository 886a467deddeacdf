//! Things that are only counted, by day (UTC).

use chrono::{DateTime, TimeDelta, Utc};
use sea_orm::{
    ColumnTrait, ConnectionTrait, DbErr, EntityTrait, ExprTrait, QueryFilter, QueryOrder, Set,
    sea_query::{Expr, OnConflict},
};

use super::entity::counter;

fn day(at: DateTime<Utc>) -> String {
    at.format("%Y-%m-%d").to_string()
}

/// Counts one more.
pub async fn count(c: &impl ConnectionTrait, name: &str, now: DateTime<Utc>) -> Result<(), DbErr> {
    let row = counter::ActiveModel { name: Set(name.to_owned()), day: Set(day(now)), count: Set(1) };
    let more = OnConflict::columns([counter::Column::Name, counter::Column::Day])
        .value(counter::Column::Count, Expr::col((counter::Entity, counter::Column::Count)).add(1))
        .to_owned();
    counter::Entity::insert(row).on_conflict(more).exec_without_returning(c).await?;
    Ok(())
}

/// How often each thing happened in the seven days up to now, by name.
pub async fn of_last_week(c: &impl ConnectionTrait, now: DateTime<Utc>) -> Result<Vec<(String, u64)>, DbErr> {
    let since = day(now - TimeDelta::days(6));
    let rows = counter::Entity::find().filter(counter::Column::Day.gte(since)).order_by_asc(counter::Column::Name);
    let mut sums: Vec<(String, u64)> = Vec::new();
    for row in rows.all(c).await? {
        let count = u64::try_from(row.count).unwrap_or(0);
        match sums.last_mut() {
            Some((name, sum)) if *name == row.name => *sum += count,
            _ => sums.push((row.name, count)),
        }
    }
    Ok(sums)
}

/// Forgets what is older than 90 days.
pub async fn remove_old(c: &impl ConnectionTrait, now: DateTime<Utc>) -> Result<(), DbErr> {
    let before = day(now - TimeDelta::days(90));
    counter::Entity::delete_many().filter(counter::Column::Day.lt(before)).exec(c).await?;
    Ok(())
}
