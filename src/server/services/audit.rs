//! The audit log, for admins: read, narrowed down, taken along as a file.

use std::collections::HashMap;

use chrono::{DateTime, Utc};
use serde::Deserialize;

use super::{
    Done,
    spreadsheet::{Cell, Table},
};
use crate::{
    domain::{
        deed::Deed,
        ids::{EntryId, EventId, PersonId},
        person::Email,
        typed::{Fields, Problem, number},
    },
    server::{
        auth::{Action, Actor},
        db::{
            audit::{self, Noted, Reasons, Search},
            people,
        },
        services::look,
        site::Site,
    },
    words,
};

/// How many entries one page shows.
const PAGE: u64 = 100;
/// How many entries a file holds at most.
pub const FILE: u64 = 10_000;

/// What someone looks for, as typed. Empty fields do not narrow anything down.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(default)]
pub struct SearchForm {
    /// The part of an action before its dot.
    pub kind: String,
    /// An email address: who did it, or to whom it was done.
    pub person: String,
    /// An event's number.
    pub event: String,
    /// Days such as 2026-11-22, in the zone in which times are shown to the reader; both belong to it.
    pub from: String,
    pub until: String,
    /// Only entries before this one: the next page.
    pub before: String,
}

/// An entry with the names that belong to it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    pub entry: Noted,
    /// Who did it; nothing for commands and for what happens by itself.
    pub actor: Option<String>,
    /// To whom.
    pub person: Option<String>,
    pub event: Option<String>,
    /// Whether the event has a page: it is not in the trash, and not gone.
    pub event_is_there: bool,
}

/// A page of the log, the latest first.
#[derive(Clone, Debug, Default)]
pub struct Log {
    pub lines: Vec<Line>,
    /// Where the next page begins, if there is one.
    pub before: Option<EntryId>,
    /// What those are called whom the details name.
    pub names: HashMap<PersonId, String>,
    pub reasons: Reasons,
    /// What the event is called to which the log is narrowed down.
    pub event: Option<String>,
}

/// A page of the log.
///
/// # Errors
/// Fields that cannot be read; whoever is not an admin.
pub async fn read(site: &Site, actor: &Actor, form: &SearchForm) -> Done<Log> {
    find(site, actor, form, PAGE).await
}

/// The log as a table for spreadsheets, at most [`FILE`] entries.
pub async fn table(site: &Site, actor: &Actor, form: &SearchForm) -> Done<Table> {
    let log = find(site, actor, form, FILE).await?;
    let header = ["Number", "Time (UTC)", "What", "Action", "By", "From", "Person", "Event", "Details"];
    let rows = log.lines.into_iter().map(|line| {
        let event = line.entry.event.map(|id| format!("{id} {}", line.event.unwrap_or_default()));
        [
            Cell::Number(line.entry.id.get().unsigned_abs().into()),
            Cell::Instant(line.entry.at),
            words::deed(&line.entry.action).into(),
            line.entry.action.into(),
            line.actor.into(),
            line.entry.client.into(),
            line.person.into(),
            event.into(),
            line.entry.details.into(),
        ]
    });
    Ok(Table::new(header, rows))
}

async fn find(site: &Site, actor: &Actor, form: &SearchForm, most: u64) -> Done<Log> {
    look::must(site, actor, Action::ReadLog)?;
    let search = parse(site, actor, form).await?;
    let c = site.db.read();
    let mut entries = audit::search(c, &search, most + 1).await?;
    let more = entries.len() as u64 > most;
    entries.truncate(usize::try_from(most).unwrap_or(usize::MAX));
    let before = entries.last().filter(|_| more).map(|entry| entry.id);
    let told = entries.iter().flat_map(|entry| words::named_in(&entry.action, &entry.details));
    let people: Vec<PersonId> =
        entries.iter().flat_map(|entry| [entry.actor, entry.person]).flatten().chain(told).collect();
    let people = told_apart(people::names_and_addresses(c, people).await?);
    let allocated = entries.iter().filter(|entry| entry.action == Deed::AllocationSave.as_str());
    let reasons = audit::reasons(c, allocated.filter_map(|entry| entry.event)).await?;
    let events: Vec<EventId> = entries.iter().filter_map(|entry| entry.event).chain(search.event).collect();
    let events = audit::event_names(c, events).await?;
    let gone = |id: i32| catalog::audit::gone(id.to_string());
    let person = |id: Option<PersonId>| id.map(|id| people.get(&id).cloned().unwrap_or_else(|| gone(id.get())));
    let lines = entries.into_iter().map(|entry| {
        let event = entry.event.map(|id| events.get(&id).cloned().unwrap_or_else(|| (gone(id.get()), false)));
        let (event, event_is_there) = event.map_or((None, false), |(name, there)| (Some(name), there));
        Line { actor: person(entry.actor), person: person(entry.person), event, event_is_there, entry }
    });
    let lines = lines.collect();
    let event = search.event.and_then(|id| events.get(&id)).map(|(name, _)| name.clone());
    Ok(Log { lines, before, names: people, reasons, event })
}

/// The names of people, with the address beside those that look like another's of them.
fn told_apart(people: HashMap<PersonId, (String, String)>) -> HashMap<PersonId, String> {
    let apart = words::Apart::among(people.values().map(|(name, email)| (name.as_str(), email.as_str())), true);
    people.iter().map(|(id, (name, email))| (*id, apart.named(name, email))).collect()
}

async fn parse(site: &Site, actor: &Actor, form: &SearchForm) -> Done<Search> {
    let mut fields = Fields::default();
    let kinds = words::KINDS;
    let kind = match form.kind.trim() {
        "" => None,
        kind if kinds.contains(&kind) => Some(kind.to_owned()),
        kind => {
            let seen = kind.chars().take(40).collect();
            fields.refuse("kind", Problem::NotAChoice { seen, accepted: kinds.join(", ") });
            None
        }
    };
    let event = match form.event.trim() {
        "" => None,
        raw => {
            fields.take("event", number(raw, 1, 1_000_000_000)).and_then(|id| i32::try_from(id).ok()).map(EventId::new)
        }
    };
    // Nobody types where the next page begins.
    let before = form.before.trim().parse().ok().map(EntryId::new);
    let zone = actor.zone_or(site.settings.time_zone);
    let mut day = |name: &str, raw: &str, end: bool| -> Option<DateTime<Utc>> {
        match raw.trim() {
            "" => None,
            raw => fields.take(name, if end { zone.day_end(raw) } else { zone.day_start(raw) }),
        }
    };
    let (from, until) = (day("from", &form.from, false), day("until", &form.until, true));
    let email = match form.person.trim() {
        "" => None,
        raw => fields.take("person", Email::parse(raw)),
    };
    let mut person = None;
    if let Some(email) = email {
        person = people::find_by_email(site.db.read(), &email).await?.map(|person| person.id);
        if person.is_none() {
            fields.refuse("person", Problem::NobodyThere { seen: email.as_str().to_owned() });
        }
    }
    Ok(fields.finish(Some(Search { kind, person, event, from, until, before }))?)
}
