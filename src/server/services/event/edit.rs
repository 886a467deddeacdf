use serde_json::json;

use super::{create::choose_pool, note, permitted};
use crate::{
    domain::{
        event::{EventForm, EventStatus},
        ids::EventId,
        typed::{Problem, version},
    },
    error::{Obstacle, Refusal},
    server::{
        auth::{Action, Actor},
        db::events::{self, Event},
        services::{Done, Refused, draw},
        site::Site,
    },
};

/// Changes an event's details.
///
/// A time that stood there already may lie in the past; a new one may not. Lowering the tickets below what is given
/// is possible: the board then says how many are too many, and finalizing waits until it fits.
///
/// # Errors
/// A finalized or cancelled event, a stale version, fields that cannot be accepted.
pub async fn edit(site: &Site, actor: &Actor, id: EventId, form: &EventForm) -> Done {
    let now = site.now();
    let tx = site.db.write_tx().await?;
    let before = permitted(site, &tx, actor, Action::RunEvent, id).await?;
    match before.status {
        EventStatus::Finalized => return Err(Obstacle::Finalized.into()),
        EventStatus::Cancelled => return Err(Obstacle::Cancelled.into()),
        EventStatus::Open | EventStatus::Closed => {}
    }
    let mut details = form.parse()?;
    if before.version != version(&form.version) {
        return Err(Refusal::Conflict { changes: Vec::new() }.into());
    }
    let objections = details.schedule.judge(now, Some(&before.schedule));
    if !objections.is_empty() {
        return Err(objections.into());
    }
    let closed = before.status_at(now) == EventStatus::Closed;
    if closed && details.public_input_name != before.public_input_name {
        return Err(Refused::field("public_input_name", Problem::NamedTooLate));
    }
    choose_pool(site, &tx, &mut details).await?;
    events::update(&tx, id, &details).await?;
    if before.status == EventStatus::Closed && details.tickets != before.tickets {
        let event = Event { tickets: details.tickets, ..before.clone() };
        draw::freeze(site, &tx, &event, Some(actor.person)).await?;
    }
    let tickets = json!({ "tickets": { "before": before.tickets, "now": details.tickets } });
    note(site, &tx, actor, "event.edit", id, tickets).await?;
    Ok(tx.commit().await?)
}
