use serde_json::{Value, json};

use crate::{
    domain::{
        event::EventStatus,
        ids::EventId,
        message::{Kind, Topic},
    },
    server::{
        db::{
            DbErr, emails_off,
            events::{self, Event},
            outbox::StoredMessage,
            people::Person,
            requests,
        },
        services::mail::event_facts,
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

/// Whether a message that can be turned off is still wanted by whoever it goes to, and still true, as it leaves; with its facts as
/// they are now. Why not, if not: then nothing goes out.
pub(super) async fn as_it_is(
    site: &Site,
    message: &StoredMessage,
    person: &Person,
    topic: Topic,
) -> Result<Result<Value, &'static str>, DbErr> {
    let c = site.db.read();
    let event = match message.event {
        Some(id) => match events::find(c, id).await?.filter(|event| event.deleted_at.is_none()) {
            Some(event) => Some(event),
            None => return Ok(Err(GONE)),
        },
        None => None,
    };
    if emails_off::is_off(c, person.id, topic, event.as_ref().and_then(Event::season)).await? {
        return Ok(Err(OFF));
    }
    let Some(event) = event else { return Ok(Ok(message.payload.clone())) };
    if let Some(why) = untrue(site, message, person, &event).await? {
        return Ok(Err(why));
    }
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
    Ok(Ok(payload))
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
