use serde_json::json;

use crate::{
    domain::event::EventStatus,
    server::{
        db::{
            audit::{self, Entry},
            events,
        },
        services::{Done, draw},
        site::Site,
    },
};

/// Closes events whose closing time has come, and freezes their lists; says how many. Pages and services know that they
/// are closed without this, from the clock.
pub async fn close_due(site: &Site) -> Done<u64> {
    let now = site.now();
    let mut closed = 0;
    for id in events::list_due(site.db.read(), now).await? {
        let tx = site.db.write_tx().await?;
        let event = events::find_locked(&tx, id).await?;
        let due =
            event.filter(|event| event.status == EventStatus::Open && event.status_at(now) == EventStatus::Closed);
        let Some(event) = due else { continue };
        events::set_status(&tx, id, EventStatus::Closed, now).await?;
        draw::freeze_anew(site, &tx, &event, None).await?;
        let entry = Entry { action: "event.close-due", event: Some(id), details: json!({}), ..Entry::default() };
        audit::note(&tx, now, entry).await?;
        tx.commit().await?;
        closed += 1;
    }
    Ok(closed)
}
