//! What binds an event's draws: the published hash, and the sealed secret behind it.

use allocation::Hash;
use chrono::{DateTime, Utc};
use sea_orm::{ColumnTrait, ConnectionTrait, DbErr, EntityTrait, ExprTrait, QueryFilter, QuerySelect, sea_query::Expr};

use super::entity::event;

use crate::domain::ids::EventId;

/// A sealed secret and the name of the key that opens it.
#[derive(Clone, PartialEq, Eq)]
pub struct Sealed {
    pub text: String,
    pub key: String,
}

/// Publishes a commitment for an event that has none.
pub async fn publish(
    c: &impl ConnectionTrait,
    id: EventId,
    (commitment, sealed): (Hash, Sealed),
    now: DateTime<Utc>,
) -> Result<(), DbErr> {
    let change = event::Entity::update_many()
        .col_expr(event::Column::Commitment, Expr::value(commitment.to_string()))
        .col_expr(event::Column::CommittedAt, Expr::value(now))
        .col_expr(event::Column::SealedSecret, Expr::value(sealed.text))
        .col_expr(event::Column::SealedWith, Expr::value(sealed.key));
    let missing = event::Column::Id.eq(id).and(event::Column::Commitment.is_null());
    change.filter(missing).exec(c).await.map(|_| ())
}

/// The sealed secret of an event.
pub async fn sealed(c: &impl ConnectionTrait, id: EventId) -> Result<Option<Sealed>, DbErr> {
    let columns = event::Entity::find_by_id(id).select_only();
    let found = columns.columns([event::Column::SealedSecret, event::Column::SealedWith]);
    let found: Option<(Option<String>, Option<String>)> = found.into_tuple().one(c).await?;
    Ok(found.and_then(|(text, key)| Some(Sealed { text: text?, key: key? })))
}

/// Seals a secret anew, under another key.
pub async fn reseal(c: &impl ConnectionTrait, id: EventId, sealed: Sealed) -> Result<(), DbErr> {
    let change = event::Entity::update_many()
        .col_expr(event::Column::SealedSecret, Expr::value(sealed.text))
        .col_expr(event::Column::SealedWith, Expr::value(sealed.key));
    change.filter(event::Column::Id.eq(id)).exec(c).await.map(|_| ())
}

/// Number and public id of the events whose secret is sealed with another key than this.
pub async fn not_sealed_with(c: &impl ConnectionTrait, key: &str) -> Result<Vec<(EventId, String)>, DbErr> {
    select(c, event::Column::SealedWith.ne(key)).await
}

/// Number and public id of the events that can still be drawn and have published nothing.
pub async fn missing(c: &impl ConnectionTrait) -> Result<Vec<(EventId, String)>, DbErr> {
    select(c, event::Column::Commitment.is_null().and(event::Column::Status.is_in(["open", "closed"]))).await
}

async fn select(
    c: &impl ConnectionTrait,
    condition: impl sea_orm::sea_query::IntoCondition,
) -> Result<Vec<(EventId, String)>, DbErr> {
    let columns = event::Entity::find().select_only().columns([event::Column::Id, event::Column::PublicId]);
    columns.filter(condition).into_tuple().all(c).await
}
