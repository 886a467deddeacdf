use crate::{
    domain::{
        event::EventStatus,
        ids::{EventId, PersonId},
    },
    error::{Obstacle, Refusal},
    server::{
        auth::{Action, Actor, permit},
        db::{
            WriteTx,
            audit::{self, Entry},
            events::{self, Event},
            organizers,
        },
        services::Done,
        site::Site,
    },
};

/// The event, locked until the transaction ends, if `actor` may do `action` to it.
///
/// # Errors
/// An event that is not there or lies in the bin; an action that is not theirs.
pub async fn permitted(site: &Site, tx: &WriteTx, actor: &Actor, action: Action, id: EventId) -> Done<Event> {
    let event = events::find_locked(tx, id).await?;
    let event = event.filter(|event| event.deleted_at.is_none()).ok_or(Refusal::NotFound)?;
    let standing = organizers::standing(tx, &event, actor.person).await?;
    if permit(actor, action, standing, site.settings.everyone_creates()) {
        Ok(event)
    } else {
        Err(Refusal::Forbidden.into())
    }
}

/// The event, locked, if it is closed and `actor` runs it.
///
/// # Errors
/// As [`permitted`]; an event in another state.
pub async fn permitted_closed(site: &Site, tx: &WriteTx, actor: &Actor, id: EventId) -> Done<Event> {
    let event = permitted(site, tx, actor, Action::RunEvent, id).await?;
    match event.status_at(site.now()) {
        EventStatus::Closed => Ok(event),
        EventStatus::Open => Err(Obstacle::RequestsOpen.into()),
        EventStatus::Finalized => Err(Obstacle::Finalized.into()),
        EventStatus::Cancelled => Err(Obstacle::Cancelled.into()),
    }
}

/// Notes what `actor` did to an event.
pub async fn note(
    site: &Site,
    tx: &WriteTx,
    actor: &Actor,
    action: &'static str,
    event: EventId,
    details: serde_json::Value,
) -> Done {
    note_about(site, tx, actor, action, (event, None), details).await
}

/// Notes what `actor` did to an event and somebody.
pub async fn note_about(
    site: &Site,
    tx: &WriteTx,
    actor: &Actor,
    action: &'static str,
    (event, person): (EventId, Option<PersonId>),
    details: serde_json::Value,
) -> Done {
    let (by, client) = (Some(actor.person), actor.client.to_string());
    let entry = Entry { actor: by, client, action, event: Some(event), person, details };
    Ok(audit::note(tx, site.now(), entry).await?)
}
