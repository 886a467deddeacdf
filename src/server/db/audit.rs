//! The audit log: who did what to which event or person, when.

use std::collections::{HashMap, HashSet};

use chrono::{DateTime, Utc};
use sea_orm::{
    ActiveValue::Set, ColumnTrait, ConnectionTrait, DbErr, EntityTrait, ExprTrait, QueryFilter, QueryOrder, QuerySelect,
};

use serde_json::{Value, json};

use super::entity::{audit_entry, event, request};
use crate::{
    domain::{
        deed::Deed,
        ids::{EntryId, EventId, PersonId},
    },
    server::auth::{Actor, Client},
};

/// What is noted: a deed, the event and the person it is about, and its details. Who did it, and from where, is added by
/// whoever writes it.
#[derive(Clone, Debug, PartialEq)]
pub struct Entry {
    pub deed: Deed,
    /// `None` for commands and for what happens by itself.
    pub actor: Option<PersonId>,
    /// The network it came from; empty for commands and for what happens by itself.
    pub client: String,
    pub event: Option<EventId>,
    pub person: Option<PersonId>,
    /// JSON of numbers and closed words; never a person's name, an address or a secret.
    pub details: Value,
}

impl Entry {
    /// A deed about nothing in particular, by nobody.
    pub fn of(deed: Deed) -> Self {
        Self { deed, actor: None, client: String::new(), event: None, person: None, details: json!({}) }
    }

    /// Done by someone, from where they are.
    #[must_use]
    pub fn by(self, actor: &Actor) -> Self {
        Self { actor: Some(actor.person), ..self }.from(&actor.client)
    }

    /// Done from this network.
    #[must_use]
    pub fn from(self, client: &Client) -> Self {
        Self { client: client.to_string(), ..self }
    }

    /// About this event.
    #[must_use]
    pub fn on(self, event: EventId) -> Self {
        Self { event: Some(event), ..self }
    }

    /// About this person.
    #[must_use]
    pub fn about(self, person: PersonId) -> Self {
        Self { person: Some(person), ..self }
    }

    /// With these details.
    #[must_use]
    pub fn with(self, details: Value) -> Self {
        Self { details, ..self }
    }
}

/// An entry as read back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Noted {
    pub id: EntryId,
    pub at: DateTime<Utc>,
    pub actor: Option<PersonId>,
    pub client: String,
    pub action: String,
    pub event: Option<EventId>,
    pub person: Option<PersonId>,
    pub details: String,
}

impl From<audit_entry::Model> for Noted {
    fn from(row: audit_entry::Model) -> Self {
        Self {
            id: row.id,
            at: row.at,
            actor: row.actor_id,
            client: row.client,
            action: row.action,
            event: row.event_id,
            person: row.user_id,
            details: row.details,
        }
    }
}

/// Which entries are wanted; `None` wants all.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Search {
    /// The part of an action before its dot.
    pub kind: Option<String>,
    /// Who did it, or to whom it was done.
    pub person: Option<PersonId>,
    pub event: Option<EventId>,
    pub from: Option<DateTime<Utc>>,
    /// The first instant that is too late.
    pub until: Option<DateTime<Utc>>,
    /// The first number that is too high.
    pub before: Option<EntryId>,
}

/// Writes an entry, in the transaction of what it tells.
pub async fn note(c: &impl ConnectionTrait, now: DateTime<Utc>, entry: Entry) -> Result<(), DbErr> {
    note_all(c, now, vec![entry]).await
}

/// The same with many, in their order, some hundreds a statement.
pub async fn note_all(c: &impl ConnectionTrait, now: DateTime<Utc>, entries: Vec<Entry>) -> Result<(), DbErr> {
    let rows: Vec<_> = entries.into_iter().map(|entry| row(now, entry)).collect();
    for some in rows.chunks(1_000) {
        audit_entry::Entity::insert_many(some.to_vec()).exec_without_returning(c).await?;
    }
    Ok(())
}

fn row(now: DateTime<Utc>, entry: Entry) -> audit_entry::ActiveModel {
    audit_entry::ActiveModel {
        at: Set(now),
        actor_id: Set(entry.actor),
        action: Set(entry.deed.as_str().to_owned()),
        event_id: Set(entry.event),
        user_id: Set(entry.person),
        details: Set(entry.details.to_string()),
        client: Set(entry.client),
        ..Default::default()
    }
}

/// The latest entries about an event, newest first.
pub async fn of_event(c: &impl ConnectionTrait, event: EventId, most: u64) -> Result<Vec<Noted>, DbErr> {
    let of_event = audit_entry::Entity::find().filter(audit_entry::Column::EventId.eq(event));
    let rows = of_event.order_by_desc(audit_entry::Column::Id).limit(most).all(c).await?;
    Ok(rows.into_iter().map(Noted::from).collect())
}

/// The latest entries that are wanted, newest first.
pub async fn search(c: &impl ConnectionTrait, search: &Search, most: u64) -> Result<Vec<Noted>, DbErr> {
    use audit_entry::Column;
    let of_person = |person: PersonId| Column::ActorId.eq(person).or(Column::UserId.eq(person));
    let wanted = [
        search.kind.as_ref().map(|kind| Column::Action.like(format!("{kind}.%"))),
        search.person.map(of_person),
        search.event.map(|event| Column::EventId.eq(event)),
        search.from.map(|from| Column::At.gte(from)),
        search.until.map(|until| Column::At.lt(until)),
        search.before.map(|before| Column::Id.lt(before)),
    ];
    let mut query = audit_entry::Entity::find().order_by_desc(Column::Id).limit(most);
    for wanted in wanted.into_iter().flatten() {
        query = query.filter(wanted);
    }
    Ok(query.all(c).await?.into_iter().map(Noted::from).collect())
}

/// When the latest entry was written.
pub async fn latest(c: &impl ConnectionTrait) -> Result<Option<DateTime<Utc>>, DbErr> {
    let latest = audit_entry::Entity::find().order_by_desc(audit_entry::Column::Id).one(c).await?;
    Ok(latest.map(|entry| entry.at))
}

/// The names of events by their ids, and whether they are there to be seen: not in the trash.
pub async fn event_names(
    c: &impl ConnectionTrait,
    ids: impl IntoIterator<Item = EventId>,
) -> Result<HashMap<EventId, (String, bool)>, DbErr> {
    let wanted: HashSet<EventId> = ids.into_iter().collect();
    let columns = [event::Column::Id, event::Column::Name, event::Column::DeletedAt];
    let query = event::Entity::find().select_only().columns(columns).filter(event::Column::Id.is_in(wanted));
    let rows: Vec<(EventId, String, Option<DateTime<Utc>>)> = query.into_tuple().all(c).await?;
    Ok(rows.into_iter().map(|(id, name, deleted)| (id, (name, deleted.is_none()))).collect())
}

/// Why people were given numbers outside of what they said, or that were not drawn: by event, person, and the version of the board
/// that gave it.
pub type Reasons = HashMap<(EventId, PersonId, i32), String>;

/// The reasons that stand in the requests for these events.
pub async fn reasons(c: &impl ConnectionTrait, events: impl IntoIterator<Item = EventId>) -> Result<Reasons, DbErr> {
    use request::Column;
    let events: HashSet<EventId> = events.into_iter().collect();
    if events.is_empty() {
        return Ok(Reasons::new());
    }
    let those = request::Entity::find().filter(Column::EventId.is_in(events).and(Column::Reason.ne("")));
    let rows = those.all(c).await?;
    Ok(rows.into_iter().map(|row| ((row.event_id, row.user_id, row.decided_version), row.reason)).collect())
}
