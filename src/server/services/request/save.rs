use chrono::{DateTime, Utc};
use serde_json::json;

use crate::{
    domain::{
        event::EventStatus,
        ids::{EventId, PersonId},
        request::RequestForm,
        typed::{Problem, version},
    },
    error::{Obstacle, Refusal},
    server::{
        auth::{Action, Actor},
        db::{
            DbErr, WriteTx,
            audit::{self, Entry},
            decisions,
            events::{self, Event},
            outbox::{self, Kind, NewMessage},
            people,
            requests::{self, Asking, Request},
        },
        mail::ReceivedFacts,
        services::{Done, Refused, draw, event::permitted, mail::event_facts},
        site::Site,
    },
};

/// Stores a request: `person`'s own, or entered for them by who runs the event (which is noted).
///
/// Members ask while the event is open; organizers also while it is closed. When the numbers of a closed event's
/// request change, its allocation is undecided again and the board moves on, so that nobody allocates what they have
/// not seen.
///
/// # Errors
/// A state in which nobody may ask, a number above the event's limit, a stale version.
pub async fn save(site: &Site, actor: &Actor, id: EventId, person: PersonId, form: &RequestForm) -> Done {
    let own = person == actor.person;
    let now = site.now();
    let tx = site.db.write_tx().await?;
    let action = if own { Action::Ask } else { Action::RunEvent };
    let event = permitted(site, &tx, actor, action, id).await?;
    let status = event.status_at(now);
    may_ask(site, &tx, actor, &event, status, own).await?;
    let ask = form.parse(event.limit)?;
    let known = people::find(&tx, person).await?.filter(|person| person.active);
    known.ok_or_else(|| Refused::field("person", Problem::NoSuchPerson))?;
    let before = requests::find(&tx, id, person).await?;
    if before.as_ref().map_or(0, |before| before.version) != version(&form.version) {
        return Err(Refusal::Conflict { changes: Vec::new() }.into());
    }
    let asking = Asking { event: id, person, entered_by: (!own).then_some(actor.person), now };
    let request = match &before {
        Some(before) => {
            requests::update(&tx, before, asking, &ask).await?;
            before.id
        }
        None => requests::insert(&tx, asking, &ask).await?,
    };
    let unseen = |before: &Request| before.tiers != ask.tiers || before.withdrawn_at.is_some();
    if status == EventStatus::Closed && before.as_ref().is_none_or(unseen) {
        decisions::decide(&tx, request, (None, "", false), (actor.person, event.board_version + 1)).await?;
        events::advance_board(&tx, id, event.board_version).await?;
        if event.status == EventStatus::Closed {
            draw::freeze(site, &tx, &event, Some(actor.person)).await?;
        }
    }
    if !own {
        let details = json!({ "tiers": ask.tiers.amounts(), "before": before.as_ref().map(|b| b.tiers.amounts()) });
        let (event, person) = (Some(id), Some(person));
        audit::note(&tx, now, Entry { event, person, details, ..Entry::by(actor, "request.enter") }).await?;
    }
    let copy = own && form.copy == "on";
    if copy {
        let person = requests::find(&tx, id, person).await?.ok_or(Refusal::NotFound)?;
        outbox::insert(&tx, vec![receipt(&tx, &event, &person, now).await?], now).await?;
    }
    tx.commit().await?;
    if copy {
        site.mail_waits.notify_one();
    }
    Ok(())
}

/// The copy of a request for its author.
async fn receipt(tx: &WriteTx, event: &Event, request: &Request, now: DateTime<Utc>) -> Result<NewMessage, DbErr> {
    let facts = ReceivedFacts {
        event: event_facts(tx, event, now).await?,
        accepted: request.tiers.amounts().to_vec(),
        commitment: event.commitment.map(|(commitment, _)| commitment.to_string()),
        label: draw::label(&draw::event_label(event)?, request).to_string(),
    };
    Ok(NewMessage {
        kind: Kind::Received,
        dedupe_key: format!("received:{}:{}:{}", event.id, request.person, request.version),
        person: Some(request.person),
        event: Some(event.id),
        attempt: None,
        payload: serde_json::to_value(facts).unwrap_or_default(),
    })
}

/// Whether a request can be stored in this state: open for all, closed for who runs the event.
pub(super) async fn may_ask(
    site: &Site,
    tx: &WriteTx,
    actor: &Actor,
    event: &Event,
    status: EventStatus,
    own: bool,
) -> Done {
    match status {
        EventStatus::Open => Ok(()),
        EventStatus::Closed if !own => Ok(()),
        EventStatus::Closed => match permitted(site, tx, actor, Action::RunEvent, event.id).await {
            Ok(_) => Ok(()),
            Err(_) => Err(Obstacle::RequestsClosed.into()),
        },
        EventStatus::Finalized => Err(Obstacle::Finalized.into()),
        EventStatus::Cancelled => Err(Obstacle::Cancelled.into()),
    }
}
