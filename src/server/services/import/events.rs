use std::collections::HashMap;

use allocation::MAX_TICKETS;
use chrono::{DateTime, Utc};

use super::{
    EventName, Impossible, Oddity, Report,
    allocations::settle,
    instants::{self, Fit},
    people::{People, Who},
    requests::{self, Wanted},
    text::{is_line, line, lines, loses, shown_or_null, whole},
};
use crate::{
    domain::{
        event::{DEFAULT_LIMIT, EventStatus, MAX_NAME, MAX_NOTES, Visibility},
        event_details::{EventDetails, Outside, SeasonChoice},
        ids::{EventId, PersonId, SeasonId},
        schedule::{Schedule, Zone, is_too_far_ahead},
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
    let mut left = Vec::new();
    for request in &original.requests {
        match request.event.is {
            Some(event) => requests.entry(event).or_default().push(request),
            None => left.push(request),
        }
    }
    let mut read = Vec::with_capacity(original.events.len());
    for row in one_each(&original.events, report) {
        let (Some(id), Some((owner, _))) = (number(row), people.get(&Who::of(&row.created_by))) else { continue };
        let told = event(row, id, zone, (*owner, season, site.now()), report);
        let mut event = NewEvent { public_id: site.chance.id(), ..told };
        let rows = requests.remove(&id.get().into()).unwrap_or_default();
        let rows = requests::one_each(rows, event.status == EventStatus::Finalized, report);
        let wanted: Vec<_> = rows.into_iter().filter_map(|row| requests::read(row, &event, people, report)).collect();
        let requests = settle_event(&mut event, wanted, report);
        read.push(Whole { event, requests });
    }
    left.extend(requests.into_values().flatten());
    left.sort_unstable_by_key(|request| (request.place.id.is, request.place.row));
    let missing =
        left.iter().map(|row| Oddity::EventMissing { place: row.place.clone(), event: row.event.to_string() });
    report.oddities.extend(missing);
    read
}

/// The number of an event, which it keeps; `None`: ours cannot have it.
pub(super) fn number(row: &OriginalEvent) -> Option<EventId> {
    row.place.id.is.and_then(|id| i32::try_from(id).ok()).filter(|id| *id > 0).map(EventId::new)
}

/// The events that are read: one of each number. Of several, the one that was created later, then the one that stands later
/// in the file. The others, and those without a number that ours could have, are reported.
fn one_each<'a>(events: &'a [OriginalEvent], report: &mut Report) -> Vec<&'a OriginalEvent> {
    let mut first: HashMap<EventId, &OriginalEvent> = HashMap::with_capacity(events.len());
    for row in events {
        let Some(id) = number(row) else {
            let name = shown_or_null(row.name.as_deref());
            report.oddities.push(Oddity::EventLeftOut { place: row.place.clone(), name });
            continue;
        };
        let known = first.entry(id).or_insert(row);
        if (created_at(row), row.place.row) > (created_at(known), known.place.row) {
            *known = row;
        }
    }
    let taken = |row: &OriginalEvent| number(row).and_then(|id| first.get(&id).copied());
    for (row, first) in events.iter().filter_map(|row| Some((row, taken(row)?))) {
        if row.place != first.place {
            let later = created_at(row) != created_at(first);
            let why = if later { "it was created later" } else { "it stands later in the file" };
            report.oddities.push(Oddity::Twice { place: row.place.clone(), taken: first.place.clone(), why });
        }
    }
    events.iter().filter(|row| taken(row).is_some_and(|first| first.place == row.place)).collect()
}

/// The event itself at `now`, still without public id, limit and what stands of its allocations.
fn event(
    row: &OriginalEvent,
    id: EventId,
    zone: Zone,
    (owner, season, now): (PersonId, SeasonId, DateTime<Utc>),
    report: &mut Report,
) -> NewEvent {
    let (name, of) = name(row, id, report);
    let created_at = instants::told(&row.place, "created_at", row.created_at.as_deref(), created_at(row), report);
    let starts_at = starts_at(row, &of, zone, (created_at, now), report);
    let (status, closed) = status(row, &of, report);
    let finalized_at = finalized_at(row, &of, (status, created_at), report);
    let notes = lines(row.notes.as_deref());
    if notes.chars().count() > MAX_NOTES {
        report.oddities.push(Oddity::LongText { event: of.clone(), whose: None, most: MAX_NOTES });
    }
    if loses(row.notes.as_deref()) {
        report.oddities.push(Oddity::Cleaned { place: row.place.clone() });
    }
    let details = EventDetails {
        schedule: Schedule { starts_at, closes_at: closed.then_some(created_at.min(starts_at)), zone },
        place: String::new(),
        ends_at: None,
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

fn name(row: &OriginalEvent, id: EventId, report: &mut Report) -> (String, EventName) {
    let name = match line(row.name.as_deref(), MAX_NAME) {
        name if name.is_empty() => format!("Event {id}"),
        name => name,
    };
    if !is_line(row.name.as_deref(), &name) {
        report.oddities.push(Oddity::Renamed { what: row.place.to_string(), now: name.clone() });
    }
    (name.clone(), EventName { event: id, name })
}

fn starts_at(
    row: &OriginalEvent,
    of: &EventName,
    zone: Zone,
    (created_at, now): (DateTime<Utc>, DateTime<Utc>),
    report: &mut Report,
) -> DateTime<Utc> {
    let seen = || shown_or_null(row.event_date.as_deref());
    let Some((instant, fit)) = instants::local(row.event_date.as_deref(), zone) else {
        report.oddities.push(Oddity::TimeUnreadable { event: of.clone(), seen: seen(), now: created_at });
        return created_at;
    };
    if fit != Fit::Once {
        let twice = fit == Fit::Twice;
        report.oddities.push(Oddity::Clocks { event: of.clone(), seen: seen(), twice, now: instant });
    }
    if is_too_far_ahead(instant, now) {
        report.oddities.push(Oddity::FarAhead { event: of.clone(), now: instant });
    }
    instant
}

fn finalized_at(
    row: &OriginalEvent,
    of: &EventName,
    (status, created_at): (EventStatus, DateTime<Utc>),
    report: &mut Report,
) -> Option<DateTime<Utc>> {
    let (raw, is_finalized) = (row.finalized_at.as_deref(), status == EventStatus::Finalized);
    let read = instants::utc(raw);
    if raw.is_some() && read.is_none() {
        let (place, now) = (row.place.clone(), is_finalized.then_some(created_at));
        report.oddities.push(Oddity::NoTime { place, column: "finalized_at", seen: shown_or_null(raw), now });
    } else if is_finalized && read.is_none() {
        report.oddities.push(Oddity::FinalizedWithoutTime { event: of.clone(), now: created_at });
    }
    read.or_else(|| is_finalized.then_some(created_at))
}

/// When the event was created. The same in every run, whatever the zone: by it an imported event is known again.
fn created_at(row: &OriginalEvent) -> DateTime<Utc> {
    let read = instants::utc(row.created_at.as_deref()).or_else(|| instants::utc(row.event_date.as_deref()));
    read.unwrap_or(DateTime::UNIX_EPOCH)
}

/// The state, and whether requests were closed in it: that is not one of the original's, so it follows from when they closed.
fn status(row: &OriginalEvent, of: &EventName, report: &mut Report) -> (EventStatus, bool) {
    let seen = row.status.as_deref().unwrap_or_default();
    let (status, closed) = match &*seen.trim().to_lowercase() {
        "open" => (EventStatus::Open, false),
        "finalized" | "finalised" | "final" | "finished" | "completed" | "complete" | "done" => {
            (EventStatus::Finalized, false)
        }
        "cancelled" | "canceled" => (EventStatus::Canceled, false),
        "closed" | "locked" => (EventStatus::Open, true),
        _ => {
            let seen = shown_or_null(row.status.as_deref());
            report.oddities.push(Oddity::StatusUnknown { event: of.clone(), seen });
            return (EventStatus::Open, false);
        }
    };
    if !matches!(seen, "open" | "finalized" | "cancelled") {
        let now = if closed { EventStatus::Closed } else { status };
        report.oddities.push(Oddity::StatusRead { event: of.clone(), seen: shown_or_null(Some(seen)), now });
    }
    (status, closed)
}

fn tickets(row: &OriginalEvent, of: &EventName, report: &mut Report) -> u32 {
    let read = row.total_tickets.as_deref().and_then(whole);
    let tickets = u32::try_from(read.unwrap_or(0).clamp(0, MAX_TICKETS.into())).unwrap_or(0);
    if read != Some(tickets.into()) {
        report.oddities.push(Oddity::Tickets {
            event: of.clone(),
            seen: shown_or_null(row.total_tickets.as_deref()),
            now: tickets,
        });
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
    let undecided = wanted.iter().filter(|wanted| wanted.said == requests::Said::Nothing);
    let undecided: Vec<String> = undecided.map(|wanted| wanted.name.clone()).collect();
    if finalized && !undecided.is_empty() {
        report.oddities.push(Oddity::Undecided { event: of.clone(), people: undecided });
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
