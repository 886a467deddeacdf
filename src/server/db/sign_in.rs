//! Pairs of a link and a code, one row each: two ways in that came with one email. Everything secret is a hash.

use chrono::{DateTime, Utc};
use sea_orm::{
    ActiveModelTrait,
    ActiveValue::Set,
    ColumnTrait, ConnectionTrait, DbErr, EntityTrait, ExprTrait, QueryFilter, QueryOrder, QuerySelect,
    sea_query::{Expr, Query},
};

use super::{
    attempts::Attempt,
    entity::{sign_in_attempt, sign_in_link, user},
    people::Person,
};

use crate::domain::ids::{AttemptId, LinkId, PersonId};

/// What a link is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Purpose {
    /// Asked for on the sign-in page.
    SignIn,
    /// Sent to someone new.
    Welcome,
    /// Printed by a command.
    Command,
}

impl Purpose {
    const ALL: [Self; 3] = [Self::SignIn, Self::Welcome, Self::Command];

    /// The word used in the database and in the audit log.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::SignIn => "sign-in",
            Self::Welcome => "welcome",
            Self::Command => "command",
        }
    }
}

/// A pair to be stored. A command prints a link only.
#[derive(Clone, Debug)]
pub struct NewLink {
    pub person: PersonId,
    pub attempt: Option<AttemptId>,
    pub token_hash: String,
    pub purpose: Purpose,
    pub expires_at: DateTime<Utc>,
    /// The code's hash, and until when it can be used.
    pub code: Option<(String, DateTime<Utc>)>,
}

/// A pair of which one half can still be used, whose it is, and the attempt that asked for it.
#[derive(Clone, Debug)]
pub struct LiveLink {
    pub id: LinkId,
    pub purpose: Purpose,
    pub person: Person,
    pub attempt: Option<Attempt>,
    /// The code's hash, and until when it can be used; nothing if it was used or there is none.
    pub code: Option<(String, DateTime<Utc>)>,
}

/// Stores a pair by its hashes.
pub async fn insert(c: &impl ConnectionTrait, link: NewLink, now: DateTime<Utc>) -> Result<(), DbErr> {
    let (code_hash, code_expires_at) = link.code.unzip();
    let row = sign_in_link::ActiveModel {
        user_id: Set(link.person),
        attempt_id: Set(link.attempt),
        token_hash: Set(link.token_hash),
        purpose: Set(link.purpose.as_str().to_owned()),
        created_at: Set(now),
        expires_at: Set(link.expires_at),
        code_hash: Set(code_hash),
        code_expires_at: Set(code_expires_at),
        ..Default::default()
    };
    row.insert(c).await.map(|_| ())
}

/// Voids all but `keep` live pairs that a person was sent for asking: those that were asked for in browsers where they had signed in before
/// stay first, then the newest. So nobody can push someone's own pair out by asking in their name.
pub async fn void_surplus(
    c: &impl ConnectionTrait,
    person: PersonId,
    keep: u64,
    now: DateTime<Utc>,
) -> Result<(), DbErr> {
    let kept: Vec<LinkId> = sign_in_link::Entity::find()
        .left_join(sign_in_attempt::Entity)
        .select_only()
        .column(sign_in_link::Column::Id)
        .filter(asked_for(person, now))
        .order_by_desc(Expr::col((sign_in_attempt::Entity, sign_in_attempt::Column::Known)).if_null(false))
        .order_by_desc(sign_in_link::Column::Id)
        .limit(keep)
        .into_tuple()
        .all(c)
        .await?;
    void(c, asked_for(person, now).and(sign_in_link::Column::Id.is_not_in(kept)), now).await
}

/// Voids every live pair of a person.
pub async fn void_all(c: &impl ConnectionTrait, person: PersonId, now: DateTime<Utc>) -> Result<(), DbErr> {
    void(c, of_person(person), now).await
}

/// Voids every pair of a person but this.
pub async fn void_others(
    c: &impl ConnectionTrait,
    person: PersonId,
    link: LinkId,
    now: DateTime<Utc>,
) -> Result<(), DbErr> {
    void(c, of_person(person).and(sign_in_link::Column::Id.ne(link)), now).await
}

fn of_person(person: PersonId) -> Expr {
    sign_in_link::Column::UserId.eq(person).and(sign_in_link::Column::VoidedAt.is_null())
}

/// What a command printed, or came with the welcome, nobody can push out by asking.
fn asked_for(person: PersonId, now: DateTime<Utc>) -> Expr {
    let asked = sign_in_link::Column::Purpose.eq(Purpose::SignIn.as_str());
    sign_in_link::Column::UserId.eq(person).and(asked).and(usable(now))
}

/// Whether the link can still be used.
fn usable(now: DateTime<Utc>) -> Expr {
    let unspent = sign_in_link::Column::UsedAt.is_null().and(sign_in_link::Column::VoidedAt.is_null());
    unspent.and(sign_in_link::Column::ExpiresAt.gt(now))
}

/// Whether the code can still be used.
fn code_usable(now: DateTime<Utc>) -> Expr {
    let unspent = sign_in_link::Column::CodeUsedAt.is_null().and(sign_in_link::Column::VoidedAt.is_null());
    unspent.and(sign_in_link::Column::CodeExpiresAt.gt(now)).and(sign_in_link::Column::CodeHash.is_not_null())
}

async fn void(c: &impl ConnectionTrait, which: Expr, now: DateTime<Utc>) -> Result<(), DbErr> {
    let voided = sign_in_link::Entity::update_many().col_expr(sign_in_link::Column::VoidedAt, Expr::value(now));
    voided.filter(which).exec(c).await?;
    Ok(())
}

/// Looks at a link without touching it: usable, and its person active.
pub async fn find_live(
    c: &impl ConnectionTrait,
    token_hash: &str,
    now: DateTime<Utc>,
) -> Result<Option<LiveLink>, DbErr> {
    let found = with_owner(sign_in_link::Column::TokenHash.eq(token_hash).and(usable(now))).one(c).await?;
    found.and_then(read).transpose()
}

/// The pairs whose code the browser with this binding may use, the newest first: at most `most`, of active people.
pub async fn find_by_binding(
    c: &impl ConnectionTrait,
    binding_hash: &str,
    most: u64,
    now: DateTime<Utc>,
) -> Result<Vec<LiveLink>, DbErr> {
    let of_browser = sign_in_attempt::Column::BindingHash.eq(binding_hash).and(code_usable(now));
    let newest = with_owner(of_browser).order_by_desc(sign_in_link::Column::Id).limit(most);
    newest.all(c).await?.into_iter().filter_map(read).collect()
}

/// Whether there is a pair with this token at all, used or not, and whose it is.
pub async fn owner_of(c: &impl ConnectionTrait, token_hash: &str) -> Result<Option<PersonId>, DbErr> {
    let found = sign_in_link::Entity::find().filter(sign_in_link::Column::TokenHash.eq(token_hash)).one(c).await?;
    Ok(found.map(|link| link.user_id))
}

type Found = (sign_in_link::Model, Option<user::Model>, Option<sign_in_attempt::Model>);

fn with_owner(
    which: Expr,
) -> sea_orm::SelectThree<sign_in_link::Entity, user::Entity, sign_in_attempt::Entity, sea_orm::TopologyStar> {
    sign_in_link::Entity::find()
        .find_also_related(user::Entity)
        .find_also_related(sign_in_attempt::Entity)
        .filter(which.and(user::Column::Status.eq("active")))
}

fn read((link, person, attempt): Found) -> Option<Result<LiveLink, DbErr>> {
    let person = match Person::try_from(person?) {
        Ok(person) => person,
        Err(error) => return Some(Err(error)),
    };
    let purpose = Purpose::ALL.into_iter().find(|purpose| purpose.as_str() == link.purpose)?;
    let attempt = attempt.map(Attempt::from);
    let code = link.code_hash.zip(link.code_expires_at).filter(|_| link.code_used_at.is_none());
    Some(Ok(LiveLink { id: link.id, purpose, person, attempt, code }))
}

/// Which half of a pair is spent, and what becomes of the other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Spend {
    /// The link, in the browser that asked, or together with its code: the code is gone too.
    LinkAndCode,
    /// The link, elsewhere: the code stays for the browser that asked.
    LinkOnly,
    /// The code: the link is gone too.
    Code,
}

/// Spends a pair: one conditional update that also sees to it that its person is active. Says whether it was still there
/// to spend, so of any number at once one wins.
pub async fn spend(c: &impl ConnectionTrait, id: LinkId, how: Spend, now: DateTime<Utc>) -> Result<bool, DbErr> {
    let active =
        Query::select().column(user::Column::Id).from(user::Entity).and_where(user::Column::Status.eq("active")).take();
    let still = match how {
        Spend::LinkAndCode | Spend::LinkOnly => usable(now),
        Spend::Code => code_usable(now),
    };
    let mut change = sign_in_link::Entity::update_many();
    if how == Spend::Code {
        let used = Expr::col(sign_in_link::Column::UsedAt).if_null(Expr::value(now));
        change = change.col_expr(sign_in_link::Column::UsedAt, used);
    } else {
        change = change.col_expr(sign_in_link::Column::UsedAt, Expr::value(now));
    }
    if how != Spend::LinkOnly {
        change = change.col_expr(sign_in_link::Column::CodeUsedAt, Expr::value(now));
    }
    let which = sign_in_link::Column::Id.eq(id).and(sign_in_link::Column::UserId.in_subquery(active));
    Ok(change.filter(which.and(still)).exec(c).await?.rows_affected == 1)
}

/// Removes pairs that have been over for a while.
pub async fn remove_expired(c: &impl ConnectionTrait, before: DateTime<Utc>) -> Result<(), DbErr> {
    sign_in_link::Entity::delete_many().filter(sign_in_link::Column::ExpiresAt.lt(before)).exec(c).await?;
    Ok(())
}

impl LiveLink {
    /// The hash of its code, if that can still be used.
    pub fn code_hash(&self, now: DateTime<Utc>) -> Option<String> {
        self.code.as_ref().filter(|(_, until)| *until > now).map(|(hash, _)| hash.clone())
    }

    /// Whether the browser that holds `binding` asked for this pair.
    pub fn asked_by(&self, binding: Option<&crate::server::auth::Secret>) -> bool {
        match (&self.attempt, binding) {
            (Some(attempt), Some(binding)) => binding.has_hash(&attempt.binding_hash),
            _ => false,
        }
    }
}
