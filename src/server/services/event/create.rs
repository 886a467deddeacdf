use serde_json::json;

use super::note;
use crate::{
    domain::{event::EventForm, event_details::EventDetails, ids::EventId, typed::Problem},
    error::Refusal,
    server::{
        auth::{Action, Actor, Standing, permit},
        db::{WriteTx, events, pools},
        services::{Done, Refused, draw},
        site::Site,
    },
};

/// Creates an event, open for requests and owned by `actor`, and publishes what its draws are bound to. Gives back its number.
pub async fn create(site: &Site, actor: &Actor, form: &EventForm) -> Done<EventId> {
    if !permit(actor, Action::CreateEvent, Standing::None, site.settings.everyone_creates()) {
        return Err(Refusal::Forbidden.into());
    }
    let mut details = form.parse()?;
    let now = site.now();
    let objections = details.schedule.judge(now, None);
    if !objections.is_empty() {
        return Err(objections.into());
    }
    let tx = site.db.write_tx().await?;
    choose_pool(site, &tx, &mut details).await?;
    let public_id = site.chance.id();
    let id = events::insert(&tx, &details, actor.person, public_id.clone(), now).await?;
    draw::commit(site, &tx, id, &public_id).await?;
    note(site, &tx, actor, "event.create", id, json!({ "tickets": details.tickets })).await?;
    tx.commit().await?;
    Ok(id)
}

/// Settles the event's pool: the new one by its name, else the one with the number, which must exist.
pub(super) async fn choose_pool(site: &Site, tx: &WriteTx, details: &mut EventDetails) -> Done {
    match &details.new_pool {
        Some(name) => details.pool = pools::find_or_insert(tx, name, site.now()).await?,
        None if pools::exists(tx, details.pool).await? => {}
        None => return Err(Refused::field("pool", Problem::NoSuchPool)),
    }
    Ok(())
}
