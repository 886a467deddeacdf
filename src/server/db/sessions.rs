//! Sessions: signed-in browsers.

use chrono::{DateTime, Utc};
use sea_orm::{
    ActiveModelTrait, ActiveValue::Set, ColumnTrait, ConnectionTrait, DbErr, EntityTrait, ExprTrait, QueryFilter,
    sea_query::Expr,
};

use super::{
    entity::{session, user},
    people::Person,
};

/// A live session and whose it is.
#[derive(Clone, Debug)]
pub struct Session {
    pub number: i32,
    pub person: Person,
    pub last_seen_at: DateTime<Utc>,
}

/// The live session behind a cookie's hash, if its person is active: one statement at every request.
pub async fn find(c: &impl ConnectionTrait, token_hash: &str, now: DateTime<Utc>) -> Result<Option<Session>, DbErr> {
    let live = session::Column::TokenHash.eq(token_hash).and(session::Column::ExpiresAt.gt(now));
    let found = session::Entity::find()
        .find_also_related(user::Entity)
        .filter(live.and(user::Column::Status.eq("active")))
        .one(c)
        .await?;
    match found {
        Some((row, Some(person))) => {
            Ok(Some(Session { number: row.id, person: person.try_into()?, last_seen_at: row.last_seen_at }))
        }
        _ => Ok(None),
    }
}

/// Starts a session.
pub async fn insert(
    c: &impl ConnectionTrait,
    person: i32,
    token_hash: String,
    device: String,
    now: DateTime<Utc>,
    expires_at: DateTime<Utc>,
) -> Result<i32, DbErr> {
    let row = session::ActiveModel {
        user_id: Set(person),
        token_hash: Set(token_hash),
        device: Set(device),
        created_at: Set(now),
        last_seen_at: Set(now),
        expires_at: Set(expires_at),
        ..Default::default()
    };
    Ok(row.insert(c).await?.id)
}

/// Notes that a session was used.
pub async fn touch(c: &impl ConnectionTrait, number: i32, now: DateTime<Utc>) -> Result<(), DbErr> {
    let seen = session::Entity::update_many().col_expr(session::Column::LastSeenAt, Expr::value(now));
    seen.filter(session::Column::Id.eq(number)).exec(c).await?;
    Ok(())
}

/// Ends the session behind a cookie's hash.
pub async fn end(c: &impl ConnectionTrait, token_hash: &str) -> Result<(), DbErr> {
    session::Entity::delete_many().filter(session::Column::TokenHash.eq(token_hash)).exec(c).await?;
    Ok(())
}

/// Ends all sessions of a person; says how many there were.
pub async fn end_all(c: &impl ConnectionTrait, person: i32) -> Result<u64, DbErr> {
    let ended = session::Entity::delete_many().filter(session::Column::UserId.eq(person)).exec(c).await?;
    Ok(ended.rows_affected)
}

/// Removes sessions that have run out.
pub async fn remove_expired(c: &impl ConnectionTrait, now: DateTime<Utc>) -> Result<(), DbErr> {
    session::Entity::delete_many().filter(session::Column::ExpiresAt.lte(now)).exec(c).await?;
    Ok(())
}
