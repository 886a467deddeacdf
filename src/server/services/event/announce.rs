use std::collections::HashSet;

use chrono::{DateTime, TimeDelta, Utc};
use serde::Deserialize;

use crate::{
    domain::{
        ids::{EventId, PersonId},
        message::Kind,
    },
    error::Refusal,
    server::{
        auth::Actor,
        db::{
            decisions,
            events::{self, Event},
            held::Held,
            outbox::{self, StoredMessage},
            requests, seasons,
        },
        mail::messages::{EventChange, EventChangedFacts, EventChangedMessage, in_one},
        services::{Act, Done, mail::event_facts},
    },
};

/// How long a change of its details waits for what may follow: an event that is moved twice within this is told of once.
const FOLLOWS: TimeDelta = TimeDelta::minutes(10);
/// What begins this soon is told of at once.
const SOON: TimeDelta = TimeDelta::hours(2);

/// Why a message is not sent.
const TOLD_LATER: &str = "A later email tells it, too.";
const AS_IT_WAS: &str = "It is as it was before.";

/// When people are told.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Told {
    AtOnce,
    /// After a little while, in one message with what follows until then.
    WithWhatFollows,
}

/// Has everyone who asked told what is not as it was, as the event stands now. Whoever did it knows. Nothing is told where
/// nothing changed. What they were still to be told goes into the same message.
pub(super) async fn tell(act: &mut Act<'_>, event: &Held, by: &Actor, changes: Vec<EventChange>, when: Told) -> Done {
    tell_but(act, event, by, (changes, when), &HashSet::new()).await
}

/// The same of one change that follows from what was done to a result that stands.
pub(in crate::server::services) async fn announce_now(
    act: &mut Act<'_>,
    event: &Held,
    by: &Actor,
    change: EventChange,
) -> Done {
    tell(act, event, by, vec![change], Told::WithWhatFollows).await
}

/// Has everyone told who asked that a cancellation was taken back, but for those who had not been told of it: for them all is as
/// it was, and they are told neither.
pub(super) async fn takes_place(act: &mut Act<'_>, event: &Held, by: &Actor) -> Done {
    let not_told = outbox::not_left(&act.tx, event.id, Kind::Canceled).await?;
    let unaware = not_told.iter().filter_map(|message| message.person).collect();
    replace(act, not_told, AS_IT_WAS).await?;
    tell_but(act, event, by, (vec![EventChange::TakesPlace], Told::AtOnce), &unaware).await
}

async fn tell_but(
    act: &mut Act<'_>,
    event: &Held,
    by: &Actor,
    (changes, when): (Vec<EventChange>, Told),
    unaware: &HashSet<PersonId>,
) -> Done {
    if changes.is_empty() {
        return Ok(());
    }
    let asked = requests::of_event(&act.tx, event.id).await?;
    let told = |person: PersonId| person != by.person && !unaware.contains(&person);
    let others: Vec<_> = asked.iter().filter(|request| request.person_active && told(request.person)).collect();
    if others.is_empty() {
        return Ok(());
    }
    let now = events::find(&act.tx, event.id).await?.ok_or(Refusal::NotFound)?;
    let facts = EventChangedFacts {
        holds: false,
        event: event_facts(&act.tx, &now, act.now).await?,
        by: by.name.clone(),
        changes,
    };
    let people: Vec<PersonId> = others.iter().map(|request| request.person).collect();
    let earlier = Earlier::of(act, event.id, &people).await?;
    for request in others {
        let (before, due_at) = earlier.to(request.person);
        let changes = in_one(&before, &facts.changes);
        if changes.is_empty() {
            continue;
        }
        let message = EventChangedMessage {
            version: now.version,
            facts: EventChangedFacts { holds: request.told > Some(0), changes, ..facts.clone() },
        };
        let soon = now.schedule.starts_at - act.now < SOON;
        match when {
            Told::WithWhatFollows if !soon => {
                act.tell_at(request.person, &message, due_at.unwrap_or(act.now + FOLLOWS));
            }
            _ => act.tell(request.person, &message),
        }
    }
    earlier.replace(act, &facts.changes).await?;
    Ok(decisions::note_dates_told(&act.tx, event.id, &people).await?)
}

/// Has everyone told now of what they were still to be told: something else about the event follows.
pub(in crate::server::services) async fn hurry(act: &Act<'_>, event: EventId) -> Done {
    Ok(outbox::hurry(&act.tx, event, Kind::EventChanged, act.now).await?)
}

/// What these people were still to be told of an event.
struct Earlier(Vec<(StoredMessage, EventChangedFacts)>);

impl Earlier {
    async fn of(act: &Act<'_>, event: EventId, people: &[PersonId]) -> Done<Self> {
        let waiting = outbox::not_left(&act.tx, event, Kind::EventChanged).await?;
        let people: HashSet<_> = people.iter().collect();
        let theirs = |message: &StoredMessage| message.person.is_some_and(|person| people.contains(&person));
        let read = |message: StoredMessage| Some((EventChangedFacts::deserialize(&message.payload).ok()?, message));
        let waiting = waiting.into_iter().filter(theirs).filter_map(read);
        Ok(Self(waiting.map(|(facts, message)| (message, facts)).collect()))
    }

    /// What one of them was to be told, and when.
    fn to(&self, person: PersonId) -> (Vec<EventChange>, Option<DateTime<Utc>>) {
        let theirs = || self.0.iter().filter(|(message, _)| message.person == Some(person));
        let changes = theirs().fold(Vec::new(), |all, (_, facts)| in_one(&all, &facts.changes));
        (changes, theirs().map(|(message, _)| message.due_at).min())
    }

    /// Has these not sent: what they would have told is told with `later` changes, or is as it was.
    async fn replace(self, act: &Act<'_>, later: &[EventChange]) -> Done {
        let (undone, told): (Vec<_>, Vec<_>) =
            self.0.into_iter().partition(|(_, facts)| in_one(&facts.changes, later).is_empty());
        for (messages, why) in [(undone, AS_IT_WAS), (told, TOLD_LATER)] {
            replace(act, messages.into_iter().map(|(message, _)| message).collect(), why).await?;
        }
        Ok(())
    }
}

async fn replace(act: &Act<'_>, messages: Vec<StoredMessage>, why: &str) -> Done {
    if !messages.is_empty() {
        outbox::replace(&act.tx, messages.into_iter().map(|message| message.id).collect(), why).await?;
    }
    Ok(())
}

/// What of an event is not as people knew it, after its details were edited.
pub(super) async fn differences(act: &Act<'_>, before: &Event, now: &Event) -> Done<Vec<EventChange>> {
    let (old, new) = (&before.schedule, &now.schedule);
    let mut changes = Vec::new();
    if old.starts_at != new.starts_at {
        changes.push(EventChange::Starts { before: old.starts_at, now: new.starts_at, zone: new.zone });
    }
    if before.place != now.place {
        changes.push(EventChange::Place { before: before.place.clone(), now: now.place.clone() });
    }
    if before.ends_at != now.ends_at {
        changes.push(EventChange::Ends { before: before.ends_at, now: now.ends_at, zone: new.zone });
    }
    if old.requests_close_at() != new.requests_close_at() {
        let (before, now) = (old.requests_close_at(), new.requests_close_at());
        changes.push(EventChange::Closes { before, now, zone: new.zone });
    }
    if before.tickets != now.tickets {
        changes.push(EventChange::Tickets { before: before.tickets, now: now.tickets });
    }
    if before.name != now.name {
        changes.push(EventChange::Name { before: before.name.clone(), now: now.name.clone() });
    }
    if before.season() != now.season() {
        let (before, now) = (season_name(act, before).await?, season_name(act, now).await?);
        changes.push(EventChange::Season { before, now });
    }
    if (before.shows_before, before.shows_after) != (now.shows_before, now.shows_after) {
        changes.push(EventChange::Shown);
    }
    Ok(changes)
}

/// Its name; empty where it is in none: what that is called is said to whoever reads it.
async fn season_name(act: &Act<'_>, event: &Event) -> Done<String> {
    Ok(match event.season() {
        Some(season) => seasons::name(&act.tx, season).await?,
        None => String::new(),
    })
}
