use super::save::may_ask;
use crate::{
    domain::{
        event::EventStatus,
        ids::{EventId, PersonId},
    },
    error::Refusal,
    server::{
        auth::{Action, Actor},
        db::{
            audit::{self, Entry},
            events,
            requests::{self, Request},
        },
        services::{Done, draw, event::permitted},
        site::Site,
    },
};

/// Withdraws a request. It can be brought back while requests can still be changed.
pub async fn withdraw(site: &Site, actor: &Actor, id: EventId, person: PersonId) -> Done {
    change(site, actor, id, person, "request.withdraw").await
}

/// Brings a withdrawn request back as it was; whoever asked meanwhile came first.
pub async fn restore(site: &Site, actor: &Actor, id: EventId, person: PersonId) -> Done {
    change(site, actor, id, person, "request.restore").await
}

async fn change(site: &Site, actor: &Actor, id: EventId, person: PersonId, action: &'static str) -> Done {
    let own = person == actor.person;
    let now = site.now();
    let tx = site.db.write_tx().await?;
    let needed = if own { Action::Ask } else { Action::RunEvent };
    let event = permitted(site, &tx, actor, needed, id).await?;
    let status = event.status_at(now);
    may_ask(site, &tx, actor, &event, status, own).await?;
    let request: Request = requests::find(&tx, id, person).await?.ok_or(Refusal::NotFound)?;
    let withdraws = action == "request.withdraw";
    if withdraws == request.withdrawn_at.is_some() {
        return Ok(());
    }
    if withdraws {
        requests::withdraw(&tx, request.id, now).await?;
    } else {
        requests::restore(&tx, request.id, now).await?;
    }
    if status == EventStatus::Closed {
        events::advance_board(&tx, id, event.board_version).await?;
        if event.status == EventStatus::Closed {
            draw::freeze(site, &tx, &event, Some(actor.person)).await?;
        }
    }
    let entry = Entry { event: Some(id), person: Some(person), ..Entry::by(actor, action) };
    audit::note(&tx, now, entry).await?;
    Ok(tx.commit().await?)
}
