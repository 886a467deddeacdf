use serde_json::json;

use crate::{
    domain::{deed::Deed, event::EventForm, event_details::EventDetails, ids::EventId, typed::Problem},
    server::{
        auth::{Action, Actor},
        db::{audit::Entry, events, pools},
        services::{Act, Done, Refused, draw},
        site::Site,
    },
};

/// Creates an event, open for requests and owned by `actor`, and publishes what its draws are bound to. Returns its id.
pub async fn create(site: &Site, actor: &Actor, form: &EventForm) -> Done<EventId> {
    let mut act = Act::by(site, actor).await?;
    act.may(Action::CreateEvent)?;
    let mut details = form.parse()?;
    let objections = details.schedule.judge(act.now, None);
    if !objections.is_empty() {
        return Err(objections.into());
    }
    choose_pool(&act, &mut details).await?;
    let public_id = site.chance.id();
    let id = events::insert(&act.tx, &details, actor.person, public_id.clone(), act.now).await?;
    draw::commit(site, &act.tx, id, &public_id).await?;
    act.note(Entry::of(Deed::EventCreate).on(id).with(json!({ "tickets": details.tickets })));
    act.commit().await?;
    Ok(id)
}

/// Settles the event's pool: the new one by its name, else the one with the id, which must exist.
pub(super) async fn choose_pool(act: &Act<'_>, details: &mut EventDetails) -> Done {
    match &details.new_pool {
        Some(name) => details.pool = pools::find_or_insert(&act.tx, name, act.now).await?,
        None if pools::exists(&act.tx, details.pool).await? => {}
        None => return Err(Refused::field("pool", Problem::NoSuchPool)),
    }
    Ok(())
}
