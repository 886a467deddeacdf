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
    /// [`crate::server::db::course::Course`], as JSON; empty before it was computed.
    pub course: String,
    pub created_at: DateTimeUtc,
}

#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
