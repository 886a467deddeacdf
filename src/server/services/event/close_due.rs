use crate::{
    domain::{deed::Deed, event::EventStatus},
    server::{
        db::{audit::Entry, events, held::hold_unattended},
        services::{Act, Done, draw},
        site::Site,
    },
};

/// Closes events whose closing time has come, and freezes their lists; says how many. Pages and services know that they
/// are closed without this, from the clock.
pub async fn close_due(site: &Site) -> Done<u64> {
    let mut closed = 0;
    for id in events::list_due(site.db.read(), site.now()).await? {
        let mut act = Act::unattended(site).await?;
        let event = hold_unattended(&act.tx, id).await?;
        let due =
            event.filter(|event| event.status == EventStatus::Open && event.status_at(act.now) == EventStatus::Closed);
        let Some(event) = due else { continue };
        let event = events::close(&act.tx, event, act.now).await?;
        draw::freeze_anew(&mut act, &event, None).await?;
        act.note(Entry::of(Deed::EventCloseDue).on(id));
        act.commit().await?;
        closed += 1;
    }
    Ok(closed)
}
