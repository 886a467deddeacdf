//! Lists of requests as they were frozen: every digest that was published.

use allocation::Hash;
use chrono::{DateTime, Utc};
use sea_orm::{
    ActiveModelTrait, ActiveValue::Set, ColumnTrait, ConnectionTrait, DbErr, EntityTrait, QueryFilter, QueryOrder,
};

use super::{WriteTx, corrupt, entity::request_list, events::column, held::Held};

use crate::domain::ids::{EventId, PersonId};

/// A list that was frozen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FrozenList {
    pub digest: Hash,
    pub tickets: u32,
    pub requests: u32,
    pub at: DateTime<Utc>,
    /// Who closed requests or changed one afterwards; `None`: the closing time did.
    pub by: Option<PersonId>,
}

/// The lists of an event, first to last.
pub async fn of_event(c: &impl ConnectionTrait, event: EventId) -> Result<Vec<FrozenList>, DbErr> {
    let lists = request_list::Entity::find().filter(request_list::Column::EventId.eq(event));
    let rows = lists.order_by_asc(request_list::Column::Id).all(c).await?;
    let read = |row: request_list::Model| {
        Some(FrozenList {
            digest: Hash::parse(&row.digest)?,
            tickets: row.tickets.try_into().ok()?,
            requests: row.requests.try_into().ok()?,
            at: row.frozen_at,
            by: row.frozen_by,
        })
    };
    rows.into_iter()
        .map(|row| {
            let id = row.id;
            read(row).ok_or_else(|| corrupt("request_lists", id))
        })
        .collect()
}

/// Publishes a list.
pub async fn insert(tx: &WriteTx, event: &Held, list: &FrozenList) -> Result<(), DbErr> {
    let row = request_list::ActiveModel {
        event_id: Set(event.id),
        digest: Set(list.digest.to_string()),
        tickets: Set(column(list.tickets)),
        requests: Set(column(list.requests)),
        frozen_at: Set(list.at),
        frozen_by: Set(list.by),
        ..Default::default()
    };
    row.insert(tx).await.map(|_| ())
}
