use allocation::after::{Fields, What};
use serde_json::json;

use super::{Run, by_hand::read_reason, window::answer_until};
use crate::{
    domain::{
        deed::Deed,
        ids::{EventId, PersonId},
    },
    error::{Obstacle, Refusal},
    server::{
        auth::{Action, Actor},
        db::{audit::Entry, requests},
        services::{Act, Done},
        site::Site,
    },
};

/// Offers what is free to someone who asked and has less than they wanted, where there is no order to follow: the largest number they
/// accept that is there. They have the usual time to answer.
///
/// # Errors
/// Someone who does not run the event; an event that was drawn; someone who asked for nothing, is deactivated, or to whom something
/// is offered; nothing that is free and that they would take; no reason.
pub async fn pick(site: &Site, actor: &Actor, (id, person): (EventId, PersonId), reason: &str) -> Done {
    let mut act = Act::by(site, actor).await?;
    let event = act.event(id, Action::RunEvent).await?;
    let reason = read_reason(reason)?;
    let mut run = Run::by_hand(&mut act, &event).await?;
    run.must_have_no_line()?;
    let request = requests::find(&act.tx, id, person).await?.filter(|request| request.withdrawn_at.is_none());
    let request = request.ok_or(Refusal::NotFound)?;
    if !request.person_active {
        return Err(Obstacle::Deactivated.into());
    }
    let whose = run.label(&act, person).await?;
    let held = run.course().holder(&whose).held;
    let number = super::tools::fits(&request.tiers, held, run.course().free()).ok_or(Obstacle::TicketsGone)?;
    let until = answer_until(act.now, event.schedule.starts_at, event.schedule.zone).timestamp_millis();
    let offer = Fields::new(What::Offer, run.now(&act)).label(&whose).number(number).time(until).reason(&reason);
    run.add(&event, offer)?;
    run.keep(&mut act, &event).await?;
    act.note(Entry::of(Deed::AfterOffer).on(id).about(person).with(json!({ "number": number, "reason": reason })));
    act.commit().await
}
