//! The messages of Amazon SNS that have come: each is believed once.

use chrono::{DateTime, Utc};
use sea_orm::{
    ColumnTrait, ConnectionTrait, DbErr, EntityTrait, PaginatorTrait, QueryFilter, Set,
    sea_query::{Expr, OnConflict},
};

use super::entity::sns_message;

/// Notes that a message has come; says whether it is the first time.
pub async fn is_new(c: &impl ConnectionTrait, id: &str, now: DateTime<Utc>) -> Result<bool, DbErr> {
    let row = sns_message::ActiveModel { id: Set(id.to_owned()), at: Set(now), taken: Set(None) };
    let once = OnConflict::column(sns_message::Column::Id).do_nothing().to_owned();
    Ok(sns_message::Entity::insert(row).on_conflict(once).exec_without_returning(c).await? == 1)
}

/// Notes that such a message says an email was taken.
pub async fn note_taken(c: &impl ConnectionTrait, id: &str, message_id: &str) -> Result<(), DbErr> {
    let change = sns_message::Entity::update_many().col_expr(sns_message::Column::Taken, Expr::value(message_id));
    change.filter(sns_message::Column::Id.eq(id)).exec(c).await.map(|_| ())
}

/// Whether the email service said, within a day, that it took the email with this `Message-ID`: for one of which nobody else knows
/// whether it left.
pub async fn was_taken(c: &impl ConnectionTrait, message_id: &str) -> Result<bool, DbErr> {
    Ok(sns_message::Entity::find().filter(sns_message::Column::Taken.eq(message_id)).count(c).await? > 0)
}

/// Forgets those from before an instant: they are too old to be believed again.
pub async fn remove_before(c: &impl ConnectionTrait, before: DateTime<Utc>) -> Result<(), DbErr> {
    sns_message::Entity::delete_many().filter(sns_message::Column::At.lt(before)).exec(c).await.map(|_| ())
}
