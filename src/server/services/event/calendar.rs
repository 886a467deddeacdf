use crate::{
    domain::{event::EventStatus, ids::EventId},
    error::Refusal,
    server::{
        auth::{Action, Actor, Standing, permit},
        db::events,
        mail::{CalendarFacts, Entry},
        services::Done,
        site::Site,
    },
};

/// The event as a file for the calendar of somebody who may see it. One statement.
pub async fn calendar(site: &Site, actor: &Actor, id: EventId) -> Done<String> {
    let event = events::find(site.db.read(), id).await?;
    let event = event.filter(|event| event.deleted_at.is_none()).ok_or(Refusal::NotFound)?;
    if !permit(actor, Action::SeeEvent, Standing::None, site.settings.everyone_creates()) {
        return Err(Refusal::Forbidden.into());
    }
    let facts = CalendarFacts::of(&event, site.now());
    let cancelled = event.status == EventStatus::Cancelled;
    let entry = Entry { number: id, name: &event.name, facts: &facts, text: &event.notes, cancelled };
    Ok(entry.file(&site.settings))
}
