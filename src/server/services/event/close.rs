use serde_json::json;

use super::{note, permitted};
use crate::{
    domain::{event::EventStatus, ids::EventId},
    error::Obstacle,
    server::{
        auth::{Action, Actor},
        db::events,
        services::{Done, draw},
        site::Site,
    },
};

/// Closes requests by hand: the list is frozen, its digest published. Closing what is closed already changes nothing.
pub async fn close(site: &Site, actor: &Actor, id: EventId) -> Done {
    let tx = site.db.write_tx().await?;
    let event = permitted(site, &tx, actor, Action::RunEvent, id).await?;
    match event.status {
        EventStatus::Closed => return Ok(()),
        EventStatus::Finalized => return Err(Obstacle::Finalized.into()),
        EventStatus::Cancelled => return Err(Obstacle::Cancelled.into()),
        EventStatus::Open => {}
    }
    events::set_status(&tx, id, EventStatus::Closed, site.now()).await?;
    draw::freeze_anew(site, &tx, &event, Some(actor.person)).await?;
    note(site, &tx, actor, "event.close", id, json!({})).await?;
    Ok(tx.commit().await?)
}
