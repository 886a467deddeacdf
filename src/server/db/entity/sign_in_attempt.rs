//! One asking for a sign-in link.

use sea_orm::entity::prelude::*;

use crate::domain::ids::{AttemptId, PersonId};

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "sign_in_attempts")]
pub struct Model {
    #[sea_orm(primary_key)]
    pub id: AttemptId,
    pub email: String,
    pub user_id: Option<PersonId>,
    pub binding_hash: String,
    pub next: String,
    pub created_at: DateTimeUtc,
    pub expires_at: DateTimeUtc,
    pub client: String,
    pub tries: i32,
    pub known: bool,
    pub link_tries: i32,
}

#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
