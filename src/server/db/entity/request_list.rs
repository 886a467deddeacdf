//! A list of requests that was frozen, by its digest.

use sea_orm::entity::prelude::*;

use crate::domain::ids::{EventId, PersonId};

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "request_lists")]
pub struct Model {
    #[sea_orm(primary_key)]
    pub id: i32,
    pub event_id: EventId,
    pub digest: String,
    pub tickets: i32,
    pub requests: i32,
    pub frozen_at: DateTimeUtc,
    pub frozen_by: Option<PersonId>,
    pub season_digest: Option<String>,
    pub ranks_digest: Option<String>,
    #[sea_orm(column_type = "Text", nullable)]
    pub season: Option<String>,
}

#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {
    #[sea_orm(belongs_to = "super::event::Entity", from = "Column::EventId", to = "super::event::Column::Id")]
    Event,
}

impl Related<super::event::Entity> for Entity {
    fn to() -> RelationDef {
        Relation::Event.def()
    }
}

impl ActiveModelBehavior for ActiveModel {}
