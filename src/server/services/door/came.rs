use serde_json::json;

use crate::{
    domain::{
        deed::Deed,
        event::EventStatus,
        ids::{EventId, PersonId},
        typed::number,
    },
    error::{Obstacle, Refusal},
    server::{
        auth::{Action, Actor},
        db::{audit::Entry, door, requests},
        services::{Act, Done, Refused},
        site::Site,
    },
};

/// Notes how many of someone's tickets were used; empty: nobody said. Says whether that is new. The last one who says so is
/// right, of that person and of nobody else.
///
/// It counts nothing: the season goes by what people were given. The person sees it on the event's page.
///
/// # Errors
/// An event that is not theirs, or not final; too early or too late; somebody without tickets; more than they have.
pub async fn note_came(site: &Site, actor: &Actor, (id, person): (EventId, PersonId), typed: &str) -> Done<bool> {
    let mut act = Act::by(site, actor).await?;
    let event = act.event(id, Action::RunEvent).await?;
    event.must_be(EventStatus::Finalized, act.now)?;
    if !event.door_is_open(act.now) {
        return Err(Obstacle::DoorClosed.into());
    }
    let theirs = requests::find(&act.tx, id, person).await?.filter(|request| request.withdrawn_at.is_none());
    let request = theirs.filter(|request| request.allocated > Some(0)).ok_or(Refusal::NotFound)?;
    let held = request.allocated.unwrap_or(0);
    let came = match typed.trim() {
        "" => None,
        typed => Some(number(typed, 0, held).map_err(|why| Refused::field("number", why))?),
    };
    if came == request.came {
        return Ok(false);
    }
    door::note_came(&act.tx, &event, person, came).await?;
    act.note(Entry::of(Deed::AfterCame).on(id).about(person).with(json!({ "came": came, "of": held })));
    act.commit().await?;
    Ok(true)
}
