use serde_json::json;

use super::{note, permitted};
use crate::{
    domain::{
        event::{EventForm, EventStatus},
        typed::{Problem, version},
    },
    error::{Obstacle, Refusal},
    server::{
        auth::{Action, Actor},
        db::{events, pools},
        services::{Done, Refused},
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
pub async fn edit(site: &Site, actor: &Actor, number: i32, form: &EventForm) -> Done {
    let now = site.now();
    let tx = site.db.write_tx().await?;
    let before = permitted(site, &tx, actor, Action::RunEvent, number).await?;
    match before.status {
        EventStatus::Finalized => return Err(Obstacle::Finalized.into()),
        EventStatus::Cancelled => return Err(Obstacle::Cancelled.into()),
        EventStatus::Open | EventStatus::Closed => {}
    }
    let details = form.parse()?;
    if before.version != version(&form.version) {
        return Err(Refusal::Conflict { changes: Vec::new() }.into());
    }
    let (was, is) = (before.schedule, details.schedule);
    if is.starts_at != was.starts_at && is.starts_at <= now {
        return Err(Refused::field("starts", Problem::InThePast));
    }
    let closes_anew = is.closes_at != was.closes_at && before.status == EventStatus::Open;
    if closes_anew && is.closes_at.is_some_and(|closes_at| closes_at <= now) {
        return Err(Refused::field("closes", Problem::InThePast));
    }
    if !pools::exists(&tx, details.pool).await? {
        return Err(Refused::field("pool", Problem::NoSuchPool));
    }
    events::update(&tx, number, &details).await?;
    let tickets = json!({ "tickets": { "before": before.tickets, "now": details.tickets } });
    note(site, &tx, actor, "event.edit", number, tickets).await?;
    Ok(tx.commit().await?)
}
