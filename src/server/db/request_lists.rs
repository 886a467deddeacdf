//! Lists of requests as they were frozen: every digest that was published.

use allocation::Hash;
use chrono::{DateTime, Utc};
use sea_orm::{
    ActiveModelTrait, ActiveValue::Set, ColumnTrait, ConnectionTrait, DbErr, EntityTrait, Iterable, QueryFilter,
    QueryOrder, QuerySelect, sea_query::Expr,
};

use super::{WriteTx, corrupt, entity::request_list, events::column, held::Held};

use crate::domain::ids::{EventId, PersonId};

/// A list that was frozen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FrozenList {
    pub digest: Hash,
    /// The digests of the season and of who asked when; in format 2 only.
    pub further: Option<(Hash, Hash)>,
    pub tickets: u32,
    pub requests: u32,
    pub at: DateTime<Utc>,
    /// Who closed requests or changed one afterwards; `None`: the closing time did.
    pub by: Option<PersonId>,
}

/// The lists of an event, first to last. The ledgers behind them, which may be long, stay where they are.
pub async fn of_event(c: &impl ConnectionTrait, event: EventId) -> Result<Vec<FrozenList>, DbErr> {
    let short = request_list::Column::iter().filter(|column| !matches!(column, request_list::Column::Season));
    let lists =
        request_list::Entity::find().select_only().columns(short).expr_as(Expr::value(None::<String>), "season");
    let lists = lists.filter(request_list::Column::EventId.eq(event));
    let rows = lists.order_by_asc(request_list::Column::Id).all(c).await?;
    let read = |row: request_list::Model| {
        Some(FrozenList {
            digest: Hash::parse(&row.digest)?,
            further: match (row.season_digest, row.ranks_digest) {
                (Some(season), Some(ranks)) => Some((Hash::parse(&season)?, Hash::parse(&ranks)?)),
                _ => None,
            },
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

/// The ledger behind the last list of an event, as it was kept.
pub async fn season(c: &impl ConnectionTrait, event: EventId) -> Result<Option<String>, DbErr> {
    let lists = request_list::Entity::find().filter(request_list::Column::EventId.eq(event));
    let last = lists.order_by_desc(request_list::Column::Id).select_only().column(request_list::Column::Season);
    Ok(last.into_tuple::<Option<String>>().one(c).await?.flatten())
}

/// Publishes a list, and keeps the ledger behind it.
pub async fn insert(tx: &WriteTx, event: &Held, list: &FrozenList, season: Option<String>) -> Result<(), DbErr> {
    let row = request_list::ActiveModel {
        event_id: Set(event.id),
        digest: Set(list.digest.to_string()),
        tickets: Set(column(list.tickets)),
        requests: Set(column(list.requests)),
        frozen_at: Set(list.at),
        frozen_by: Set(list.by),
        season_digest: Set(list.further.map(|(season, _)| season.to_string())),
        ranks_digest: Set(list.further.map(|(_, ranks)| ranks.to_string())),
        season: Set(season),
        ..Default::default()
    };
    row.insert(tx).await.map(|_| ())
}
