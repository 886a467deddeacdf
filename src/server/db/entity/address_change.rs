//! A change of someone's own address that is under way.

use sea_orm::entity::prelude::*;

use crate::domain::ids::{AddressChangeId, PersonId};

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "address_changes")]
pub struct Model {
    #[sea_orm(primary_key)]
    pub id: AddressChangeId,
    pub user_id: PersonId,
    pub email: String,
    pub code_hash: Option<String>,
    pub code_expires_at: Option<DateTimeUtc>,
    pub tries: i32,
    pub asked_at: DateTimeUtc,
    pub expires_at: DateTimeUtc,
}

#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
