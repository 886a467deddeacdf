//! A single-use way in, by the hash of its token.

use sea_orm::entity::prelude::*;

use crate::domain::ids::{AttemptId, LinkId, PersonId};

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "sign_in_links")]
pub struct Model {
    #[sea_orm(primary_key)]
    pub id: LinkId,
    pub user_id: PersonId,
    pub attempt_id: Option<AttemptId>,
    pub token_hash: String,
    pub purpose: String,
    pub created_at: DateTimeUtc,
    pub expires_at: DateTimeUtc,
    pub used_at: Option<DateTimeUtc>,
    pub voided_at: Option<DateTimeUtc>,
    pub code_hash: Option<String>,
    pub code_expires_at: Option<DateTimeUtc>,
    pub code_used_at: Option<DateTimeUtc>,
}

#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {
    #[sea_orm(belongs_to = "super::user::Entity", from = "Column::UserId", to = "super::user::Column::Id")]
    User,
    #[sea_orm(
        belongs_to = "super::sign_in_attempt::Entity",
        from = "Column::AttemptId",
        to = "super::sign_in_attempt::Column::Id"
    )]
    SignInAttempt,
}

impl Related<super::user::Entity> for Entity {
    fn to() -> RelationDef {
        Relation::User.def()
    }
}

impl Related<super::sign_in_attempt::Entity> for Entity {
    fn to() -> RelationDef {
        Relation::SignInAttempt.def()
    }
}

impl ActiveModelBehavior for ActiveModel {}
