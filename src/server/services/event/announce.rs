use crate::{
    error::Refusal,
    server::{
        auth::Actor,
        db::{
            events::{self, Event},
            held::Held,
            requests, seasons,
        },
        mail::messages::{EventChange, EventChangedFacts, EventChangedMessage},
        services::{Act, Done, mail::event_facts},
    },
};

/// Has everyone who asked told what is not as it was, as the event stands now. Whoever did it knows. Nothing is told where
/// nothing changed.
pub(super) async fn tell(act: &mut Act<'_>, event: &Held, by: &Actor, changes: Vec<EventChange>) -> Done {
    if changes.is_empty() {
        return Ok(());
    }
    let asked = requests::of_event(&act.tx, event.id).await?;
    let others: Vec<_> = asked.iter().filter(|request| request.person != by.person && request.person_active).collect();
    if others.is_empty() {
        return Ok(());
    }
    let now = events::find(&act.tx, event.id).await?.ok_or(Refusal::NotFound)?;
    let facts = EventChangedFacts { event: event_facts(&act.tx, &now, act.now).await?, by: by.name.clone(), changes };
    let message = EventChangedMessage { version: now.version, facts };
    for request in others {
        act.tell(request.person, &message);
    }
    Ok(())
}

/// What of an event is not as people knew it, after its details were edited.
pub(super) async fn differences(act: &Act<'_>, before: &Event, now: &Event) -> Done<Vec<EventChange>> {
    let (old, new) = (&before.schedule, &now.schedule);
    let mut changes = Vec::new();
    if old.starts_at != new.starts_at {
        changes.push(EventChange::Starts { before: old.starts_at, now: new.starts_at, zone: new.zone });
    }
    if before.place != now.place {
        changes.push(EventChange::Place { before: before.place.clone(), now: now.place.clone() });
    }
    if before.ends_at != now.ends_at {
        changes.push(EventChange::Ends { now: now.ends_at, zone: new.zone });
    }
    if old.requests_close_at() != new.requests_close_at() {
        let (before, now) = (old.requests_close_at(), new.requests_close_at());
        changes.push(EventChange::Closes { before, now, zone: new.zone });
    }
    if before.tickets != now.tickets {
        changes.push(EventChange::Tickets { before: before.tickets, now: now.tickets });
    }
    if before.name != now.name {
        changes.push(EventChange::Name { before: before.name.clone(), now: now.name.clone() });
    }
    if before.season() != now.season() {
        let (before, now) = (season_name(act, before).await?, season_name(act, now).await?);
        changes.push(EventChange::Season { before, now });
    }
    if (before.shows_before, before.shows_after) != (now.shows_before, now.shows_after) {
        changes.push(EventChange::Shown);
    }
    Ok(changes)
}

/// Its name; empty where it is in none: what that is called is said to whoever reads it.
async fn season_name(act: &Act<'_>, event: &Event) -> Done<String> {
    Ok(match event.season() {
        Some(season) => seasons::name(&act.tx, season).await?,
        None => String::new(),
    })
}
