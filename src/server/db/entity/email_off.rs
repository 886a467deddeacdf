//! A topic of emails that someone turned off.

use sea_orm::entity::prelude::*;

use crate::domain::ids::{PersonId, SeasonId};

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "emails_off")]
pub struct Model {
    #[sea_orm(primary_key)]
    pub id: i32,
    pub user_id: PersonId,
    pub topic: String,
    /// Nothing: in every season, and for events in none.
    pub pool_id: Option<SeasonId>,
    pub since: DateTimeUtc,
}

#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
