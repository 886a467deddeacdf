use serde_json::json;

use super::{
    by_other::ByOther,
    save::{list_changed, may_ask, needed, state},
};
use crate::{
    domain::{
        deed::Deed,
        event::EventStatus,
        ids::{EventId, PersonId},
        request::MAX_REMOVAL_REASON,
        typed::{Problem, optional_line},
    },
    error::Refusal,
    server::{
        auth::Actor,
        db::{
            audit::Entry,
            requests::{self, Removal, Request},
        },
        mail::messages::RequestChange,
        services::{Act, Done, Refused, draw, statements::NewStatement},
        site::Site,
    },
};

/// Withdraws one's own request, or removes another's, which is told to them with the reason. It can be brought back while
/// requests can still be changed.
///
/// # Errors
/// A state in which that cannot be; no reason, where it is another's.
pub async fn withdraw(site: &Site, actor: &Actor, id: EventId, person: PersonId, reason: &str) -> Done {
    let own = person == actor.person;
    let mut act = Act::by(site, actor).await?;
    let event = act.event(id, needed(own)).await?;
    may_ask(&event, own, act.now)?;
    let reason = optional_line(reason, MAX_REMOVAL_REASON).map_err(|why| Refused::field("reason", why))?;
    if !own && reason.is_empty() {
        return Err(Refused::field("reason", Problem::Missing));
    }
    let request = requests::find(&act.tx, id, person).await?.ok_or(Refusal::NotFound)?;
    if request.withdrawn_at.is_some() {
        return Ok(());
    }
    let removal = (!own).then_some(Removal { by: actor.person, reason: &reason });
    requests::withdraw(&act.tx, &event, request.id, (removal, act.now)).await?;
    let label = draw::label(&draw::event_label(&event)?, &request);
    act.state(NewStatement::gone(&event, &label, (!own).then_some(&*reason)));
    if event.status_at(act.now) == EventStatus::Closed {
        list_changed(&mut act, &event, actor).await?;
    }
    if !own {
        let (before, now) = (Some(&request), &request.tiers);
        let done = ByOther { person, before, now, change: RequestChange::Removed, reason: &reason };
        done.tell(&mut act, &event, actor).await?;
    }
    let entry = Entry::of(Deed::RequestWithdraw).on(id).about(person);
    act.note(if own { entry } else { entry.with(json!({ "reason": reason, "had": had(&request) })) });
    act.commit().await
}

/// Brings a withdrawn request back as it was; whoever asked meanwhile came first. If it is another's, they are told.
pub async fn restore(site: &Site, actor: &Actor, id: EventId, person: PersonId) -> Done {
    let own = person == actor.person;
    let mut act = Act::by(site, actor).await?;
    let event = act.event(id, needed(own)).await?;
    may_ask(&event, own, act.now)?;
    let request = requests::find(&act.tx, id, person).await?.ok_or(Refusal::NotFound)?;
    if request.withdrawn_at.is_none() {
        return Ok(());
    }
    requests::restore(&act.tx, &event, request.id, (own, act.now)).await?;
    state(&mut act, &event, person, !own).await?;
    if event.status_at(act.now) == EventStatus::Closed {
        list_changed(&mut act, &event, actor).await?;
    }
    if !own {
        let (before, now) = (Some(&request), &request.tiers);
        let done = ByOther { person, before, now, change: RequestChange::Restored, reason: "" };
        done.tell(&mut act, &event, actor).await?;
    }
    act.note(Entry::of(Deed::RequestRestore).on(id).about(person));
    act.commit().await
}

/// What a request held that is gone with it.
fn had(request: &Request) -> serde_json::Value {
    json!({ "allocated": request.allocated, "told": request.told })
}
