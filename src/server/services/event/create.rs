use serde_json::json;

use super::note;
use crate::{
    domain::{event::EventForm, typed::Problem},
    error::Refusal,
    server::{
        auth::{Action, Actor, Standing, permit},
        db::{events, pools},
        services::{Done, Refused},
        site::Site,
    },
};

/// Creates an event, open for requests and owned by `actor`. Gives back its number.
pub async fn create(site: &Site, actor: &Actor, form: &EventForm) -> Done<i32> {
    if !permit(actor, Action::CreateEvent, Standing::None, site.settings.everyone_creates()) {
        return Err(Refusal::Forbidden.into());
    }
    let details = form.parse()?;
    let now = site.now();
    if details.schedule.starts_at <= now {
        return Err(Refused::field("starts", Problem::InThePast));
    }
    if details.schedule.closes_at.is_some_and(|closes_at| closes_at <= now) {
        return Err(Refused::field("closes", Problem::InThePast));
    }
    let tx = site.db.write_tx().await?;
    if !pools::exists(&tx, details.pool).await? {
        return Err(Refused::field("pool", Problem::NoSuchPool));
    }
    let number = events::insert(&tx, &details, actor.person, site.chance.id(), now).await?;
    note(site, &tx, actor, "event.create", number, json!({ "tickets": details.tickets })).await?;
    tx.commit().await?;
    Ok(number)
}
