//! How a way to send stands.

use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "ways")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub name: String,
    pub down_since: Option<DateTimeUtc>,
    pub reason: Option<String>,
    pub probe_at: Option<DateTimeUtc>,
    pub up_since: Option<DateTimeUtc>,
    pub slowness: i32,
    pub slowed_at: Option<DateTimeUtc>,
    pub spent_until: Option<DateTimeUtc>,
    pub rest_spent_until: Option<DateTimeUtc>,
}

#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
