//! Askings for a way in: one row each, known address or not.

use chrono::{DateTime, Utc};
use sea_orm::{
    ActiveModelTrait,
    ActiveValue::Set,
    ColumnTrait, ConnectionTrait, DbErr, EntityTrait, ExprTrait, QueryFilter, QueryOrder,
    sea_query::{Expr, Query},
};

use super::entity::{outbox, sign_in_attempt};
use crate::domain::{
    ids::{AttemptId, PersonId},
    person::Email,
};

/// One asking.
#[derive(Clone, Debug)]
pub struct Attempt {
    pub id: AttemptId,
    /// The address as understood, whether anyone has it or not.
    pub email: String,
    pub binding_hash: String,
    /// Where to go after signing in: a path of ours.
    pub next: String,
    /// Whether the person had signed in from that browser before.
    pub known: bool,
    /// How many codes were tried in the browser that asked.
    pub tries: u32,
    /// How many were tried with the link.
    pub link_tries: u32,
}

/// One asking, to be stored.
#[derive(Clone, Debug)]
pub struct NewAttempt<'a> {
    pub email: &'a Email,
    pub binding_hash: String,
    pub next: String,
    /// The network it came from.
    pub client: String,
    pub known: bool,
    pub created_at: DateTime<Utc>,
    pub expires_at: DateTime<Utc>,
}

impl From<sign_in_attempt::Model> for Attempt {
    fn from(row: sign_in_attempt::Model) -> Self {
        Self {
            id: row.id,
            email: row.email,
            binding_hash: row.binding_hash,
            next: row.next,
            known: row.known,
            tries: row.tries.try_into().unwrap_or(u32::MAX),
            link_tries: row.link_tries.try_into().unwrap_or(u32::MAX),
        }
    }
}

/// Who tries codes: each has tries of their own, since anyone may ask in someone's name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Holds {
    /// The browser that asked.
    Binding,
    /// Whoever has the link of the email.
    Link,
}

/// Notes an attempt. Whose address it is, is not looked up here: known and unknown leave the same row.
pub async fn insert(c: &impl ConnectionTrait, attempt: NewAttempt<'_>) -> Result<AttemptId, DbErr> {
    let row = sign_in_attempt::ActiveModel {
        email: Set(attempt.email.as_str().to_owned()),
        user_id: Set(None),
        binding_hash: Set(attempt.binding_hash),
        next: Set(attempt.next),
        client: Set(attempt.client),
        known: Set(attempt.known),
        created_at: Set(attempt.created_at),
        expires_at: Set(attempt.expires_at),
        ..Default::default()
    };
    Ok(row.insert(c).await?.id)
}

/// The attempt with this id.
pub async fn find(c: &impl ConnectionTrait, id: AttemptId) -> Result<Option<Attempt>, DbErr> {
    Ok(sign_in_attempt::Entity::find_by_id(id).one(c).await?.map(Attempt::from))
}

/// The latest attempt of the browser that holds this binding, for a day.
pub async fn latest_of(c: &impl ConnectionTrait, binding_hash: &str) -> Result<Option<Attempt>, DbErr> {
    let of_browser = sign_in_attempt::Entity::find().filter(sign_in_attempt::Column::BindingHash.eq(binding_hash));
    Ok(of_browser.order_by_desc(sign_in_attempt::Column::Id).one(c).await?.map(Attempt::from))
}

/// Whether the same address was asked for again, and that email is on its way or left: by the browser with the same binding, or
/// by `anyone`.
pub async fn is_overtaken(c: &impl ConnectionTrait, attempt: &Attempt, anyone: bool) -> Result<bool, DbErr> {
    let on_its_way = Query::select()
        .column(outbox::Column::AttemptId)
        .from(outbox::Entity)
        .and_where(outbox::Column::AttemptId.gt(attempt.id))
        .and_where(outbox::Column::Status.is_in(["waiting", "sending", "sent"]))
        .take();
    let mut later = sign_in_attempt::Entity::find()
        .filter(sign_in_attempt::Column::Email.eq(&attempt.email))
        .filter(sign_in_attempt::Column::Id.in_subquery(on_its_way));
    if !anyone {
        later = later.filter(sign_in_attempt::Column::BindingHash.eq(&attempt.binding_hash));
    }
    Ok(later.one(c).await?.is_some())
}

/// Keeps an attempt until then at least: its email leaves only now.
pub async fn renew(c: &impl ConnectionTrait, id: AttemptId, until: DateTime<Utc>) -> Result<(), DbErr> {
    let change =
        sign_in_attempt::Entity::update_many().col_expr(sign_in_attempt::Column::ExpiresAt, Expr::value(until));
    let short = sign_in_attempt::Column::Id.eq(id).and(sign_in_attempt::Column::ExpiresAt.lt(until));
    change.filter(short).exec(c).await.map(|_| ())
}

/// Says whose attempt it is, once that is known.
pub async fn belongs_to(c: &impl ConnectionTrait, id: AttemptId, person: PersonId) -> Result<(), DbErr> {
    let change = sign_in_attempt::Entity::update_many()
        .col_expr(sign_in_attempt::Column::UserId, Expr::value(person))
        .filter(sign_in_attempt::Column::Id.eq(id));
    change.exec(c).await.map(|_| ())
}

/// Counts a try at a code: one conditional update, so that of any number at once no more than `most` are counted. Says
/// whether there was one left.
pub async fn count_try(c: &impl ConnectionTrait, id: AttemptId, by: Holds, most: u32) -> Result<bool, DbErr> {
    let tries = match by {
        Holds::Binding => sign_in_attempt::Column::Tries,
        Holds::Link => sign_in_attempt::Column::LinkTries,
    };
    let change = sign_in_attempt::Entity::update_many()
        .col_expr(tries, Expr::col(tries).add(1))
        .filter(sign_in_attempt::Column::Id.eq(id).and(tries.lt(most)));
    Ok(change.exec(c).await?.rows_affected == 1)
}

/// Removes attempts that have been over for a while.
pub async fn remove_expired(c: &impl ConnectionTrait, before: DateTime<Utc>) -> Result<(), DbErr> {
    sign_in_attempt::Entity::delete_many().filter(sign_in_attempt::Column::ExpiresAt.lt(before)).exec(c).await?;
    Ok(())
}
