use chrono::{DateTime, Utc};
use serde_json::json;

use crate::{
    domain::deed::Deed,
    server::{
        db::{
            audit::Entry,
            draws, events,
            held::{Held, hold_unattended},
            request_lists,
        },
        services::{Act, Done},
        site::Site,
    },
};

/// Removes for good what was put into the trash before `before`; says how many events. What was published about the draws of
/// each stays in the audit log, in the same transaction: so no draw can be made to vanish.
pub async fn purge(site: &Site, before: DateTime<Utc>) -> Done<u64> {
    let mut purged = 0;
    for id in events::deleted_before(site.db.read(), before).await? {
        let mut act = Act::unattended(site).await?;
        let event = hold_unattended(&act.tx, id).await?;
        let Some(event) = event.filter(|event| event.deleted_at.is_some_and(|at| at < before)) else { continue };
        let stays = what_stays(&act, &event).await?;
        events::remove(&act.tx, &event).await?;
        act.note(stays);
        act.commit().await?;
        purged += 1;
    }
    Ok(purged)
}

/// The public facts of an event's draws: which event it was, the commitment, every fingerprint that was published, and
/// each draw with its code. No name of a person, and no reason, which may hold one.
async fn what_stays(act: &Act<'_>, event: &Held) -> Done<Entry> {
    let lists = request_lists::of_event(&act.tx, event.id).await?;
    let draws = draws::of_event(&act.tx, event.id).await?;
    let draws = draws.iter().map(|draw| {
        json!({
            "draw": draw.number, "rule": draw.rule.to_string(), "code": draw.code.to_string(),
            "public": draw.public_input, "tickets": draw.tickets, "at": draw.at,
        })
    });
    let published = lists.iter().flat_map(|list| {
        let further = list.further.into_iter().flat_map(|(season, ranks)| [season, ranks]);
        [list.digest].into_iter().chain(further).map(|digest| digest.to_string())
    });
    let details = json!({
        "name": event.name,
        "public_id": event.public_id,
        "starts": event.schedule.starts_at,
        "commitment": event.commitment.map(|(commitment, _)| commitment.to_string()),
        "published": event.commitment.map(|(_, at)| at),
        "fingerprints": published.collect::<Vec<_>>(),
        "draws": draws.collect::<Vec<_>>(),
    });
    Ok(Entry::of(Deed::EventPurge).on(event.id).with(details))
}
