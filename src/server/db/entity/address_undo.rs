//! A way back to the address someone had.

use sea_orm::entity::prelude::*;

use crate::domain::ids::{AddressUndoId, PersonId};

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "address_undos")]
pub struct Model {
    #[sea_orm(primary_key)]
    pub id: AddressUndoId,
    pub user_id: PersonId,
    pub email: String,
    pub token_hash: Option<String>,
    pub expires_at: DateTimeUtc,
    pub used_at: Option<DateTimeUtc>,
}

#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
