//! An event.

use sea_orm::entity::prelude::*;

use crate::domain::ids::{EventId, PersonId, SeasonId};

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "events")]
pub struct Model {
    #[sea_orm(primary_key)]
    pub id: EventId,
    pub public_id: String,
    pub pool_id: SeasonId,
    pub in_season: bool,
    pub owner_id: PersonId,
    pub name: String,
    pub starts_at: DateTimeUtc,
    pub zone: String,
    pub closes_at: Option<DateTimeUtc>,
    pub tickets: i32,
    pub request_limit: i32,
    pub notes: String,
    pub shows_before: String,
    pub shows_after: String,
    pub status: String,
    pub winners_line: String,
    pub version: i32,
    pub board_version: i32,
    pub revision: i32,
    pub imported: bool,
    pub created_at: DateTimeUtc,
    pub closed_at: Option<DateTimeUtc>,
    pub finalized_at: Option<DateTimeUtc>,
    pub cancelled_at: Option<DateTimeUtc>,
    pub deleted_at: Option<DateTimeUtc>,
    pub sealed_secret: Option<String>,
    pub sealed_with: Option<String>,
    pub commitment: Option<String>,
    pub committed_at: Option<DateTimeUtc>,
    pub public_input_name: String,
    pub board_before: Option<String>,
    pub board_before_version: Option<i32>,
    pub drawn_tickets: Option<i32>,
    pub draw_format: i32,
    pub randomness: String,
    pub known_at: Option<DateTimeUtc>,
    pub awaited_round: Option<i64>,
    pub awaited_rule: Option<String>,
    pub people: i32,
    pub requested: i64,
    pub smallest: i64,
    pub given: i64,
    pub undecided: i32,
    pub place: String,
    pub ends_at: Option<DateTimeUtc>,
    pub announced_at: Option<DateTimeUtc>,
    pub dates_since: Option<DateTimeUtc>,
    pub offered: i32,
    pub on_table: i32,
    pub after_sequence: i32,
    pub after_due_at: Option<DateTimeUtc>,
    pub returns_until: Option<DateTimeUtc>,
    pub hand_on: String,
    pub guests: String,
    pub guests_until: Option<DateTimeUtc>,
    pub result_tickets: Option<i32>,
}

#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {
    #[sea_orm(belongs_to = "super::season::Entity", from = "Column::PoolId", to = "super::season::Column::Id")]
    Season,
    #[sea_orm(belongs_to = "super::user::Entity", from = "Column::OwnerId", to = "super::user::Column::Id")]
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
