//! What an organizer hands out to someone who has tickets.

use sea_orm::entity::prelude::*;

use crate::domain::ids::{EventId, PersonId};

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "handouts")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub event_id: EventId,
    #[sea_orm(primary_key, auto_increment = false)]
    pub user_id: PersonId,
    pub line: String,
    pub number: i32,
    pub file_name: Option<String>,
    pub file_size: i32,
    pub updated_at: DateTimeUtc,
}

#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
