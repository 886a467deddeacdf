//! Pools: named series of events.

use chrono::{DateTime, Utc};
use sea_orm::{
    ActiveModelTrait, ActiveValue::Set, ColumnTrait, ConnectionTrait, DbErr, EntityTrait, QueryFilter, QueryOrder,
};

use super::entity::pool;

use crate::domain::ids::PoolId;

/// A pool as stored. There is always one, "General", with the number 1.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pool {
    pub id: PoolId,
    pub name: String,
}

/// All pools, oldest first.
pub async fn list(c: &impl ConnectionTrait) -> Result<Vec<Pool>, DbErr> {
    let rows = pool::Entity::find().order_by_asc(pool::Column::Id).all(c).await?;
    Ok(rows.into_iter().map(|row| Pool { id: row.id, name: row.name }).collect())
}

/// The number of the pool with this name, which is made if there is none.
pub async fn find_or_insert(c: &impl ConnectionTrait, name: &str, now: DateTime<Utc>) -> Result<PoolId, DbErr> {
    if let Some(found) = pool::Entity::find().filter(pool::Column::Name.eq(name)).one(c).await? {
        return Ok(found.id);
    }
    let row = pool::ActiveModel { name: Set(name.to_owned()), created_at: Set(now), ..Default::default() };
    Ok(row.insert(c).await?.id)
}

/// Whether there is a pool with this id.
pub async fn exists(c: &impl ConnectionTrait, id: PoolId) -> Result<bool, DbErr> {
    Ok(pool::Entity::find_by_id(id).one(c).await?.is_some())
}
