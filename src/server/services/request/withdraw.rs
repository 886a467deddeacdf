use super::save::{list_changed, may_ask, needed};
use crate::{
    domain::{
        deed::Deed,
        event::EventStatus,
        ids::{EventId, PersonId},
    },
    error::Refusal,
    server::{
        auth::Actor,
        db::{audit::Entry, requests},
        services::{Act, Done},
        site::Site,
    },
};

/// Withdraws a request. It can be brought back while requests can still be changed.
pub async fn withdraw(site: &Site, actor: &Actor, id: EventId, person: PersonId) -> Done {
    change(site, actor, (id, person), true).await
}

/// Brings a withdrawn request back as it was; whoever asked meanwhile came first.
pub async fn restore(site: &Site, actor: &Actor, id: EventId, person: PersonId) -> Done {
    change(site, actor, (id, person), false).await
}

async fn change(site: &Site, actor: &Actor, (id, person): (EventId, PersonId), withdraws: bool) -> Done {
    let own = person == actor.person;
    let mut act = Act::by(site, actor).await?;
    let event = act.event(id, needed(own)).await?;
    may_ask(&event, own, act.now)?;
    let request = requests::find(&act.tx, id, person).await?.ok_or(Refusal::NotFound)?;
    if withdraws == request.withdrawn_at.is_some() {
        return Ok(());
    }
    let deed = if withdraws {
        requests::withdraw(&act.tx, &event, request.id, act.now).await?;
        Deed::RequestWithdraw
    } else {
        requests::restore(&act.tx, &event, request.id, act.now).await?;
        Deed::RequestRestore
    };
    if event.status_at(act.now) == EventStatus::Closed {
        list_changed(&act, &event, actor).await?;
    }
    act.note(Entry::of(deed).on(id).about(person));
    act.commit().await
}
