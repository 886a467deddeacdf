use allocation::statement::Kind;
use serde_json::json;

use super::{announce, season};
use crate::{
    domain::{deed::Deed, event::EventStatus, ids::EventId},
    error::Refusal,
    server::{
        auth::{Action, Actor},
        db::{audit::Entry, events, requests},
        mail::messages::{CancelledFacts, CancelledMessage},
        services::{Act, Done, after, draw, mail::event_facts, statements::NewStatement},
        site::Site,
    },
};

/// Cancels an event and has everyone told who asked and can sign in.
pub async fn cancel(site: &Site, actor: &Actor, id: EventId) -> Done {
    let mut act = Act::by(site, actor).await?;
    let event = act.event(id, Action::RunEvent).await?;
    if event.status == EventStatus::Canceled {
        return Ok(());
    }
    draw::call_off(&act, &event).await?;
    after::over(&mut act, &event, "canceled").await?;
    events::set_status(&act.tx, &event, EventStatus::Canceled, act.now).await?;
    // As it is now, so that a calendar takes this for later than what it has.
    let cancelled = events::find(&act.tx, id).await?.ok_or(Refusal::NotFound)?;
    let facts = event_facts(&act.tx, &cancelled, act.now).await?;
    announce::hurry(&act, id).await?;
    let asked = requests::of_event(&act.tx, id).await?;
    let mut told = 0;
    for request in asked.iter().filter(|request| request.person_active) {
        let facts = CancelledFacts { holds: request.told > Some(0), event: facts.clone() };
        act.tell(request.person, &CancelledMessage { version: event.version, facts });
        told += 1;
    }
    act.state(NewStatement::of(Kind::Cancel, &event));
    act.note(Entry::of(Deed::EventCancel).on(id).with(json!({ "people": told })));
    act.commit().await
}

/// Takes a cancellation back: the event stands as closed, with everything it had. One that was finalized and counted in a
/// season is for those who keep it.
pub async fn uncancel(site: &Site, actor: &Actor, id: EventId) -> Done {
    let mut act = Act::by(site, actor).await?;
    let event = act.event(id, Action::RunEvent).await?;
    event.must_be(EventStatus::Canceled, act.now)?;
    // What was finalized before is reopened that way, too.
    if event.revision > 0 {
        season::must_keep(&act, &event).await?;
    }
    let event = events::close(&act.tx, event, act.now).await?;
    draw::freeze(&mut act, &event, Some(actor.person)).await?;
    announce::takes_place(&mut act, &event, actor).await?;
    act.state(NewStatement::of(Kind::Uncancel, &event));
    act.note(Entry::of(Deed::EventUncancel).on(id));
    act.commit().await
}
