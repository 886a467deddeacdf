//! Seasons: named series of events. Their table is called `pools`.

use chrono::{DateTime, Utc};
use sea_orm::{
    ActiveModelTrait, ActiveValue::Set, ColumnTrait, ConnectionTrait, DbErr, EntityTrait, QueryFilter, QueryOrder,
};

use super::entity::season;

use crate::domain::ids::SeasonId;

/// A season as stored. There is always one, "General", with the id 1.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Season {
    pub id: SeasonId,
    pub name: String,
}

impl From<season::Model> for Season {
    fn from(row: season::Model) -> Self {
        Self { id: row.id, name: row.name }
    }
}

/// All seasons, oldest first.
pub async fn list(c: &impl ConnectionTrait) -> Result<Vec<Season>, DbErr> {
    let rows = season::Entity::find().order_by_asc(season::Column::Id).all(c).await?;
    Ok(rows.into_iter().map(Season::from).collect())
}

/// The id of the season with this name, which is made if there is none. Nobody becomes its steward.
pub async fn find_or_insert(c: &impl ConnectionTrait, name: &str, now: DateTime<Utc>) -> Result<SeasonId, DbErr> {
    match find_by_name(c, name).await? {
        Some(found) => Ok(found),
        None => insert(c, name, now).await,
    }
}

/// The id of the season with this name.
pub async fn find_by_name(c: &impl ConnectionTrait, name: &str) -> Result<Option<SeasonId>, DbErr> {
    Ok(season::Entity::find().filter(season::Column::Name.eq(name)).one(c).await?.map(|row| row.id))
}

/// Makes a season, still without steward. The name must be free.
pub(super) async fn insert(c: &impl ConnectionTrait, name: &str, now: DateTime<Utc>) -> Result<SeasonId, DbErr> {
    let row = season::ActiveModel {
        name: Set(name.to_owned()),
        created_at: Set(now),
        recount: Set(false),
        course: Set(String::new()),
        ..Default::default()
    };
    Ok(row.insert(c).await?.id)
}

/// The name of a season; empty if there is none with this id.
pub async fn name(c: &impl ConnectionTrait, id: SeasonId) -> Result<String, DbErr> {
    Ok(find(c, id).await?.map(|season| season.name).unwrap_or_default())
}

/// The season with this id.
pub async fn find(c: &impl ConnectionTrait, id: SeasonId) -> Result<Option<Season>, DbErr> {
    Ok(season::Entity::find_by_id(id).one(c).await?.map(Season::from))
}
