//! Changes of people's own addresses that are under way: at most one a person. Of the code there is only the hash.

use chrono::{DateTime, Utc};
use sea_orm::{
    ActiveModelTrait, ActiveValue::Set, ColumnTrait, ConnectionTrait, DbErr, EntityTrait, ExprTrait, QueryFilter,
    sea_query::Expr,
};

use super::entity::address_change::{ActiveModel, Column, Entity, Model};
use crate::domain::{
    ids::{AddressChangeId, PersonId},
    person::Email,
};

/// A change that is under way.
#[derive(Clone, Debug)]
pub struct AddressChange {
    pub id: AddressChangeId,
    pub person: PersonId,
    /// The address wished for, whether someone has it or not.
    pub email: String,
    /// The hash of the code that was mailed there last, and until when it can be used.
    pub code: Option<(String, DateTime<Utc>)>,
    /// How many codes were tried.
    pub tries: u32,
    /// Until when it is under way.
    pub expires_at: DateTime<Utc>,
}

impl From<Model> for AddressChange {
    fn from(row: Model) -> Self {
        Self {
            id: row.id,
            person: row.user_id,
            email: row.email,
            code: row.code_hash.zip(row.code_expires_at),
            tries: row.tries.try_into().unwrap_or(u32::MAX),
            expires_at: row.expires_at,
        }
    }
}

impl AddressChange {
    /// The hash of its code, if that can still be used.
    pub fn code_hash(&self, now: DateTime<Utc>) -> Option<String> {
        self.code.as_ref().filter(|(_, until)| *until > now).map(|(hash, _)| hash.clone())
    }
}

/// Begins a change in place of an earlier one of this person, whose code is worth nothing from then on. Returns its id.
pub async fn begin(
    c: &impl ConnectionTrait,
    person: PersonId,
    email: &Email,
    (asked_at, expires_at): (DateTime<Utc>, DateTime<Utc>),
) -> Result<AddressChangeId, DbErr> {
    end(c, person).await?;
    let row = ActiveModel {
        user_id: Set(person),
        email: Set(email.as_str().to_owned()),
        tries: Set(0),
        asked_at: Set(asked_at),
        expires_at: Set(expires_at),
        ..Default::default()
    };
    Ok(row.insert(c).await?.id)
}

/// The change with this id, if it is still under way.
pub async fn find(
    c: &impl ConnectionTrait,
    id: AddressChangeId,
    now: DateTime<Utc>,
) -> Result<Option<AddressChange>, DbErr> {
    Ok(Entity::find_by_id(id).filter(Column::ExpiresAt.gt(now)).one(c).await?.map(AddressChange::from))
}

/// A person's change, if one is under way.
pub async fn of_person(
    c: &impl ConnectionTrait,
    person: PersonId,
    now: DateTime<Utc>,
) -> Result<Option<AddressChange>, DbErr> {
    let under_way = Column::UserId.eq(person).and(Column::ExpiresAt.gt(now));
    Ok(Entity::find().filter(under_way).one(c).await?.map(AddressChange::from))
}

/// Keeps the hash of the code that is about to be mailed; an earlier one is worth nothing from then on. Says no if the change
/// is not under way anymore.
pub async fn keep_code(
    c: &impl ConnectionTrait,
    id: AddressChangeId,
    (hash, until): (String, DateTime<Utc>),
    now: DateTime<Utc>,
) -> Result<bool, DbErr> {
    let change = Entity::update_many()
        .col_expr(Column::CodeHash, Expr::value(hash))
        .col_expr(Column::CodeExpiresAt, Expr::value(until))
        .filter(Column::Id.eq(id).and(Column::ExpiresAt.gt(now)));
    Ok(change.exec(c).await?.rows_affected == 1)
}

/// Counts a try at a code: one conditional update, so that of any number at once no more than `most` are counted. Says
/// whether there was one left.
pub async fn count_try(c: &impl ConnectionTrait, id: AddressChangeId, most: u32) -> Result<bool, DbErr> {
    let change = Entity::update_many()
        .col_expr(Column::Tries, Expr::col(Column::Tries).add(1))
        .filter(Column::Id.eq(id).and(Column::Tries.lt(most)));
    Ok(change.exec(c).await?.rows_affected == 1)
}

/// Spends the code with this hash, and with it the change: one conditional delete, so of any number at once one wins. Says
/// whether it was still there to spend.
pub async fn spend(
    c: &impl ConnectionTrait,
    id: AddressChangeId,
    hash: &str,
    now: DateTime<Utc>,
) -> Result<bool, DbErr> {
    let still = Column::Id.eq(id).and(Column::CodeHash.eq(hash)).and(Column::CodeExpiresAt.gt(now));
    Ok(Entity::delete_many().filter(still).exec(c).await?.rows_affected == 1)
}

/// Ends a person's change, if there is one.
pub async fn end(c: &impl ConnectionTrait, person: PersonId) -> Result<(), DbErr> {
    Entity::delete_many().filter(Column::UserId.eq(person)).exec(c).await.map(|_| ())
}

/// Removes changes that have run out.
pub async fn remove_expired(c: &impl ConnectionTrait, now: DateTime<Utc>) -> Result<(), DbErr> {
    Entity::delete_many().filter(Column::ExpiresAt.lte(now)).exec(c).await.map(|_| ())
}
