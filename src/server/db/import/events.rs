use std::collections::HashMap;

use chrono::{DateTime, Utc};
use sea_orm::{
    ActiveValue::Set, ColumnTrait, ConnectionTrait, DbErr, EntityTrait, QueryFilter, QueryOrder, QuerySelect,
};

use super::CHUNK;
use crate::{
    domain::{
        draw::RandomnessSource,
        event::EventStatus,
        event_details::EventDetails,
        ids::{EventId, PersonId, SeasonId},
    },
    server::db::{
        entity::event,
        events::{Event, column},
    },
};

/// An event to write, with the number it must have and what has become of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewEvent {
    pub id: EventId,
    pub public_id: String,
    pub owner: PersonId,
    /// Its season.
    pub season: SeasonId,
    pub details: EventDetails,
    pub status: EventStatus,
    pub winners_line: String,
    /// 1 once something was decided.
    pub board_version: i32,
    /// How often it was finalized.
    pub revision: u32,
    pub imported: bool,
    pub created_at: DateTime<Utc>,
    pub closed_at: Option<DateTime<Utc>>,
    /// Always there for a finalized event.
    pub finalized_at: Option<DateTime<Utc>>,
    pub cancelled_at: Option<DateTime<Utc>>,
}

/// An event that is there already, and when it was created: by that, one that was imported is known again.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StoredEvent {
    pub event: Event,
    pub created_at: DateTime<Utc>,
}

/// Writes events under their ids, which must be free.
pub async fn insert_events(c: &impl ConnectionTrait, events: impl IntoIterator<Item = NewEvent>) -> Result<(), DbErr> {
    let rows: Vec<_> = events.into_iter().map(row).collect();
    for some in rows.chunks(CHUNK) {
        event::Entity::insert_many(some.to_vec()).exec_without_returning(c).await?;
    }
    Ok(())
}

fn row(event: NewEvent) -> event::ActiveModel {
    let details = event.details;
    event::ActiveModel {
        id: Set(event.id),
        public_id: Set(event.public_id),
        pool_id: Set(event.season),
        owner_id: Set(event.owner),
        name: Set(details.name),
        starts_at: Set(details.schedule.starts_at),
        zone: Set(details.schedule.zone.name().to_owned()),
        closes_at: Set(details.schedule.closes_at),
        place: Set(details.place),
        ends_at: Set(details.ends_at),
        tickets: Set(column(details.tickets)),
        request_limit: Set(column(details.limit)),
        notes: Set(details.notes),
        shows_before: Set(details.shows_before.as_str().to_owned()),
        shows_after: Set(details.shows_after.as_str().to_owned()),
        status: Set(event.status.as_str().to_owned()),
        winners_line: Set(event.winners_line),
        version: Set(0),
        board_version: Set(event.board_version),
        revision: Set(column(event.revision)),
        imported: Set(event.imported),
        created_at: Set(event.created_at),
        draw_format: Set(2),
        closed_at: Set(event.closed_at),
        finalized_at: Set(event.finalized_at),
        cancelled_at: Set(event.cancelled_at),
        public_input_name: Set(details.outside.name),
        randomness: Set(details.outside.source.unwrap_or(RandomnessSource::None).as_str().to_owned()),
        known_at: Set(details.outside.known_at),
        ..Default::default()
    }
}

/// Those of the events that are there, in the trash or not, by id.
pub async fn find_events(c: &impl ConnectionTrait, ids: &[EventId]) -> Result<HashMap<EventId, StoredEvent>, DbErr> {
    let mut found = HashMap::new();
    for some in ids.chunks(CHUNK) {
        let rows = event::Entity::find().filter(event::Column::Id.is_in(some.iter().copied())).all(c).await?;
        for row in rows {
            let created_at = row.created_at;
            found.insert(row.id, StoredEvent { event: row.try_into()?, created_at });
        }
    }
    Ok(found)
}

/// The largest event number, in the trash or not; `None` where there is no event.
pub async fn last_event(c: &impl ConnectionTrait) -> Result<Option<EventId>, DbErr> {
    let last = event::Entity::find().select_only().column(event::Column::Id).order_by_desc(event::Column::Id);
    last.into_tuple().one(c).await
}
