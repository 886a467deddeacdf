//! Who keeps a season: its stewards. Admins keep every one.

use chrono::{DateTime, Utc};
use sea_orm::{
    ActiveValue::Set, ColumnTrait, ConnectionTrait, DbErr, EntityTrait, ExprTrait, FromQueryResult, QueryFilter,
    Statement, sea_query::OnConflict,
};

use super::{WriteTx, entity::steward, held::HeldSeason, seasons};
use crate::{
    domain::ids::{PersonId, SeasonId},
    server::auth::Standing,
};

/// A steward of a season.
#[derive(Clone, Debug, PartialEq, Eq, FromQueryResult)]
pub struct Steward {
    pub season: SeasonId,
    pub person: PersonId,
    pub name: String,
    pub email: String,
}

/// The stewards of all seasons, by name.
pub async fn list(c: &impl ConnectionTrait) -> Result<Vec<Steward>, DbErr> {
    let sql = "SELECT s.pool_id AS season, u.id AS person, u.name, u.email FROM pool_stewards s JOIN users u ON u.id = s.user_id \
               ORDER BY u.sort_key, u.id";
    Steward::find_by_statement(Statement::from_string(c.get_database_backend(), sql)).all(c).await
}

/// How `person` stands to a season.
pub async fn standing(c: &impl ConnectionTrait, season: SeasonId, person: PersonId) -> Result<Standing, DbErr> {
    let found = steward::Entity::find_by_id((season, person)).one(c).await?;
    Ok(if found.is_some() { Standing::Steward } else { Standing::None })
}

/// The seasons that `person` is a steward of.
pub async fn seasons_of(c: &impl ConnectionTrait, person: PersonId) -> Result<Vec<SeasonId>, DbErr> {
    let rows = steward::Entity::find().filter(steward::Column::UserId.eq(person)).all(c).await?;
    Ok(rows.into_iter().map(|row| row.pool_id).collect())
}

/// Makes a season and its maker its steward. The name must be free.
pub async fn found(tx: &WriteTx, name: &str, maker: PersonId, now: DateTime<Utc>) -> Result<SeasonId, DbErr> {
    let season = seasons::insert(tx, name, now).await?;
    steward::Entity::insert(row(season, maker, now)).exec_without_returning(tx).await?;
    Ok(season)
}

/// Adds a steward; adding one twice changes nothing.
pub async fn insert(tx: &WriteTx, season: &HeldSeason, person: PersonId, now: DateTime<Utc>) -> Result<(), DbErr> {
    insert_all(tx, [(season.id, person, now)]).await
}

/// Makes these people stewards since then, whoever made the seasons: for an import and a made-up organization.
pub async fn insert_all(
    c: &impl ConnectionTrait,
    stewards: impl IntoIterator<Item = (SeasonId, PersonId, DateTime<Utc>)>,
) -> Result<(), DbErr> {
    let once = || OnConflict::columns([steward::Column::PoolId, steward::Column::UserId]).do_nothing().to_owned();
    for (season, person, since) in stewards {
        let row = row(season, person, since);
        steward::Entity::insert(row).on_conflict(once()).exec_without_returning(c).await?;
    }
    Ok(())
}

fn row(season: SeasonId, person: PersonId, since: DateTime<Utc>) -> steward::ActiveModel {
    steward::ActiveModel { pool_id: Set(season), user_id: Set(person), created_at: Set(since) }
}

/// Removes a steward; says whether there was one.
pub async fn remove(tx: &WriteTx, season: &HeldSeason, person: PersonId) -> Result<bool, DbErr> {
    let which = steward::Column::PoolId.eq(season.id).and(steward::Column::UserId.eq(person));
    Ok(steward::Entity::delete_many().filter(which).exec(tx).await?.rows_affected > 0)
}
