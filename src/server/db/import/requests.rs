use std::collections::HashMap;

use allocation::Tiers;
use chrono::{DateTime, Utc};
use sea_orm::{
    ActiveValue::Set, ColumnTrait, ConnectionTrait, DbErr, EntityTrait, JoinType, QueryFilter, QuerySelect,
    RelationTrait,
};

use super::CHUNK;
use crate::{
    domain::{
        ids::{EventId, PersonId, RequestId},
        request::Ask,
    },
    server::db::{
        corrupt,
        entity::{request, request_tier},
        events::column,
    },
};

/// A request to write, with what was decided about it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewRequest {
    pub event: EventId,
    pub person: PersonId,
    pub ask: Ask,
    /// The organizer who entered it for the person.
    pub entered_by: Option<PersonId>,
    /// `None`: undecided.
    pub allocated: Option<u32>,
    /// Why, for a number outside the tiers.
    pub reason: String,
    pub decided_by: Option<PersonId>,
    /// What the person was last told, and when.
    pub told: Option<u32>,
    pub told_at: Option<DateTime<Utc>>,
    /// What a former system said, where something else stands.
    pub legacy_allocated: Option<i32>,
    pub created_at: DateTime<Utc>,
    pub updated_at: DateTime<Utc>,
    pub withdrawn_at: Option<DateTime<Utc>>,
}

/// A request that is there already: as much of it as a former system can know.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StoredRequest {
    pub ask: Ask,
    pub allocated: Option<u32>,
    pub legacy_allocated: Option<i32>,
    pub withdrawn: bool,
}

/// Writes requests with their tiers. Their events and people must be there, and no request of the same two.
pub async fn insert_requests(c: &impl ConnectionTrait, requests: &[NewRequest]) -> Result<(), DbErr> {
    for some in requests.chunks(CHUNK) {
        request::Entity::insert_many(some.iter().map(row)).exec_without_returning(c).await?;
        let mut events: Vec<EventId> = some.iter().map(|request| request.event).collect();
        events.dedup();
        let ids = ids(c, &events).await?;
        let tiers = some.iter().filter_map(|request| Some((ids.get(&(request.event, request.person))?, request)));
        let tiers = tiers.flat_map(|(&id, request)| {
            let amounts = request.ask.tiers.amounts().iter();
            amounts.map(move |&amount| request_tier::ActiveModel { request_id: Set(id), amount: Set(column(amount)) })
        });
        let tiers: Vec<_> = tiers.collect();
        for some in tiers.chunks(CHUNK) {
            request_tier::Entity::insert_many(some.to_vec()).exec_without_returning(c).await?;
        }
    }
    Ok(())
}

fn row(request: &NewRequest) -> request::ActiveModel {
    request::ActiveModel {
        event_id: Set(request.event),
        user_id: Set(request.person),
        note: Set(request.ask.note.clone()),
        since: Set(request.created_at),
        version: Set(1),
        entered_by: Set(request.entered_by),
        allocated: Set(request.allocated.map(column)),
        by_hand: Set(request.allocated.is_some()),
        reason: Set(request.reason.clone()),
        decided_version: Set(i32::from(request.allocated.is_some())),
        decided_by: Set(request.decided_by),
        told: Set(request.told.map(column)),
        told_at: Set(request.told_at),
        legacy_allocated: Set(request.legacy_allocated),
        created_at: Set(request.created_at),
        updated_at: Set(request.updated_at),
        withdrawn_at: Set(request.withdrawn_at),
        ..Default::default()
    }
}

/// The numbers of all requests of these events, by event and person.
async fn ids(c: &impl ConnectionTrait, events: &[EventId]) -> Result<HashMap<(EventId, PersonId), RequestId>, DbErr> {
    let written = request::Entity::find()
        .select_only()
        .columns([request::Column::EventId, request::Column::UserId, request::Column::Id])
        .filter(request::Column::EventId.is_in(events.iter().copied()));
    let rows: Vec<(EventId, PersonId, RequestId)> = written.into_tuple().all(c).await?;
    Ok(rows.into_iter().map(|(event, person, id)| ((event, person), id)).collect())
}

/// All requests of these events, withdrawn or not, by event and person.
pub async fn find_requests(
    c: &impl ConnectionTrait,
    events: &[EventId],
) -> Result<HashMap<(EventId, PersonId), StoredRequest>, DbErr> {
    let mut found = HashMap::new();
    for some in events.chunks(CHUNK) {
        let of_some = || request::Column::EventId.is_in(some.iter().copied());
        let tiers: Vec<(RequestId, i32)> = request_tier::Entity::find()
            .select_only()
            .columns([request_tier::Column::RequestId, request_tier::Column::Amount])
            .join(JoinType::InnerJoin, request_tier::Relation::Request.def())
            .filter(of_some())
            .into_tuple()
            .all(c)
            .await?;
        let mut amounts: HashMap<RequestId, Vec<u32>> = HashMap::new();
        for (request, amount) in tiers {
            amounts.entry(request).or_default().push(u32::try_from(amount).unwrap_or(0));
        }
        for row in request::Entity::find().filter(of_some()).all(c).await? {
            let tiers = Tiers::from_set(amounts.remove(&row.id).unwrap_or_default());
            let stored = StoredRequest {
                ask: Ask { tiers: tiers.map_err(|_| corrupt("request_tiers", row.id))?, note: row.note },
                allocated: row.allocated.map(u32::try_from).transpose().map_err(|_| corrupt("requests", row.id))?,
                legacy_allocated: row.legacy_allocated,
                withdrawn: row.withdrawn_at.is_some(),
            };
            found.insert((row.event_id, row.user_id), stored);
        }
    }
    Ok(found)
}
