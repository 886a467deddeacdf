//! Sessions: signed-in browsers.

use chrono::{DateTime, Utc};
use sea_orm::{
    ActiveModelTrait, ActiveValue::Set, ColumnTrait, ConnectionTrait, DbErr, EntityTrait, ExprTrait, FromQueryResult,
    PaginatorTrait, QueryFilter, QueryOrder, QuerySelect, Statement, sea_query::Expr,
};

use super::{
    corrupt,
    entity::{session, user},
    people::Person,
};

use crate::domain::ids::{PersonId, SessionId};

/// A live session and whose it is.
#[derive(Clone, Debug)]
pub struct Session {
    pub id: SessionId,
    pub person: Person,
    pub signed_in_at: DateTime<Utc>,
    pub last_seen_at: DateTime<Utc>,
}

#[derive(FromQueryResult)]
struct Row {
    session: SessionId,
    signed_in_at: DateTime<Utc>,
    last_seen_at: DateTime<Utc>,
    #[sea_orm(nested)]
    person: user::Model,
}

/// The live session behind a cookie's hash, if its person is active: one statement at every request.
pub async fn find(c: &impl ConnectionTrait, token_hash: &str, now: DateTime<Utc>) -> Result<Option<Session>, DbErr> {
    let sql = "SELECT s.id AS session, s.created_at AS signed_in_at, s.last_seen_at, u.* FROM sessions s \
               JOIN users u ON u.id = s.user_id WHERE s.token_hash = $1 AND s.expires_at > $2 AND u.status = 'active'";
    let statement = Statement::from_sql_and_values(c.get_database_backend(), sql, [token_hash.into(), now.into()]);
    let Some(row) = Row::find_by_statement(statement).one(c).await? else { return Ok(None) };
    let Row { session: id, signed_in_at, last_seen_at, person } = row;
    Ok(Some(Session { id, person: person.try_into()?, signed_in_at, last_seen_at }))
}

/// A session to be stored.
#[derive(Clone, Debug)]
pub struct NewSession {
    pub person: PersonId,
    pub token_hash: String,
    /// What the browser calls itself.
    pub device: String,
    pub now: DateTime<Utc>,
    pub expires_at: DateTime<Utc>,
}

/// A signed-in browser, as its owner sees it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Device {
    pub session: SessionId,
    /// What the browser calls itself.
    pub name: String,
    pub signed_in_at: DateTime<Utc>,
    pub last_seen_at: DateTime<Utc>,
}

/// Starts a session and returns its id.
pub async fn insert(c: &impl ConnectionTrait, new: NewSession) -> Result<SessionId, DbErr> {
    let row = session::ActiveModel {
        user_id: Set(new.person),
        token_hash: Set(new.token_hash),
        device: Set(new.device),
        created_at: Set(new.now),
        last_seen_at: Set(new.now),
        expires_at: Set(new.expires_at),
        ..Default::default()
    };
    Ok(row.insert(c).await?.id)
}

/// In how many browsers a person is signed in, but for the one with this cookie.
pub async fn count_others(
    c: &impl ConnectionTrait,
    person: PersonId,
    but: Option<&str>,
    now: DateTime<Utc>,
) -> Result<u64, DbErr> {
    let others = session::Column::TokenHash.ne(but.unwrap_or_default());
    session::Entity::find().filter(live(person, now).and(others)).count(c).await
}

/// A person's signed-in browsers, the latest used first; at most a hundred.
pub async fn devices(c: &impl ConnectionTrait, person: PersonId, now: DateTime<Utc>) -> Result<Vec<Device>, DbErr> {
    let latest = session::Entity::find().filter(live(person, now)).order_by_desc(session::Column::LastSeenAt);
    let rows = latest.order_by_desc(session::Column::Id).limit(100).all(c).await?;
    let device = |row: session::Model| Device {
        session: row.id,
        name: row.device,
        signed_in_at: row.created_at,
        last_seen_at: row.last_seen_at,
    };
    Ok(rows.into_iter().map(device).collect())
}

fn live(person: PersonId, now: DateTime<Utc>) -> Expr {
    session::Column::UserId.eq(person).and(session::Column::ExpiresAt.gt(now))
}

#[derive(FromQueryResult)]
struct SeenRow {
    #[sea_orm(nested)]
    person: user::Model,
    devices: i64,
    last_seen: Option<DateTime<Utc>>,
}

/// A person, in how many browsers they are signed in, and when one of these was used last. One statement.
pub async fn person_seen(
    c: &impl ConnectionTrait,
    id: PersonId,
    now: DateTime<Utc>,
) -> Result<Option<(Person, u64, Option<DateTime<Utc>>)>, DbErr> {
    let live = "FROM sessions s WHERE s.user_id = u.id AND s.expires_at > $2";
    let sql = format!(
        "SELECT u.*, (SELECT COUNT(*) {live}) AS devices, (SELECT MAX(s.last_seen_at) {live}) AS last_seen \
         FROM users u WHERE u.id = $1"
    );
    let statement = Statement::from_sql_and_values(c.get_database_backend(), sql, [id.into(), now.into()]);
    let Some(row) = SeenRow::find_by_statement(statement).one(c).await? else { return Ok(None) };
    let devices = row.devices.try_into().map_err(|_| corrupt("sessions", id))?;
    Ok(Some((row.person.try_into()?, devices, row.last_seen)))
}

/// Notes that a session was used.
pub async fn touch(c: &impl ConnectionTrait, id: SessionId, now: DateTime<Utc>) -> Result<(), DbErr> {
    let seen = session::Entity::update_many().col_expr(session::Column::LastSeenAt, Expr::value(now));
    seen.filter(session::Column::Id.eq(id)).exec(c).await?;
    Ok(())
}

/// Ends the session behind a cookie's hash.
pub async fn end(c: &impl ConnectionTrait, token_hash: &str) -> Result<(), DbErr> {
    session::Entity::delete_many().filter(session::Column::TokenHash.eq(token_hash)).exec(c).await?;
    Ok(())
}

/// Ends one session of a person; says whether it was theirs to end.
pub async fn end_one(c: &impl ConnectionTrait, person: PersonId, id: SessionId) -> Result<bool, DbErr> {
    let one = session::Column::UserId.eq(person).and(session::Column::Id.eq(id));
    Ok(session::Entity::delete_many().filter(one).exec(c).await?.rows_affected == 1)
}

/// Ends all sessions of a person but this; says how many there were.
pub async fn end_others(c: &impl ConnectionTrait, person: PersonId, but: SessionId) -> Result<u64, DbErr> {
    let others = session::Column::UserId.eq(person).and(session::Column::Id.ne(but));
    Ok(session::Entity::delete_many().filter(others).exec(c).await?.rows_affected)
}

/// Ends all sessions of a person; says how many there were.
pub async fn end_all(c: &impl ConnectionTrait, person: PersonId) -> Result<u64, DbErr> {
    let ended = session::Entity::delete_many().filter(session::Column::UserId.eq(person)).exec(c).await?;
    Ok(ended.rows_affected)
}

/// Removes sessions that have run out.
pub async fn remove_expired(c: &impl ConnectionTrait, now: DateTime<Utc>) -> Result<(), DbErr> {
    session::Entity::delete_many().filter(session::Column::ExpiresAt.lte(now)).exec(c).await?;
    Ok(())
}
