//! Forms that make something, each with a token of its own: sent twice, one makes one.

use chrono::{DateTime, Utc};
use sea_orm::{ActiveValue::Set, ColumnTrait, DbErr, EntityTrait, QueryFilter, sea_query::OnConflict};

use super::{
    WriteTx,
    entity::creation::{ActiveModel, Column, Entity},
    people,
};
use crate::domain::ids::{EventId, PersonId};

/// The event that this person's form has made already. Of two that come at once the second waits for the first.
pub async fn of_form(tx: &WriteTx, person: PersonId, token: &str) -> Result<Option<EventId>, DbErr> {
    people::lock(tx, person).await?;
    Ok(Entity::find_by_id((person, token.to_owned())).one(tx).await?.map(|made| made.event_id))
}

/// Notes which event a form has made, the last one if it made several.
pub async fn note(
    tx: &WriteTx,
    person: PersonId,
    token: &str,
    event: EventId,
    now: DateTime<Utc>,
) -> Result<(), DbErr> {
    let row =
        ActiveModel { user_id: Set(person), token: Set(token.to_owned()), event_id: Set(event), created_at: Set(now) };
    let again = OnConflict::columns([Column::UserId, Column::Token])
        .update_columns([Column::EventId, Column::CreatedAt])
        .to_owned();
    Entity::insert(row).on_conflict(again).exec_without_returning(tx).await.map(|_| ())
}

/// Forgets forms from before an instant.
pub async fn remove_before(tx: &WriteTx, then: DateTime<Utc>) -> Result<(), DbErr> {
    Entity::delete_many().filter(Column::CreatedAt.lt(then)).exec(tx).await.map(|_| ())
}
