use serde_json::json;

use super::mark;
use crate::{
    domain::{
        deed::Deed,
        event::EventStatus,
        guest::GuestForm,
        ids::{EventId, PersonId},
    },
    error::Obstacle,
    server::{
        auth::{Action, Actor},
        db::{audit::Entry, guests, requests},
        services::{Act, Done, Refused},
        site::Site,
    },
};

/// Keeps who uses someone's tickets, in place of what was there: their own, until the event's time for that; later, and for
/// others, whoever runs the event. Says whether anything is new. The log notes that it was done, and no name.
///
/// # Errors
/// An event that is not final, or asks for no names; too late; a line that cannot be kept; names that somebody else changed since
/// the form was made.
pub async fn save(site: &Site, actor: &Actor, (id, person): (EventId, PersonId), form: &GuestForm) -> Done<bool> {
    let own = person == actor.person;
    let mut act = Act::by(site, actor).await?;
    let event = act.event(id, if own { Action::Ask } else { Action::RunEvent }).await?;
    event.must_be(EventStatus::Finalized, act.now)?;
    if !event.asks_for_guests() {
        return Err(Obstacle::GuestsOff.into());
    }
    // Whoever runs the event goes on with their own as with those of others.
    let until = if event.is_run() { event.door_closes_at() } else { event.guests_until() };
    if until <= act.now {
        return Err(Obstacle::GuestsClosed.into());
    }
    let theirs = requests::find(&act.tx, id, person).await?.filter(|request| request.withdrawn_at.is_none());
    let held = theirs.and_then(|request| request.allocated).unwrap_or(0);
    let named = form.parse(held)?;
    let kept = guests::of_person(&act.tx, id, person).await?;
    if named == kept {
        return Ok(false);
    }
    if !form.shown.is_empty() && form.shown != mark(&kept) {
        return Err(Refused::conflict());
    }
    guests::keep(&act.tx, &event, person, &named).await?;
    act.note(Entry::of(Deed::AfterGuests).on(id).about(person).with(json!({ "named": named.len(), "of": held })));
    act.commit().await?;
    Ok(true)
}
