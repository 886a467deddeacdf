//! Proof that an event, or who keeps a season, may be changed.

use std::ops::Deref;

use sea_orm::{ConnectionTrait, DbBackend, EntityTrait, QuerySelect, sea_query::LockType};

use super::{
    DbErr, WriteTx,
    connect::Touched,
    entity::{event, season},
    events::Event,
    organizers,
    seasons::Season,
    stewards,
};
use crate::{
    domain::ids::{EventId, SeasonId},
    server::auth::{Action, Actor, Standing, permit},
};

/// An event whose row is locked until the transaction ends, for someone who may do what they are about to do, or for what
/// happens by itself.
///
/// Whatever changes an event, its requests or its draws asks for one, and only the functions of this file make one: a
/// change whose permission was forgotten does not compile.
#[derive(Debug)]
pub struct Held {
    event: Event,
    runs: bool,
}

/// A season whose row is locked until the transaction ends, for someone who keeps it.
#[derive(Debug)]
pub struct HeldSeason {
    season: Season,
}

/// What someone is about to do to an event or a season.
#[derive(Clone, Copy, Debug)]
pub struct Intent<'a> {
    pub actor: &'a Actor,
    pub action: Action,
    /// The setting `WHO_CREATES=everyone`.
    pub everyone_creates: bool,
}

/// Why an event or a season is not held.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotHeld {
    /// There is none, or an event does not lie where it was looked for: in the trash, or outside.
    NotThere,
    /// The action is not theirs.
    Forbidden,
}

/// Holds an event for someone. One in the trash is not there.
pub async fn hold(tx: &WriteTx, id: EventId, intent: Intent<'_>) -> Result<Result<Held, NotHeld>, DbErr> {
    let Some(event) = locked(tx, id).await?.filter(|event| event.deleted_at.is_none()) else {
        return Ok(Err(NotHeld::NotThere));
    };
    let standing = organizers::standing(tx, &event, intent.actor.person).await?;
    if !intent.is_permitted(intent.action, standing) {
        return Ok(Err(NotHeld::Forbidden));
    }
    Ok(Ok(Held { event, runs: intent.is_permitted(Action::RunEvent, standing) }))
}

/// Holds an event that lies in the trash, for someone who may do this to every event.
pub async fn hold_in_trash(tx: &WriteTx, id: EventId, intent: Intent<'_>) -> Result<Result<Held, NotHeld>, DbErr> {
    if !intent.is_permitted(intent.action, Standing::None) {
        return Ok(Err(NotHeld::Forbidden));
    }
    let event = locked(tx, id).await?.filter(|event| event.deleted_at.is_some());
    Ok(event.map(|event| Held { event, runs: true }).ok_or(NotHeld::NotThere))
}

/// Holds a season for someone. Events are added to it meanwhile: those only need it to stay.
pub async fn hold_season(tx: &WriteTx, id: SeasonId, intent: Intent<'_>) -> Result<Result<HeldSeason, NotHeld>, DbErr> {
    let mut query = season::Entity::find_by_id(id);
    if tx.get_database_backend() == DbBackend::Postgres {
        query = query.lock(LockType::NoKeyUpdate);
    }
    let Some(season) = query.one(tx).await?.map(Season::from) else { return Ok(Err(NotHeld::NotThere)) };
    let standing = stewards::standing(tx, id, intent.actor.person).await?;
    let held = intent.is_permitted(intent.action, standing).then_some(HeldSeason { season });
    Ok(held.ok_or(NotHeld::Forbidden))
}

/// Holds an event for what happens by itself: closing on time, catching up at a start. In the trash or not.
pub async fn hold_unattended(tx: &WriteTx, id: EventId) -> Result<Option<Held>, DbErr> {
    Ok(locked(tx, id).await?.map(|event| Held { event, runs: false }))
}

/// Locks the row, so that whoever comes second sees what the first made of it. (SQLite renders no lock and needs none: a
/// writing transaction is alone there from its first word.)
async fn locked(tx: &WriteTx, id: EventId) -> Result<Option<Event>, DbErr> {
    let mut query = event::Entity::find_by_id(id);
    if tx.get_database_backend() == DbBackend::Postgres {
        query = query.lock_exclusive();
    }
    let event = query.one(tx).await?.map(Event::try_from).transpose()?;
    if let Some(event) = &event {
        let counted_in = event.season().filter(|_| event.revision > 0);
        tx.touch(Touched { event: event.id, counted_in });
    }
    Ok(event)
}

impl Intent<'_> {
    fn is_permitted(&self, action: Action, standing: Standing) -> bool {
        permit(self.actor, action, standing, self.everyone_creates)
    }
}

impl Held {
    /// The same event as it is after a change that was just written.
    #[must_use]
    pub fn changed(self, change: impl FnOnce(Event) -> Event) -> Self {
        Self { event: change(self.event), ..self }
    }

    /// Whether the person it is held for runs the event.
    pub fn is_run(&self) -> bool {
        self.runs
    }
}

impl Deref for Held {
    type Target = Event;

    fn deref(&self) -> &Event {
        &self.event
    }
}

impl Deref for HeldSeason {
    type Target = Season;

    fn deref(&self) -> &Season {
        &self.season
    }
}
