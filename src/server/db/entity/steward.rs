//! A steward of a season.

use sea_orm::entity::prelude::*;

use crate::domain::ids::{PersonId, SeasonId};

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "pool_stewards")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub pool_id: SeasonId,
    #[sea_orm(primary_key, auto_increment = false)]
    pub user_id: PersonId,
    pub created_at: DateTimeUtc,
}

#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {
    #[sea_orm(belongs_to = "super::season::Entity", from = "Column::PoolId", to = "super::season::Column::Id")]
    Season,
    #[sea_orm(belongs_to = "super::user::Entity", from = "Column::UserId", to = "super::user::Column::Id")]
    User,
}

impl Related<super::season::Entity> for Entity {
    fn to() -> RelationDef {
        Relation::Season.def()
    }
}

impl Related<super::user::Entity> for Entity {
    fn to() -> RelationDef {
        Relation::User.def()
    }
}

impl ActiveModelBehavior for ActiveModel {}
