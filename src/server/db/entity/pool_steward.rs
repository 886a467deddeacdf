//! A steward of a pool.

use sea_orm::entity::prelude::*;

use crate::domain::ids::{PersonId, PoolId};

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "pool_stewards")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub pool_id: PoolId,
    #[sea_orm(primary_key, auto_increment = false)]
    pub user_id: PersonId,
    pub created_at: DateTimeUtc,
}

#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {
    #[sea_orm(belongs_to = "super::pool::Entity", from = "Column::PoolId", to = "super::pool::Column::Id")]
    Pool,
    #[sea_orm(belongs_to = "super::user::Entity", from = "Column::UserId", to = "super::user::Column::Id")]
    User,
}

impl Related<super::pool::Entity> for Entity {
    fn to() -> RelationDef {
        Relation::Pool.def()
    }
}

impl Related<super::user::Entity> for Entity {
    fn to() -> RelationDef {
        Relation::User.def()
    }
}

impl ActiveModelBehavior for ActiveModel {}
