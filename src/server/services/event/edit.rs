use serde_json::json;

use super::create::choose_pool;
use crate::{
    domain::{
        deed::Deed,
        event::{EventForm, EventStatus},
        ids::EventId,
        typed::{Problem, version},
    },
    server::{
        auth::{Action, Actor},
        db::{
            audit::Entry,
            events::{self, Event},
        },
        services::{Act, Done, Refused, draw},
        site::Site,
    },
};

/// Changes an event's details.
///
/// A time that stood there already may lie in the past; a new one may not. Lowering the tickets below what is given
/// is possible: the board then says how many are too many, and finalizing waits until it fits.
///
/// # Errors
/// A finalized or canceled event, a stale version, fields that cannot be accepted.
pub async fn edit(site: &Site, actor: &Actor, id: EventId, form: &EventForm) -> Done {
    let mut act = Act::by(site, actor).await?;
    let before = act.event(id, Action::RunEvent).await?;
    before.must_not_be_over()?;
    let mut details = form.parse()?;
    if before.version != version(&form.version) {
        return Err(Refused::conflict());
    }
    let objections = details.schedule.judge(act.now, Some(&before.schedule));
    if !objections.is_empty() {
        return Err(objections.into());
    }
    let closed = before.status_at(act.now) == EventStatus::Closed;
    if closed && details.public_input_name != before.public_input_name {
        return Err(Refused::field("public_input_name", Problem::NamedTooLate));
    }
    choose_pool(&act, &mut details).await?;
    events::update(&act.tx, &before, &details).await?;
    let tickets = json!({ "tickets": { "before": before.tickets, "now": details.tickets } });
    if before.status == EventStatus::Closed && details.tickets != before.tickets {
        let event = before.changed(|event| Event { tickets: details.tickets, ..event });
        draw::freeze(&act, &event, Some(actor.person)).await?;
    }
    act.note(Entry::of(Deed::EventEdit).on(id).with(tickets));
    act.commit().await
}
