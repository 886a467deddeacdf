use serde_json::json;

use super::{
    not_handed_on::tell_not,
    pass::{must_be_possible, pass},
};
use crate::{
    domain::{
        deed::Deed,
        ids::{EventId, PersonId},
        typed::line,
    },
    error::Obstacle,
    server::{
        auth::{Action, Actor},
        db::{
            after::{self, HandRequest},
            audit::Entry,
            held::Held,
        },
        mail::messages::NotHandedOnWhy,
        services::{Act, Done, Refused},
        site::Site,
    },
};

/// The longest reason, in characters.
const MAX_REASON: usize = 300;

/// Takes back what one asked to hand on, as long as nobody has answered.
///
/// # Errors
/// It was answered, or ended by itself.
pub async fn take_hand_request_back(site: &Site, actor: &Actor, id: EventId) -> Done {
    let mut act = Act::by(site, actor).await?;
    let event = act.event(id, Action::Ask).await?;
    let waits = taken(&act, &event, actor.person).await?;
    act.note(noted(Deed::AfterHandKeep, id, &waits));
    act.commit().await
}

/// Lets someone hand on what they asked to. Both are told.
///
/// # Errors
/// Not theirs to run; it was answered, taken back, or ended; the event has begun; someone who can no longer sign in; they are giving
/// tickets back this minute; more than one person may have.
pub async fn confirm_hand_request(site: &Site, actor: &Actor, id: EventId, person: PersonId) -> Done {
    let mut act = Act::by(site, actor).await?;
    let event = act.event(id, Action::RunEvent).await?;
    let waits = taken(&act, &event, person).await?;
    must_be_possible(&act, &event)?;
    if !waits.active {
        return Err(Obstacle::Deactivated.into());
    }
    if after::returning(&act.tx, id).await?.iter().any(|one| one.person == person) {
        return Err(Obstacle::ReturnUnderWay.into());
    }
    pass(&mut act, &event, (waits.person, waits.to), (waits.number, &waits.line)).await?;
    act.note(noted(Deed::AfterHand, id, &waits));
    act.commit().await
}

/// Does not let someone hand on what they asked to, and says why. They are told.
///
/// # Errors
/// Not theirs to run; no reason; it was answered, taken back, or ended.
pub async fn decline_hand_request(site: &Site, actor: &Actor, id: EventId, (person, reason): (PersonId, &str)) -> Done {
    let mut act = Act::by(site, actor).await?;
    let event = act.event(id, Action::RunEvent).await?;
    let reason = line(reason, MAX_REASON).map_err(|why| Refused::field("reason", why))?;
    let waits = taken(&act, &event, person).await?;
    let by = actor.name.clone();
    let details = json!({ "number": waits.number, "to": waits.to, "reason": reason });
    tell_not(&mut act, &event, &waits, NotHandedOnWhy::Declined { by, reason }).await?;
    act.note(Entry::of(Deed::AfterHandDecline).on(id).about(person).with(details));
    act.commit().await
}

/// What waits of someone, taken out: of two who answer at once one finds it.
async fn taken(act: &Act<'_>, event: &Held, person: PersonId) -> Done<HandRequest> {
    let waiting = after::hand_requests(&act.tx, event.id).await?;
    let waits = waiting.into_iter().find(|one| one.person == person).ok_or(Obstacle::HandOnOver)?;
    if after::take_hand_request(&act.tx, event, person).await? { Ok(waits) } else { Err(Obstacle::HandOnOver.into()) }
}

fn noted(deed: Deed, event: EventId, waits: &HandRequest) -> Entry {
    let details = json!({ "number": waits.number, "to": waits.to });
    Entry::of(deed).on(event).about(waits.person).with(details)
}
