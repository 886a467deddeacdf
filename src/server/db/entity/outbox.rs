//! A message to send.

use sea_orm::entity::prelude::*;

use crate::domain::ids::{AttemptId, EventId, MessageId, PersonId};

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "outbox")]
pub struct Model {
    #[sea_orm(primary_key)]
    pub id: MessageId,
    pub kind: String,
    pub dedupe_key: String,
    pub user_id: Option<PersonId>,
    pub event_id: Option<EventId>,
    pub attempt_id: Option<AttemptId>,
    pub payload: String,
    pub status: String,
    pub priority: i32,
    pub attempts: i32,
    pub created_at: DateTimeUtc,
    pub due_at: DateTimeUtc,
    pub leased_until: Option<DateTimeUtc>,
    pub holder: Option<String>,
    pub handed_at: Option<DateTimeUtc>,
    pub unsure: i32,
    pub sent_at: Option<DateTimeUtc>,
    pub failed_at: Option<DateTimeUtc>,
    pub provider_id: Option<String>,
    pub reason: Option<String>,
}

#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {
    #[sea_orm(belongs_to = "super::user::Entity", from = "Column::UserId", to = "super::user::Column::Id")]
    User,
    #[sea_orm(belongs_to = "super::event::Entity", from = "Column::EventId", to = "super::event::Column::Id")]
    Event,
}

impl Related<super::user::Entity> for Entity {
    fn to() -> RelationDef {
        Relation::User.def()
    }
}

impl Related<super::event::Entity> for Entity {
    fn to() -> RelationDef {
        Relation::Event.def()
    }
}

impl ActiveModelBehavior for ActiveModel {}
