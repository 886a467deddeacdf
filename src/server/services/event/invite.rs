use chrono::{DateTime, Utc};
use serde_json::json;

use crate::{
    domain::{deed::Deed, event::EventStatus, ids::EventId},
    server::{
        auth::{Action, Actor},
        db::{
            audit::Entry,
            events::{self, Event},
            invited,
        },
        mail::messages::{InviteFacts, NewEventMessage},
        services::{Act, Done, mail::event_facts},
        site::Site,
    },
};

/// Whether everyone was told of an event, and how many would be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Invitation {
    /// They were, at this time.
    Sent(DateTime<Utc>),
    /// So many would be.
    Would(u64),
}

/// Whether everyone was told of an event that is open, and else how many would be: those who can sign in, have not answered, and
/// have not turned such emails off, without whoever looks. One statement, where they were not.
pub(super) async fn invitation(site: &Site, actor: &Actor, event: &Event) -> Done<Invitation> {
    Ok(match event.announced_at {
        Some(at) => Invitation::Sent(at),
        None => Invitation::Would(invited::count(site.db.read(), event.id, actor.person).await?),
    })
}

/// Has everyone told of an event for which tickets can be requested, once. An event that was told of stays as it is.
///
/// # Errors
/// An event that is not open.
pub async fn invite(site: &Site, actor: &Actor, id: EventId) -> Done {
    let mut act = Act::by(site, actor).await?;
    let event = act.event(id, Action::RunEvent).await?;
    if event.announced_at.is_some() {
        return Ok(());
    }
    event.must_be(EventStatus::Open, act.now)?;
    let everyone = invited::list(&act.tx, id, actor.person).await?;
    let facts = InviteFacts {
        event: event_facts(&act.tx, &event, act.now).await?,
        tickets: event.tickets,
        closes_at: event.schedule.requests_close_at(),
    };
    let message = NewEventMessage { facts };
    for person in &everyone {
        act.tell(*person, &message);
    }
    events::note_announced(&act.tx, &event, act.now).await?;
    act.note(Entry::of(Deed::EventInvite).on(id).with(json!({ "people": everyone.len() })));
    act.commit().await
}
