//! A draw that is settled and waits for its round.

use sea_orm::entity::prelude::*;

use crate::domain::ids::{EventId, PersonId};

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "draw_plans")]
pub struct Model {
    #[sea_orm(primary_key)]
    pub id: i32,
    pub event_id: EventId,
    pub number: i32,
    pub order_rule: String,
    pub fill_rule: String,
    pub reason: String,
    pub tickets: i32,
    #[sea_orm(column_type = "Text")]
    pub file: String,
    pub round: i64,
    pub planned_at: DateTimeUtc,
    pub planned_by: Option<PersonId>,
    pub called_off_at: Option<DateTimeUtc>,
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
