//! An entry of the ledger of what becomes of tickets after the result.

use sea_orm::entity::prelude::*;

use crate::domain::ids::{EventId, PersonId};

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "after_entries")]
pub struct Model {
    #[sea_orm(primary_key)]
    pub id: i32,
    pub event_id: EventId,
    pub draw: i32,
    pub sequence: i32,
    pub at: i64,
    pub what: String,
    pub label: Option<String>,
    pub to_label: Option<String>,
    pub number: Option<i32>,
    pub time: Option<i64>,
    #[sea_orm(column_type = "Text")]
    pub reason: String,
    pub hash: String,
    pub user_id: Option<PersonId>,
    pub to_user_id: Option<PersonId>,
}

#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
