//! A request of one person for one event.

use sea_orm::entity::prelude::*;

use crate::domain::ids::{EventId, PersonId, RequestId};

#[expect(clippy::struct_excessive_bools, reason = "so the columns are")]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "requests")]
pub struct Model {
    #[sea_orm(primary_key)]
    pub id: RequestId,
    pub event_id: EventId,
    pub user_id: PersonId,
    pub note: String,
    pub since: DateTimeUtc,
    pub version: i32,
    pub entered_by: Option<PersonId>,
    pub allocated: Option<i32>,
    pub reason: String,
    pub decided_version: i32,
    pub decided_by: Option<PersonId>,
    pub told: Option<i32>,
    pub told_at: Option<DateTimeUtc>,
    pub legacy_allocated: Option<i32>,
    pub created_at: DateTimeUtc,
    pub updated_at: DateTimeUtc,
    pub withdrawn_at: Option<DateTimeUtc>,
    pub removed_by: Option<PersonId>,
    pub removed_because: String,
    pub changed_from: Option<i32>,
    pub changed_by: Option<PersonId>,
    pub changed_because: String,
    pub slips: Option<i32>,
    pub balance: Option<i64>,
    pub drawn: Option<i32>,
    pub pinned: bool,
    pub by_hand: bool,
    pub told_starts_at: Option<DateTimeUtc>,
    pub told_ends_at: Option<DateTimeUtc>,
    pub told_place: Option<String>,
    pub joined_after: bool,
    pub since_result: bool,
    pub came: Option<i32>,
}

#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {
    #[sea_orm(belongs_to = "super::event::Entity", from = "Column::EventId", to = "super::event::Column::Id")]
    Event,
    #[sea_orm(belongs_to = "super::user::Entity", from = "Column::UserId", to = "super::user::Column::Id")]
    User,
}

impl Related<super::event::Entity> for Entity {
    fn to() -> RelationDef {
        Relation::Event.def()
    }
}

impl Related<super::user::Entity> for Entity {
    fn to() -> RelationDef {
        Relation::User.def()
    }
}

impl ActiveModelBehavior for ActiveModel {}
