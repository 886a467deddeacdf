//! Where someone stands in a season.

use sea_orm::entity::prelude::*;

use crate::domain::ids::{PersonId, SeasonId};

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "standings")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub pool_id: SeasonId,
    #[sea_orm(primary_key, auto_increment = false)]
    pub user_id: PersonId,
    pub asked: i32,
    pub got: i32,
    pub losses: i32,
    pub counting: i32,
    pub balance: i64,
    pub recent: String,
    pub latest: String,
}

#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
