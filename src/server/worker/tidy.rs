use chrono::TimeDelta;

use crate::server::{
    db::{
        address_changes, address_undos, attempts, counters, creations, drafts, events::GUESTS_STAY, guests, handouts,
        limits, outbox, sessions, sign_in, sns_messages,
    },
    mail::messages,
    services::{Done, event},
    site::Site,
};

/// How long attempts and links are kept after they ran out: who comes with an old link is still recognized.
const LINKS: TimeDelta = TimeDelta::days(1);
/// How long a deleted event stays in the trash.
const TRASH: TimeDelta = TimeDelta::days(30);

/// Closes events whose time has come and removes what has run out: sessions, drafts of forms, ways in, names of guests, the trash.
pub async fn tidy(site: &Site) -> Done {
    event::close_due(site).await?;
    let now = site.now();
    let tx = site.db.write_tx().await?;
    sessions::remove_expired(&tx, now).await?;
    drafts::remove_expired(&tx, now).await?;
    sign_in::remove_expired(&tx, now - LINKS).await?;
    attempts::remove_expired(&tx, now - LINKS).await?;
    address_changes::remove_expired(&tx, now).await?;
    address_undos::remove_expired(&tx, now).await?;
    limits::remove_expired(&tx, now).await?;
    for profile in messages::profiles() {
        if let Some(age) = profile.removed_after {
            outbox::remove_over(&tx, profile.kind, now - age).await?;
        }
    }
    guests::remove_over(&tx, now - GUESTS_STAY).await?;
    creations::remove_before(&tx, now - LINKS).await?;
    counters::remove_old(&tx, now).await?;
    handouts::forget(&tx, now - GUESTS_STAY).await?;
    sns_messages::remove_before(&tx, now - LINKS).await?;
    tx.commit().await?;
    let purged = event::purge(site, now - TRASH).await?;
    if purged > 0 {
        tracing::info!(purged, "permanently deleted events from the trash");
    }
    Ok(())
}
