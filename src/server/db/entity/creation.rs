//! Which form made which event.

use sea_orm::entity::prelude::*;

use crate::domain::ids::{EventId, PersonId};

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "creations")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub user_id: PersonId,
    #[sea_orm(primary_key, auto_increment = false)]
    pub token: String,
    pub event_id: EventId,
    pub created_at: DateTimeUtc,
}

#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
