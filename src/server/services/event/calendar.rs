use crate::{
    domain::{event::EventStatus, ids::EventId},
    server::{
        auth::{Action, Actor},
        mail::{CalendarEntry, CalendarFacts},
        services::{Done, look},
        site::Site,
    },
};

/// The event as a file for the calendar of someone who may see it. One statement.
pub async fn calendar(site: &Site, actor: &Actor, id: EventId) -> Done<String> {
    let event = look::event(site, id).await?;
    look::must(site, actor, Action::SeeEvent)?;
    let facts = CalendarFacts::of(&event, site.now());
    let cancelled = event.status == EventStatus::Canceled;
    let entry = CalendarEntry { id, name: &event.name, facts: &facts, text: &event.notes, cancelled };
    Ok(entry.file(&site.settings))
}
