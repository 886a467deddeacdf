use serde_json::json;

use crate::{
    domain::event::EventStatus,
    server::{
        db::{
            audit::{self, Entry},
            events,
        },
        services::Done,
        site::Site,
    },
};

/// Writes down that events whose closing time has come are closed; says how many. Pages and services know it without
/// this, from the clock.
pub async fn close_due(site: &Site) -> Done<u64> {
    let now = site.now();
    let mut closed = 0;
    for number in events::list_due(site.db.read(), now).await? {
        let tx = site.db.write_tx().await?;
        let event = events::find_locked(&tx, number).await?;
        let due =
            event.filter(|event| event.status == EventStatus::Open && event.status_at(now) == EventStatus::Closed);
        if due.is_none() {
            continue;
        }
        events::set_status(&tx, number, EventStatus::Closed, now).await?;
        let entry = Entry { action: "event.close-due", event: Some(number), details: json!({}), ..Entry::default() };
        audit::note(&tx, now, entry).await?;
        tx.commit().await?;
        closed += 1;
    }
    Ok(closed)
}
