//! Pools: named series of events. To people they are seasons.

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

impl From<pool::Model> for Pool {
    fn from(row: pool::Model) -> Self {
        Self { id: row.id, name: row.name }
    }
}

/// All pools, oldest first.
pub async fn list(c: &impl ConnectionTrait) -> Result<Vec<Pool>, DbErr> {
    let rows = pool::Entity::find().order_by_asc(pool::Column::Id).all(c).await?;
    Ok(rows.into_iter().map(Pool::from).collect())
}

/// The number of the pool with this name, which is made if there is none. Nobody becomes its steward.
pub async fn find_or_insert(c: &impl ConnectionTrait, name: &str, now: DateTime<Utc>) -> Result<PoolId, DbErr> {
    match find_by_name(c, name).await? {
        Some(found) => Ok(found),
        None => insert(c, name, now).await,
    }
}

/// The number of the pool with this name.
pub async fn find_by_name(c: &impl ConnectionTrait, name: &str) -> Result<Option<PoolId>, DbErr> {
    Ok(pool::Entity::find().filter(pool::Column::Name.eq(name)).one(c).await?.map(|row| row.id))
}

/// Makes a pool, still without steward. The name must be free.
pub(super) async fn insert(c: &impl ConnectionTrait, name: &str, now: DateTime<Utc>) -> Result<PoolId, DbErr> {
    let row = pool::ActiveModel { name: Set(name.to_owned()), created_at: Set(now), ..Default::default() };
    Ok(row.insert(c).await?.id)
}

/// The name of a pool; empty if there is none with this id.
pub async fn name(c: &impl ConnectionTrait, id: PoolId) -> Result<String, DbErr> {
    Ok(find(c, id).await?.map(|pool| pool.name).unwrap_or_default())
}

/// The pool with this id.
pub async fn find(c: &impl ConnectionTrait, id: PoolId) -> Result<Option<Pool>, DbErr> {
    Ok(pool::Entity::find_by_id(id).one(c).await?.map(Pool::from))
}
