//! Who did what, when.

use sea_orm::entity::prelude::*;

use crate::domain::ids::{EntryId, EventId, PersonId};

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "audit_log")]
pub struct Model {
    #[sea_orm(primary_key)]
    pub id: EntryId,
    pub at: DateTimeUtc,
    pub actor_id: Option<PersonId>,
    pub action: String,
    pub event_id: Option<EventId>,
    pub user_id: Option<PersonId>,
    pub details: String,
    pub client: String,
}

#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
