use serde_json::json;

use super::{note, permitted};
use crate::{
    domain::ids::EventId,
    error::Refusal,
    server::{
        auth::{Action, Actor, Standing, permit},
        db::events,
        services::Done,
        site::Site,
    },
};

/// Puts an event into the bin, from which it can come back for 30 days.
pub async fn delete(site: &Site, actor: &Actor, id: EventId) -> Done {
    let tx = site.db.write_tx().await?;
    permitted(site, &tx, actor, Action::DeleteEvent, id).await?;
    events::set_deleted(&tx, id, Some(site.now())).await?;
    note(site, &tx, actor, "event.delete", id, json!({})).await?;
    Ok(tx.commit().await?)
}

/// Takes an event out of the bin, as it was.
pub async fn restore(site: &Site, actor: &Actor, id: EventId) -> Done {
    permit_bin(site, actor)?;
    let tx = site.db.write_tx().await?;
    let event = events::find_locked(&tx, id).await?;
    event.filter(|event| event.deleted_at.is_some()).ok_or(Refusal::NotFound)?;
    events::set_deleted(&tx, id, None).await?;
    note(site, &tx, actor, "event.restore", id, json!({})).await?;
    Ok(tx.commit().await?)
}

/// Only who may put any event into the bin, which is admins, gets past this.
pub(super) fn permit_bin(site: &Site, actor: &Actor) -> Done {
    if permit(actor, Action::DeleteEvent, Standing::None, site.settings.everyone_creates()) {
        Ok(())
    } else {
        Err(Refusal::Forbidden.into())
    }
}
