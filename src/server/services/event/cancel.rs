use serde_json::json;

use super::{note, permitted};
use crate::{
    domain::{event::EventStatus, ids::EventId},
    error::{Obstacle, Refusal},
    server::{
        auth::{Action, Actor},
        db::{
            events,
            outbox::{self, Kind, NewMessage},
            requests,
        },
        mail::CancelledFacts,
        services::{Done, draw, mail::event_facts},
        site::Site,
    },
};

/// Cancels an event and has everybody told who asked.
pub async fn cancel(site: &Site, actor: &Actor, id: EventId) -> Done {
    let now = site.now();
    let tx = site.db.write_tx().await?;
    let event = permitted(site, &tx, actor, Action::RunEvent, id).await?;
    if event.status == EventStatus::Cancelled {
        return Ok(());
    }
    events::set_status(&tx, id, EventStatus::Cancelled, now).await?;
    // As it is now, so that a calendar takes this for later than what it has.
    let cancelled = events::find(&tx, id).await?.ok_or(Refusal::NotFound)?;
    let facts = CancelledFacts { event: event_facts(&tx, &cancelled, now).await? };
    let payload = serde_json::to_value(&facts).unwrap_or_default();
    let asked = requests::of_event(&tx, id).await?;
    let messages = asked.iter().map(|request| NewMessage {
        kind: Kind::Cancelled,
        dedupe_key: format!("cancelled:{id}:{}:{}", event.version, request.person),
        person: Some(request.person),
        event: Some(id),
        attempt: None,
        payload: payload.clone(),
    });
    outbox::insert(&tx, messages, now).await?;
    note(site, &tx, actor, "event.cancel", id, json!({ "people": asked.len() })).await?;
    tx.commit().await?;
    site.mail_waits.notify_one();
    Ok(())
}

/// Takes a cancellation back: the event stands as closed, with everything it had.
pub async fn uncancel(site: &Site, actor: &Actor, id: EventId) -> Done {
    let tx = site.db.write_tx().await?;
    let event = permitted(site, &tx, actor, Action::RunEvent, id).await?;
    if event.status != EventStatus::Cancelled {
        return Err(Obstacle::NotCancelled.into());
    }
    events::set_status(&tx, id, EventStatus::Closed, site.now()).await?;
    draw::freeze(site, &tx, &event, Some(actor.person)).await?;
    note(site, &tx, actor, "event.uncancel", id, json!({})).await?;
    Ok(tx.commit().await?)
}
