//! The link that makes the first admin of an empty system, by the hash of its token.

use chrono::{DateTime, Utc};
use sea_orm::{
    ActiveModelTrait, ActiveValue::Set, ColumnTrait, ConnectionTrait, DbErr, EntityTrait, ExprTrait, QueryFilter,
    sea_query::Expr,
};

use super::entity::setup_link;

/// Stores the set-up link; earlier ones are gone.
pub async fn replace(
    c: &impl ConnectionTrait,
    token_hash: String,
    now: DateTime<Utc>,
    expires_at: DateTime<Utc>,
) -> Result<(), DbErr> {
    setup_link::Entity::delete_many().exec(c).await?;
    let row = setup_link::ActiveModel {
        token_hash: Set(token_hash),
        created_at: Set(now),
        expires_at: Set(expires_at),
        used_at: Set(None),
        ..Default::default()
    };
    row.insert(c).await.map(|_| ())
}

fn usable(token_hash: &str, now: DateTime<Utc>) -> Expr {
    let unspent = setup_link::Column::TokenHash.eq(token_hash).and(setup_link::Column::UsedAt.is_null());
    unspent.and(setup_link::Column::ExpiresAt.gt(now))
}

/// Whether a set-up link can be used.
pub async fn lives(c: &impl ConnectionTrait, token_hash: &str, now: DateTime<Utc>) -> Result<bool, DbErr> {
    let found = setup_link::Entity::find().filter(usable(token_hash, now)).one(c).await?;
    Ok(found.is_some())
}

/// Spends the set-up link; says whether it was still there to spend.
pub async fn spend(c: &impl ConnectionTrait, token_hash: &str, now: DateTime<Utc>) -> Result<bool, DbErr> {
    let spent = setup_link::Entity::update_many()
        .col_expr(setup_link::Column::UsedAt, Expr::value(now))
        .filter(usable(token_hash, now))
        .exec(c)
        .await?;
    Ok(spent.rows_affected == 1)
}
