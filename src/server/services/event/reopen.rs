use serde_json::json;

use super::{note, permitted};
use crate::{
    domain::{event::EventStatus, ids::EventId},
    error::Obstacle,
    server::{
        auth::{Action, Actor},
        db::events,
        services::Done,
        site::Site,
    },
};

/// Opens requests again. A closing time that has passed is set aside: requests then close when the event begins.
///
/// # Errors
/// An event that has begun, that is finalized or cancelled.
pub async fn open_again(site: &Site, actor: &Actor, id: EventId) -> Done {
    let now = site.now();
    let tx = site.db.write_tx().await?;
    let event = permitted(site, &tx, actor, Action::RunEvent, id).await?;
    match event.status_at(now) {
        EventStatus::Open => return Ok(()),
        EventStatus::Finalized => return Err(Obstacle::Finalized.into()),
        EventStatus::Cancelled => return Err(Obstacle::Cancelled.into()),
        EventStatus::Closed if event.schedule.starts_at <= now => return Err(Obstacle::EventBegan.into()),
        EventStatus::Closed => {}
    }
    if event.schedule.requests_close_at() <= now {
        events::clear_closing_time(&tx, id).await?;
    }
    events::set_status(&tx, id, EventStatus::Open, now).await?;
    note(site, &tx, actor, "event.open-again", id, json!({})).await?;
    Ok(tx.commit().await?)
}

/// Unlocks a finalized event for changes. Erases nothing: what people were told stays beside what they are given, so
/// that finalizing again tells those whose number changed.
pub async fn reopen(site: &Site, actor: &Actor, id: EventId) -> Done {
    let tx = site.db.write_tx().await?;
    let event = permitted(site, &tx, actor, Action::RunEvent, id).await?;
    if event.status != EventStatus::Finalized {
        return Err(Obstacle::NotFinalized.into());
    }
    events::set_status(&tx, id, EventStatus::Closed, site.now()).await?;
    note(site, &tx, actor, "event.reopen", id, json!({ "revision": event.revision })).await?;
    Ok(tx.commit().await?)
}
