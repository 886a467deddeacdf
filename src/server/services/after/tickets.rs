use allocation::after::{Fields, What};
use serde_json::json;

use super::{Run, due::tell_over};
use crate::{
    domain::{deed::Deed, event::MAX_TICKETS, ids::EventId, typed::number},
    error::Refusal,
    server::{
        auth::{Action, Actor},
        db::{audit::Entry, events},
        mail::messages::{EventChange, OverWhy},
        services::{Act, Done, Refused, event::announce_now, statements::NewStatement},
        site::Site,
    },
};

/// Says how many tickets there are now, without reopening the event. More are as if somebody had given them back. Of fewer, those
/// go first that nobody has, then those on the open table, then what was offered last, whose people are told. Everyone who asked
/// hears of it.
///
/// # Errors
/// Someone who does not run the event; anything but a number, or fewer than people have.
pub async fn set_tickets(site: &Site, actor: &Actor, id: EventId, typed: &str) -> Done {
    let mut act = Act::by(site, actor).await?;
    let event = act.event(id, Action::RunEvent).await?;
    let mut run = Run::by_hand(&mut act, &event).await?;
    let tickets = number(typed, run.course().held(), MAX_TICKETS).map_err(|why| Refused::field("tickets", why))?;
    if tickets == event.tickets {
        return Ok(());
    }
    run.add(&event, Fields::new(What::Tickets, run.now(&act)).number(tickets))?;
    for (label, offer) in run.voided.clone() {
        if let Some(person) = run.person(&label) {
            tell_over(&mut act, &event, person, (offer.number, offer.since), (OverWhy::Fewer, "")).await?;
        }
    }
    run.settle(&act, &event)?;
    // First: what is kept may be no more than there is then.
    events::set_tickets(&act.tx, &event, tickets).await?;
    run.keep(&mut act, &event).await?;
    let now = events::find(&act.tx, id).await?.ok_or(Refusal::NotFound)?;
    act.state(NewStatement::commitment(&now, &site.beacon.chain));
    let change = EventChange::Tickets { before: event.tickets, now: tickets };
    announce_now(&mut act, &event, actor, change).await?;
    act.note(Entry::of(Deed::AfterTickets).on(id).with(json!({ "before": event.tickets, "now": tickets })));
    act.commit().await
}
