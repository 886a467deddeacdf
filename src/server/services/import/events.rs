use std::collections::HashMap;

use allocation::MAX_TICKETS;
use chrono::{DateTime, Utc};

use super::{
    EventName, Impossible, Oddity, Report,
    allocations::settle,
    instants::{self, Fit},
    people::People,
    requests::{self, Wanted},
    text::{line, lines, shown, whole},
};
use crate::{
    domain::{
        event::{DEFAULT_LIMIT, EventStatus, MAX_NAME, MAX_NOTES, Visibility},
        event_details::{EventDetails, Outside, SeasonChoice},
        ids::{EventId, PersonId, SeasonId},
        schedule::{Schedule, Zone},
    },
    server::{
        db::{
            import::{NewEvent, NewRequest},
            legacy::{Original, OriginalEvent, OriginalRequest},
        },
        site::Site,
    },
};

/// An event with all its requests, as ours would be.
#[derive(Clone, Debug)]
pub(super) struct Whole {
    pub event: NewEvent,
    pub requests: Vec<NewRequest>,
}

/// Reads every event of the file, in the order of their numbers, and reports what is odd about them.
pub(super) fn read(
    site: &Site,
    (original, zone): (&Original, Zone),
    season: SeasonId,
    people: &People,
    report: &mut Report,
) -> Vec<Whole> {
    let mut requests: HashMap<i64, Vec<&OriginalRequest>> = HashMap::with_capacity(original.events.len());
    for request in &original.requests {
        requests.entry(request.event_id).or_default().push(request);
    }
    let read = original.events.iter().filter_map(|row| {
        let id = i32::try_from(row.id).ok().map(EventId::new)?;
        let (owner, _) = people.get(&row.created_by)?;
        let mut event = NewEvent { id, public_id: site.chance.id(), ..event(row, zone, (*owner, season), report) };
        let rows = requests.remove(&row.id).unwrap_or_default();
        let wanted: Vec<_> = rows.into_iter().filter_map(|row| requests::read(row, &event, people, report)).collect();
        let requests = settle_event(&mut event, wanted, report);
        Some(Whole { event, requests })
    });
    let read = read.collect();
    let mut left: Vec<_> = requests.into_values().flatten().collect();
    left.sort_unstable_by_key(|request| request.id);
    report.oddities.extend(left.iter().map(|row| Oddity::EventMissing { request: row.id, event: row.event_id }));
    read
}

/// The event itself, still without public id, limit and what stands of its allocations.
fn event(row: &OriginalEvent, zone: Zone, (owner, season): (PersonId, SeasonId), report: &mut Report) -> NewEvent {
    let (name, of) = name(row, report);
    let created_at = created_at(row);
    let starts_at = match instants::local(row.event_date.as_deref(), zone) {
        Some((instant, Fit::Once)) => instant,
        Some((instant, fit)) => {
            let seen = shown(row.event_date.as_deref().unwrap_or_default());
            report.oddities.push(Oddity::Clocks { event: of.clone(), seen, twice: fit == Fit::Twice, now: instant });
            instant
        }
        None => {
            let seen = shown(row.event_date.as_deref().unwrap_or_default());
            report.oddities.push(Oddity::TimeUnreadable { event: of.clone(), seen, now: created_at });
            created_at
        }
    };
    let status = status(row, &of, report);
    let finalized_at = match instants::utc(row.finalized_at.as_deref()) {
        None if status == EventStatus::Finalized => {
            report.oddities.push(Oddity::FinalizedWithoutTime { event: of.clone(), now: created_at });
            Some(created_at)
        }
        read => read,
    };
    let notes = lines(row.notes.as_deref());
    if notes.chars().count() > MAX_NOTES {
        report.oddities.push(Oddity::LongText { event: of.clone(), whose: None, most: MAX_NOTES });
    }
    let details = EventDetails {
        schedule: Schedule { starts_at, closes_at: None, zone },
        tickets: tickets(row, &of, report),
        limit: DEFAULT_LIMIT,
        shows_before: Visibility::Numbers,
        shows_after: Visibility::Names,
        name,
        notes,
        season: SeasonChoice::This(season),
        outside: Outside::default(),
    };
    NewEvent {
        id: of.event,
        public_id: String::new(),
        owner,
        season,
        details,
        status,
        winners_line: String::new(),
        board_version: 0,
        revision: u32::from(finalized_at.is_some()),
        imported: true,
        created_at,
        closed_at: finalized_at.filter(|_| status == EventStatus::Finalized),
        finalized_at,
        cancelled_at: None,
    }
}

fn name(row: &OriginalEvent, report: &mut Report) -> (String, EventName) {
    let name = match line(row.name.as_deref(), MAX_NAME) {
        name if name.is_empty() => format!("Event {}", row.id),
        name => name,
    };
    let of = EventName { event: EventId::new(row.id.try_into().unwrap_or(0)), name: name.clone() };
    if row.name.as_deref().map(str::trim) != Some(&name) {
        report.oddities.push(Oddity::Renamed { what: format!("event {}", row.id), now: name.clone() });
    }
    (name, of)
}

/// When the event was created. The same in every run, whatever the zone: by it an imported event is known again.
fn created_at(row: &OriginalEvent) -> DateTime<Utc> {
    let read = instants::utc(row.created_at.as_deref()).or_else(|| instants::utc(row.event_date.as_deref()));
    read.unwrap_or(DateTime::UNIX_EPOCH)
}

fn status(row: &OriginalEvent, of: &EventName, report: &mut Report) -> EventStatus {
    let seen = row.status.as_deref().unwrap_or_default();
    match EventStatus::parse(seen) {
        Ok(status) if status != EventStatus::Closed => status,
        _ => {
            report.oddities.push(Oddity::StatusUnknown { event: of.clone(), seen: shown(seen) });
            EventStatus::Open
        }
    }
}

fn tickets(row: &OriginalEvent, of: &EventName, report: &mut Report) -> u32 {
    let seen = row.total_tickets.as_deref().unwrap_or_default();
    let read = whole(seen);
    let tickets = u32::try_from(read.unwrap_or(0).clamp(0, MAX_TICKETS.into())).unwrap_or(0);
    if read != Some(tickets.into()) {
        report.oddities.push(Oddity::Tickets { event: of.clone(), seen: shown(seen), now: tickets });
    }
    tickets
}

/// Decides what stands of an event's allocations, and gives it the limit its requests need.
fn settle_event(event: &mut NewEvent, wanted: Vec<Wanted>, report: &mut Report) -> Vec<NewRequest> {
    let of = EventName { event: event.id, name: event.details.name.clone() };
    let finalized = event.status == EventStatus::Finalized;
    let tickets = event.details.tickets;
    let said: Vec<_> = wanted.iter().map(|wanted| (&wanted.request.ask.tiers, &wanted.said)).collect();
    let settled = settle(finalized, tickets, &said);
    if let Some(given) = settled.over_given {
        report.oddities.push(Oddity::OverGiven { event: of.clone(), given, tickets, finalized });
    }
    let undecided = wanted.iter().filter(|wanted| wanted.said == requests::Said::Nothing).count();
    if finalized && undecided > 0 {
        report.oddities.push(Oddity::Undecided { event: of.clone(), count: undecided });
    }
    event.details.tickets = settled.tickets;
    let decided = wanted.into_iter().zip(settled.requests).map(|(wanted, stands)| {
        if stands.impossible {
            let (person, said) = (wanted.name.clone(), wanted.said.to_string());
            report.impossible.push(Impossible { event: of.clone(), person, said, tickets });
        } else if !stands.reason.is_empty() {
            let (person, given) = (wanted.name.clone(), stands.allocated.unwrap_or(0));
            report.oddities.push(Oddity::OutsideTiers { event: of.clone(), person, given });
        }
        wanted.decided(event.finalized_at, stands)
    });
    let decided: Vec<_> = decided.collect();
    event.board_version = i32::from(decided.iter().any(|request| request.allocated.is_some()));
    let first_choices = decided.iter().map(|request| request.ask.tiers.first_choice());
    event.details.limit = first_choices.fold(DEFAULT_LIMIT, u32::max);
    decided
}
