use std::collections::HashMap;

use chrono::{DateTime, Utc};

use super::{Difference, EventName, ImportError, Report, Taken, events::Whole, people::People};
use crate::{
    domain::{
        event::EventStatus,
        ids::{EventId, PersonId},
    },
    server::db::{
        ConnectionTrait,
        events::status_at,
        import::{
            NewEvent, NewRequest, StoredEvent, StoredRequest, find_events, find_requests, insert_events,
            insert_requests,
        },
        stewards,
    },
};

/// Writes the events and requests that are not here yet and counts those that are. Who owns an event that is new here is a
/// steward of its season.
///
/// # Errors
/// Names every number that another event has here.
pub(super) async fn bring(
    c: &impl ConnectionTrait,
    read: Vec<Whole>,
    people: &People,
    now: DateTime<Utc>,
    report: &mut Report,
) -> Result<(), ImportError> {
    let ids: Vec<EventId> = read.iter().map(|whole| whole.event.id).collect();
    let here = find_events(c, &ids).await?;
    let taken: Vec<Taken> = read.iter().filter_map(|whole| taken(&here, &whole.event)).collect();
    if !taken.is_empty() {
        return Err(ImportError::NumbersTaken(taken));
    }
    let again: Vec<EventId> = ids.into_iter().filter(|id| here.contains_key(id)).collect();
    let requests_here = find_requests(c, &again).await?;
    let names: HashMap<PersonId, &str> = people.values().map(|(id, name)| (*id, name.as_str())).collect();
    let (mut events, mut requests) = (Vec::new(), Vec::new());
    for whole in read {
        let Some(stored) = here.get(&whole.event.id) else {
            report.events.new += 1;
            events.push(whole.event);
            requests.extend(whole.requests);
            continue;
        };
        let of = EventName { event: stored.event.id, name: stored.event.name.clone() };
        let what = different(stored, &whole.event, now);
        report.events.found(what.is_empty());
        if !what.is_empty() {
            report.differences.push(Difference::Event { event: of.clone(), what });
        }
        let open = stored.event.deleted_at.is_none() && stored.event.status_at(now) == EventStatus::Open;
        let open = open && whole.event.status == EventStatus::Open;
        for request in whole.requests {
            let person = || names.get(&request.person).copied().unwrap_or_default().to_owned();
            match requests_here.get(&(request.event, request.person)) {
                Some(stored) if same_request(stored, &request) => report.requests.found(true),
                Some(_) => {
                    report.differences.push(Difference::Request { event: of.clone(), person: person() });
                    report.requests.found(false);
                }
                None if open => requests.push(undecided(request)),
                None => {
                    report.differences.push(Difference::TooLate { event: of.clone(), person: person() });
                    report.requests.found(false);
                }
            }
        }
    }
    report.requests.new += requests.len();
    let keep: Vec<_> = events.iter().map(|event| (event.season, event.owner, event.created_at)).collect();
    insert_events(c, events).await?;
    stewards::insert_all(c, keep).await?;
    insert_requests(c, &requests).await?;
    Ok(())
}

/// Whether the number belongs to an event that did not come from the same row.
fn taken(here: &HashMap<EventId, StoredEvent>, event: &NewEvent) -> Option<Taken> {
    let stored = here.get(&event.id)?;
    let same = stored.event.imported && stored.created_at == event.created_at;
    (!same).then(|| Taken { event: event.id, here: stored.event.name.clone(), there: event.details.name.clone() })
}

/// What an event says differently here and there. That time has closed it is no difference.
fn different(stored: &StoredEvent, event: &NewEvent, now: DateTime<Utc>) -> Vec<&'static str> {
    let (here, there) = (&stored.event, &event.details);
    let differs = [
        ("name", here.name != there.name),
        ("time", here.schedule.starts_at != there.schedule.starts_at),
        ("zone", here.schedule.zone != there.schedule.zone),
        ("tickets", here.tickets != there.tickets),
        ("notes", here.notes != there.notes),
        ("state", here.status_at(now) != status_at(event.status, &there.schedule, now)),
    ];
    differs.into_iter().filter_map(|(what, differs)| differs.then_some(what)).collect()
}

fn same_request(stored: &StoredRequest, request: &NewRequest) -> bool {
    stored.ask == request.ask
        && stored.allocated == request.allocated
        && stored.legacy_allocated == request.legacy_allocated
        && stored.withdrawn == request.withdrawn_at.is_some()
}

/// A request for an event that goes on here: what the original's draft gave it does not count among ours.
fn undecided(request: NewRequest) -> NewRequest {
    NewRequest { allocated: None, reason: String::new(), told: None, told_at: None, ..request }
}
