use crate::{
    domain::{event::EventStatus, ids::EventId},
    server::{
        auth::{Action, Actor},
        db::people,
        mail::{Attendee, CalendarEntry, CalendarFacts, calendar_mark},
        services::{Done, look},
        site::Site,
    },
};

/// The event as a file for the calendar of someone who may see it: the same entry as in the emails to them. Two statements.
pub async fn calendar(site: &Site, actor: &Actor, id: EventId) -> Done<String> {
    let event = look::event(site, id).await?;
    look::must(site, actor, Action::SeeEvent)?;
    let facts = CalendarFacts::of(&event, site.now());
    let cancelled = event.status == EventStatus::Canceled;
    let person = people::find(site.db.read(), actor.person).await?;
    let mark = person.map(|person| calendar_mark(&person.public_id)).unwrap_or_default();
    let of = Attendee { name: &actor.name, address: &actor.email, mark: &mark };
    let entry = CalendarEntry {
        id,
        name: &event.name,
        facts: &facts,
        zone: Some(event.schedule.zone),
        of,
        method: None,
        text: &event.notes,
        cancelled,
    };
    Ok(entry.file(&site.settings))
}
