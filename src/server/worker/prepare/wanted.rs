use chrono::{DateTime, Utc};
use serde_json::{Value, json};

use crate::{
    domain::{
        event::EventStatus,
        ids::EventId,
        message::{Kind, Topic},
        schedule::Zone,
    },
    server::{
        db::{
            DbErr, emails_off,
            events::{self, Event},
            outbox::StoredMessage,
            people::Person,
            requests,
        },
        services::{mail::event_facts, remind::not_at_night},
        site::Site,
    },
};

const OFF: &str = "They turned these emails off.";
const GONE: &str = "The event is gone.";
const NOT_OPEN: &str = "Requests are closed.";
const MOVED: &str = "The date was moved.";
const ANSWERED: &str = "They answered meanwhile.";
const NO_TICKETS: &str = "They hold no tickets anymore.";
const TOO_LATE: &str = "It has begun.";
const NIGHT: &str = "It was held up into the night, and the morning is too late.";

/// What becomes of a message that can be turned off when its turn comes.
pub(super) enum Wanted {
    /// It is wanted, and true: its facts as they are now.
    Now(Value),
    /// It is a reminder that was held up until it was night where its reader is; it is due again then.
    InTheMorning(DateTime<Utc>),
    /// Nothing goes out; why.
    NoMore(&'static str),
}

/// Whether a message that can be turned off is still wanted by whoever it goes to, still true as it leaves, and no reminder in
/// the night.
pub(super) async fn as_it_is(
    site: &Site,
    message: &StoredMessage,
    person: &Person,
    topic: Topic,
) -> Result<Wanted, DbErr> {
    let c = site.db.read();
    let event = match message.event {
        Some(id) => match events::find(c, id).await?.filter(|event| event.deleted_at.is_none()) {
            Some(event) => Some(event),
            None => return Ok(Wanted::NoMore(GONE)),
        },
        None => None,
    };
    if emails_off::is_off(c, person.id, topic, event.as_ref().and_then(Event::season)).await? {
        return Ok(Wanted::NoMore(OFF));
    }
    if let Some(event) = &event
        && let Some(why) = untrue(site, message, person, event).await?
    {
        return Ok(Wanted::NoMore(why));
    }
    if let Some(wanted) = at_night(site, message.kind, person, event.as_ref()) {
        return Ok(wanted);
    }
    let Some(event) = event else { return Ok(Wanted::Now(message.payload.clone())) };
    let facts = event_facts(c, &event, site.now()).await?;
    let mut payload = message.payload.clone();
    if let Some(told) = payload.as_object_mut() {
        told.insert("event".to_owned(), json!(facts));
        if told.contains_key("tickets") {
            told.insert("tickets".to_owned(), json!(event.tickets));
        }
        if told.contains_key("closes_at") {
            told.insert("closes_at".to_owned(), json!(event.schedule.requests_close_at()));
        }
    }
    Ok(Wanted::Now(payload))
}

/// What becomes of a reminder at night: it leaves in the morning, if what it reminds of is still ahead then. `None`: it is day, or
/// the message is none.
fn at_night(site: &Site, kind: Kind, person: &Person, event: Option<&Event>) -> Option<Wanted> {
    let end = match (kind, event) {
        (Kind::ClosingSoon, Some(event)) => Some(event.schedule.requests_close_at()),
        (Kind::ComingUp, Some(event)) => Some(event.schedule.starts_at),
        (Kind::Digest, _) => None,
        _ => return None,
    };
    let (now, zone) = (site.now(), zone_of(site, person, event));
    let morning = not_at_night(now, zone);
    let in_time = end.is_none_or(|end| morning < end);
    (morning > now).then_some(if in_time { Wanted::InTheMorning(morning) } else { Wanted::NoMore(NIGHT) })
}

/// Where someone is, as far as is known.
fn zone_of(site: &Site, person: &Person, event: Option<&Event>) -> Zone {
    person.zone.or(event.map(|event| event.schedule.zone)).unwrap_or(site.settings.time_zone)
}

/// Why what it tells is not so anymore.
async fn untrue(
    site: &Site,
    message: &StoredMessage,
    person: &Person,
    event: &Event,
) -> Result<Option<&'static str>, DbErr> {
    let (now, schedule) = (site.now(), &event.schedule);
    let status = event.status_at(now);
    let told = |field: &str, at: chrono::DateTime<chrono::Utc>| message.payload.get(field) == Some(&json!(at));
    Ok(match message.kind {
        Kind::NewEvent | Kind::ClosingSoon if status != EventStatus::Open => Some(NOT_OPEN),
        Kind::ClosingSoon if !told("closes_at", schedule.requests_close_at()) => Some(MOVED),
        Kind::NewEvent | Kind::ClosingSoon => asked(site, event.id, person).await?.map(|_| ANSWERED),
        Kind::ComingUp if !told("starts_at", schedule.starts_at) => Some(MOVED),
        Kind::ComingUp if schedule.starts_at <= now => Some(TOO_LATE),
        Kind::ComingUp if status != EventStatus::Finalized => Some(NO_TICKETS),
        Kind::ComingUp => {
            let held = asked(site, event.id, person).await?.and_then(|request| request.told);
            (held.unwrap_or(0) == 0).then_some(NO_TICKETS)
        }
        _ => None,
    })
}

/// Their request, withdrawn or not: an answer either way.
async fn asked(site: &Site, event: EventId, person: &Person) -> Result<Option<requests::Request>, DbErr> {
    requests::find(site.db.read(), event, person.id).await
}
