//! A named series of events.

use sea_orm::entity::prelude::*;

use crate::domain::ids::SeasonId;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "pools")]
pub struct Model {
    #[sea_orm(primary_key)]
    pub id: SeasonId,
    pub name: String,
    /// Whether its standings are yet to be computed.
    pub recount: bool,
    pub created_at: DateTimeUtc,
}

#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
