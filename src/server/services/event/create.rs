use serde_json::json;

use super::{edit, season};
use crate::{
    domain::{deed::Deed, event::EventForm, ids::EventId},
    server::{
        auth::{Action, Actor},
        db::{audit::Entry, creations, events},
        services::{Act, Done, after, draw},
        site::Site,
    },
};

/// Creates an event, open for requests and owned by `actor`, and publishes what its draws are bound to. Returns its id. A form that
/// has made one that stands as it was sent makes no other: it returns the id of that. One that is like another takes over what was set
/// there about the time after the result.
pub async fn create(site: &Site, actor: &Actor, form: &EventForm) -> Done<EventId> {
    let mut act = Act::by(site, actor).await?;
    act.may(Action::CreateEvent)?;
    let details = form.parse()?;
    if let Some(token) = form.token()
        && let Some(made) = creations::of_form(&act.tx, actor.person, token).await?
        && let Some(event) = events::find(&act.tx, made).await?
        && event.deleted_at.is_none()
        && edit::stands(&act, &details, &event).await?
    {
        return Ok(made);
    }
    let objections = details.judge(act.now, None);
    if !objections.is_empty() {
        return Err(objections.into());
    }
    let season = season::choose(&mut act, actor, &details.season, None).await?;
    let after = after::like(&act, EventId::parse(&form.like), &details.schedule).await?;
    let public_id = site.chance.id();
    let id = events::insert(&act.tx, (&details, season, &after), actor.person, public_id.clone(), act.now).await?;
    if let Some(token) = form.token() {
        creations::note(&act.tx, actor.person, token, id, act.now).await?;
    }
    draw::commit(&mut act, id, &public_id).await?;
    act.note(Entry::of(Deed::EventCreate).on(id).with(json!({ "tickets": details.tickets })));
    act.commit().await?;
    Ok(id)
}
