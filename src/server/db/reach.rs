//! Whom emails do not reach, and who does not want them.

use chrono::{DateTime, Utc};
use sea_orm::{
    ColumnTrait, ConnectionTrait, DbErr, EntityTrait, ExprTrait, PaginatorTrait, QueryFilter,
    sea_query::{CaseStatement, Expr, SimpleExpr},
};
use strum::{EnumString, IntoStaticStr};

use super::{entity::user, outbox::StoredMessage};
use crate::domain::{ids::PersonId, message::Kind, person::Email};

/// Why emails do not get to an address.
#[derive(Clone, Copy, Debug, PartialEq, Eq, EnumString, IntoStaticStr)]
#[strum(serialize_all = "kebab-case")]
pub enum Failing {
    /// The other side sent one back for good.
    Bounced,
    /// The other side refused one while it was handed over.
    Refused,
}

/// Notes that emails to an address fail, since now unless they did before. Says whether someone has it.
pub async fn mark_failing(
    c: &impl ConnectionTrait,
    address: &Email,
    why: Failing,
    now: DateTime<Utc>,
) -> Result<bool, DbErr> {
    let theirs = user::Column::Email.eq(address.as_str());
    fail(c, theirs.clone(), why, now).await?;
    Ok(user::Entity::find().filter(theirs).count(c).await? > 0)
}

/// Notes that the address was refused to which a message goes, where that is its person's own: what goes to one that they gave up,
/// or do not have yet, says nothing of it.
pub async fn mark_refused(c: &impl ConnectionTrait, message: &StoredMessage, now: DateTime<Utc>) -> Result<(), DbErr> {
    match (message.person, message.kind) {
        (None, _) | (_, Kind::AddressChanged | Kind::AddressUndo | Kind::AddressCode) => Ok(()),
        (Some(person), _) => fail(c, user::Column::Id.eq(person), Failing::Refused, now).await,
    }
}

async fn fail(c: &impl ConnectionTrait, who: SimpleExpr, why: Failing, now: DateTime<Utc>) -> Result<(), DbErr> {
    let why: &str = why.into();
    let change = user::Entity::update_many()
        .col_expr(user::Column::FailingSince, Expr::value(now))
        .col_expr(user::Column::FailingWhy, Expr::value(why));
    change.filter(who.and(user::Column::FailingSince.is_null())).exec(c).await.map(|_| ())
}

/// What a column says of an address, where this is the one someone has still; nothing, where they move to it: nobody knows yet
/// whether emails get there.
pub(super) fn unless_moved(column: user::Column, address: &Email) -> SimpleExpr {
    let stays = user::Column::Email.eq(address.as_str());
    CaseStatement::new().case(stays, Expr::col(column)).into()
}

/// Notes that emails get to someone: they came in by one.
pub async fn clear_failing(c: &impl ConnectionTrait, person: PersonId) -> Result<(), DbErr> {
    let change = user::Entity::update_many()
        .col_expr(user::Column::FailingSince, Expr::value(None::<DateTime<Utc>>))
        .col_expr(user::Column::FailingWhy, Expr::value(None::<String>));
    let failing = user::Column::Id.eq(person).and(user::Column::FailingSince.is_not_null());
    change.filter(failing).exec(c).await.map(|_| ())
}

/// Notes that someone called an email of this site unwanted: from then on only those leave that have to. Says whether someone has
/// the address.
pub async fn complained(c: &impl ConnectionTrait, address: &Email, now: DateTime<Utc>) -> Result<bool, DbErr> {
    let change = user::Entity::update_many().col_expr(user::Column::ComplainedAt, Expr::value(now));
    Ok(change.filter(user::Column::Email.eq(address.as_str())).exec(c).await?.rows_affected > 0)
}
