//! Tickets that were offered to someone.

use sea_orm::entity::prelude::*;

use crate::domain::ids::{EventId, OfferId, PersonId};

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "offers")]
pub struct Model {
    #[sea_orm(primary_key)]
    pub id: OfferId,
    pub event_id: EventId,
    pub user_id: PersonId,
    pub number: i32,
    pub offered_at: DateTimeUtc,
    pub until: DateTimeUtc,
    pub status: String,
    pub ended_at: Option<DateTimeUtc>,
}

#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
