//! Ways in: attempts, links, the set-up link. Everything secret is a hash.

use chrono::{DateTime, Utc};
use sea_orm::{
    ActiveModelTrait, ActiveValue::Set, ColumnTrait, ConnectionTrait, DbErr, EntityTrait, ExprTrait, QueryFilter,
    QueryOrder, QuerySelect, sea_query::Expr,
};

use super::{
    entity::{set_up_link, sign_in_attempt, sign_in_link, user},
    people::Person,
};
use crate::domain::person::Email;

/// One asking for a link.
#[derive(Clone, Debug)]
pub struct Attempt {
    pub number: i32,
    pub person: Option<i32>,
    pub binding_hash: String,
    /// Where to go after signing in: a path of ours.
    pub next: String,
}

impl From<sign_in_attempt::Model> for Attempt {
    fn from(row: sign_in_attempt::Model) -> Self {
        Self { number: row.id, person: row.user_id, binding_hash: row.binding_hash, next: row.next }
    }
}

/// What a link is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Purpose {
    /// Asked for on the sign-in page.
    SignIn,
    /// Sent to somebody new.
    Welcome,
    /// Printed by a command.
    Command,
}

impl Purpose {
    const fn as_str(self) -> &'static str {
        match self {
            Self::SignIn => "sign-in",
            Self::Welcome => "welcome",
            Self::Command => "command",
        }
    }
}

/// A link to be stored.
#[derive(Clone, Debug)]
pub struct NewLink {
    pub person: i32,
    pub attempt: Option<i32>,
    pub token_hash: String,
    pub purpose: Purpose,
    pub expires_at: DateTime<Utc>,
}

/// A link that can still be used, whose it is, and the attempt that asked for it.
#[derive(Clone, Debug)]
pub struct LiveLink {
    pub number: i32,
    pub person: Person,
    pub attempt: Option<Attempt>,
}

/// Notes an attempt; for unknown addresses `person` is `None`, everything else is the same.
pub async fn insert_attempt(
    c: &impl ConnectionTrait,
    email: &Email,
    person: Option<i32>,
    binding_hash: String,
    next: String,
    (now, expires_at): (DateTime<Utc>, DateTime<Utc>),
) -> Result<i32, DbErr> {
    let row = sign_in_attempt::ActiveModel {
        email: Set(email.as_str().to_owned()),
        user_id: Set(person),
        binding_hash: Set(binding_hash),
        next: Set(next),
        created_at: Set(now),
        expires_at: Set(expires_at),
        ..Default::default()
    };
    Ok(row.insert(c).await?.id)
}

/// The attempt with this number.
pub async fn find_attempt(c: &impl ConnectionTrait, number: i32) -> Result<Option<Attempt>, DbErr> {
    Ok(sign_in_attempt::Entity::find_by_id(number).one(c).await?.map(Attempt::from))
}

/// Stores a link by its token's hash.
pub async fn insert_link(c: &impl ConnectionTrait, link: NewLink, now: DateTime<Utc>) -> Result<(), DbErr> {
    let row = sign_in_link::ActiveModel {
        user_id: Set(link.person),
        attempt_id: Set(link.attempt),
        token_hash: Set(link.token_hash),
        purpose: Set(link.purpose.as_str().to_owned()),
        created_at: Set(now),
        expires_at: Set(link.expires_at),
        used_at: Set(None),
        voided_at: Set(None),
        ..Default::default()
    };
    row.insert(c).await.map(|_| ())
}

/// Voids all but the newest `keep` live links of a person.
pub async fn void_older_links(
    c: &impl ConnectionTrait,
    person: i32,
    keep: u64,
    now: DateTime<Utc>,
) -> Result<(), DbErr> {
    let newest: Vec<i32> = sign_in_link::Entity::find()
        .select_only()
        .column(sign_in_link::Column::Id)
        .filter(live(person, now))
        .order_by_desc(sign_in_link::Column::Id)
        .limit(keep)
        .into_tuple()
        .all(c)
        .await?;
    void(c, live(person, now).and(sign_in_link::Column::Id.is_not_in(newest)), now).await
}

/// Voids every live link of a person.
pub async fn void_links(c: &impl ConnectionTrait, person: i32, now: DateTime<Utc>) -> Result<(), DbErr> {
    void(c, live(person, now), now).await
}

/// Voids the live links that one attempt did not ask for.
pub async fn void_links_except(
    c: &impl ConnectionTrait,
    person: i32,
    link: i32,
    now: DateTime<Utc>,
) -> Result<(), DbErr> {
    void(c, live(person, now).and(sign_in_link::Column::Id.ne(link)), now).await
}

fn live(person: i32, now: DateTime<Utc>) -> sea_orm::sea_query::Expr {
    sign_in_link::Column::UserId.eq(person).and(usable(now))
}

fn usable(now: DateTime<Utc>) -> sea_orm::sea_query::Expr {
    let unspent = sign_in_link::Column::UsedAt.is_null().and(sign_in_link::Column::VoidedAt.is_null());
    unspent.and(sign_in_link::Column::ExpiresAt.gt(now))
}

async fn void(c: &impl ConnectionTrait, which: sea_orm::sea_query::Expr, now: DateTime<Utc>) -> Result<(), DbErr> {
    let voided = sign_in_link::Entity::update_many().col_expr(sign_in_link::Column::VoidedAt, Expr::value(now));
    voided.filter(which).exec(c).await?;
    Ok(())
}

/// Looks at a link without touching it: usable, and its person active.
pub async fn find_live_link(
    c: &impl ConnectionTrait,
    token_hash: &str,
    now: DateTime<Utc>,
) -> Result<Option<LiveLink>, DbErr> {
    let found = sign_in_link::Entity::find()
        .find_also_related(user::Entity)
        .find_also_related(sign_in_attempt::Entity)
        .filter(sign_in_link::Column::TokenHash.eq(token_hash).and(usable(now)))
        .filter(user::Column::Status.eq("active"))
        .one(c)
        .await?;
    match found {
        Some((link, Some(person), attempt)) => {
            Ok(Some(LiveLink { number: link.id, person: person.try_into()?, attempt: attempt.map(Attempt::from) }))
        }
        _ => Ok(None),
    }
}

/// Spends a link: one conditional update. Says whether it was still there to spend, so of any number at once one wins.
pub async fn spend_link(c: &impl ConnectionTrait, number: i32, now: DateTime<Utc>) -> Result<bool, DbErr> {
    let spent = sign_in_link::Entity::update_many()
        .col_expr(sign_in_link::Column::UsedAt, Expr::value(now))
        .filter(sign_in_link::Column::Id.eq(number).and(usable(now)))
        .exec(c)
        .await?;
    Ok(spent.rows_affected == 1)
}

/// Stores the set-up link; earlier ones are gone.
pub async fn replace_set_up_link(
    c: &impl ConnectionTrait,
    token_hash: String,
    now: DateTime<Utc>,
    expires_at: DateTime<Utc>,
) -> Result<(), DbErr> {
    set_up_link::Entity::delete_many().exec(c).await?;
    let row = set_up_link::ActiveModel {
        token_hash: Set(token_hash),
        created_at: Set(now),
        expires_at: Set(expires_at),
        used_at: Set(None),
        ..Default::default()
    };
    row.insert(c).await.map(|_| ())
}

fn usable_set_up(token_hash: &str, now: DateTime<Utc>) -> sea_orm::sea_query::Expr {
    let unspent = set_up_link::Column::TokenHash.eq(token_hash).and(set_up_link::Column::UsedAt.is_null());
    unspent.and(set_up_link::Column::ExpiresAt.gt(now))
}

/// Whether a set-up link can be used.
pub async fn set_up_link_lives(c: &impl ConnectionTrait, token_hash: &str, now: DateTime<Utc>) -> Result<bool, DbErr> {
    let found = set_up_link::Entity::find().filter(usable_set_up(token_hash, now)).one(c).await?;
    Ok(found.is_some())
}

/// Spends the set-up link; says whether it was still there to spend.
pub async fn spend_set_up_link(c: &impl ConnectionTrait, token_hash: &str, now: DateTime<Utc>) -> Result<bool, DbErr> {
    let spent = set_up_link::Entity::update_many()
        .col_expr(set_up_link::Column::UsedAt, Expr::value(now))
        .filter(usable_set_up(token_hash, now))
        .exec(c)
        .await?;
    Ok(spent.rows_affected == 1)
}

/// Removes attempts and links that have been over for a while.
pub async fn remove_expired(c: &impl ConnectionTrait, before: DateTime<Utc>) -> Result<(), DbErr> {
    sign_in_link::Entity::delete_many().filter(sign_in_link::Column::ExpiresAt.lt(before)).exec(c).await?;
    sign_in_attempt::Entity::delete_many().filter(sign_in_attempt::Column::ExpiresAt.lt(before)).exec(c).await?;
    Ok(())
}

impl LiveLink {
    /// Whether the browser that holds `binding` asked for this link.
    pub fn asked_by(&self, binding: Option<&crate::server::auth::Secret>) -> bool {
        match (&self.attempt, binding) {
            (Some(attempt), Some(binding)) => attempt.binding_hash == binding.hash(),
            _ => false,
        }
    }
}
