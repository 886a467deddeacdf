//! Ways back to an address that someone had: one row for each link that was mailed there. Of its token there is only the
//! hash.

use chrono::{DateTime, Utc};
use sea_orm::{
    ActiveModelTrait, ActiveValue::Set, ColumnTrait, ConnectionTrait, DbErr, EntityTrait, ExprTrait, QueryFilter,
    sea_query::Expr,
};

use super::entity::address_undo::{ActiveModel, Column, Entity, Model};
use crate::domain::ids::{AddressUndoId, PersonId};

/// A way back that can still be gone.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AddressUndo {
    pub id: AddressUndoId,
    pub person: PersonId,
    /// The address they had.
    pub email: String,
    /// Until when.
    pub expires_at: DateTime<Utc>,
}

impl From<Model> for AddressUndo {
    fn from(row: Model) -> Self {
        Self { id: row.id, person: row.user_id, email: row.email, expires_at: row.expires_at }
    }
}

/// Opens a way back, for which no link was mailed yet. Returns its id.
pub async fn open(
    c: &impl ConnectionTrait,
    person: PersonId,
    email: &str,
    expires_at: DateTime<Utc>,
) -> Result<AddressUndoId, DbErr> {
    let row = ActiveModel {
        user_id: Set(person),
        email: Set(email.to_owned()),
        expires_at: Set(expires_at),
        ..Default::default()
    };
    Ok(row.insert(c).await?.id)
}

fn usable(now: DateTime<Utc>) -> Expr {
    Column::UsedAt.is_null().and(Column::ExpiresAt.gt(now))
}

/// The way back with this id, if it can still be gone.
pub async fn find(
    c: &impl ConnectionTrait,
    id: AddressUndoId,
    now: DateTime<Utc>,
) -> Result<Option<AddressUndo>, DbErr> {
    Ok(Entity::find_by_id(id).filter(usable(now)).one(c).await?.map(AddressUndo::from))
}

/// The way back behind a link, if it can still be gone.
pub async fn find_by_token(
    c: &impl ConnectionTrait,
    token_hash: &str,
    now: DateTime<Utc>,
) -> Result<Option<AddressUndo>, DbErr> {
    let found = Entity::find().filter(Column::TokenHash.eq(token_hash).and(usable(now)));
    Ok(found.one(c).await?.map(AddressUndo::from))
}

/// The way back behind a link that is closed and would not have run out yet, and when it was closed.
pub async fn find_closed(
    c: &impl ConnectionTrait,
    token_hash: &str,
    now: DateTime<Utc>,
) -> Result<Option<(AddressUndo, DateTime<Utc>)>, DbErr> {
    let of_token = Column::TokenHash.eq(token_hash).and(Column::ExpiresAt.gt(now));
    let row = Entity::find().filter(of_token).one(c).await?;
    Ok(row.and_then(|row| Some((row.used_at?, row))).map(|(at, row)| (AddressUndo::from(row), at)))
}

/// Keeps the hash of the link that is about to be mailed. An email that is sent a second time has a link of its own beside
/// the first, which may have arrived. Says no if the way back is closed meanwhile.
pub async fn keep_token(
    c: &impl ConnectionTrait,
    id: AddressUndoId,
    token_hash: &str,
    now: DateTime<Utc>,
) -> Result<bool, DbErr> {
    let first = Entity::update_many()
        .col_expr(Column::TokenHash, Expr::value(token_hash))
        .filter(Column::Id.eq(id).and(Column::TokenHash.is_null()).and(usable(now)));
    if first.exec(c).await?.rows_affected == 1 {
        return Ok(true);
    }
    let Some(undo) = find(c, id, now).await? else { return Ok(false) };
    let row = ActiveModel {
        user_id: Set(undo.person),
        email: Set(undo.email),
        token_hash: Set(Some(token_hash.to_owned())),
        expires_at: Set(undo.expires_at),
        ..Default::default()
    };
    row.insert(c).await.map(|_| true)
}

/// Goes a way back: one conditional update, so of any number at once one wins. Says whether it was still open.
pub async fn spend(c: &impl ConnectionTrait, id: AddressUndoId, now: DateTime<Utc>) -> Result<bool, DbErr> {
    let spent = Entity::update_many().col_expr(Column::UsedAt, Expr::value(now));
    Ok(spent.filter(Column::Id.eq(id).and(usable(now))).exec(c).await?.rows_affected == 1)
}

/// Closes a person's ways back to addresses that they got at the time of this one or later: whoever went back further holds
/// the older address. Earlier ones stay.
pub async fn close_since(c: &impl ConnectionTrait, undo: &AddressUndo, now: DateTime<Utc>) -> Result<(), DbErr> {
    let later = Column::UserId.eq(undo.person).and(Column::ExpiresAt.gte(undo.expires_at));
    close(c, later, now).await
}

/// Closes all of a person's ways back.
pub async fn close_all(c: &impl ConnectionTrait, person: PersonId, now: DateTime<Utc>) -> Result<(), DbErr> {
    close(c, Column::UserId.eq(person), now).await
}

async fn close(c: &impl ConnectionTrait, which: Expr, now: DateTime<Utc>) -> Result<(), DbErr> {
    let closed = Entity::update_many().col_expr(Column::UsedAt, Expr::value(now));
    closed.filter(which.and(usable(now))).exec(c).await.map(|_| ())
}

/// Removes ways back that have run out.
pub async fn remove_expired(c: &impl ConnectionTrait, now: DateTime<Utc>) -> Result<(), DbErr> {
    Entity::delete_many().filter(Column::ExpiresAt.lte(now)).exec(c).await.map(|_| ())
}
