use std::collections::HashMap;

use allocation::Tiers;
use chrono::{DateTime, Utc};

pub(super) use super::allocations::Said;
use super::{
    EventName, Oddity, Report,
    allocations::Stands,
    instants,
    people::{People, Who},
    text::{lines, loses, shown, shown_or_null, whole},
    tiers,
};
use crate::{
    domain::request::{Ask, MAX_NOTE},
    server::db::{
        import::{NewEvent, NewRequest},
        legacy::OriginalRequest,
    },
};

/// A request as ours would be, before anything is decided, and what the original said it was given.
#[derive(Clone, Debug)]
pub(super) struct Wanted {
    pub request: NewRequest,
    /// Whose it is.
    pub name: String,
    pub said: Said,
}

/// The requests of an event that are read: one of each person. Of several, in a finalized event one that says what was
/// given, then the one that was changed later, then the one with the higher number. The others are reported.
pub(super) fn one_each<'a>(
    rows: Vec<&'a OriginalRequest>,
    finalized: bool,
    report: &mut Report,
) -> Vec<&'a OriginalRequest> {
    let given = |row: &OriginalRequest| finalized && row.allocated.is_some();
    let changed = |row: &OriginalRequest| instants::utc(row.updated_at.as_deref().or(row.submitted_at.as_deref()));
    let rank = |row: &OriginalRequest| (given(row), changed(row), row.place.id.is, row.place.row);
    let mut first: HashMap<i64, &OriginalRequest> = HashMap::with_capacity(rows.len());
    for &row in &rows {
        let Some(user) = row.user.is else {
            report.oddities.push(Oddity::NobodyAsks { place: row.place.clone(), seen: row.user.to_string() });
            continue;
        };
        let known = first.entry(user).or_insert(row);
        if rank(row) > rank(known) {
            *known = row;
        }
    }
    let taken = |row: &OriginalRequest| row.user.is.and_then(|user| first.get(&user).copied());
    for (row, first) in rows.iter().filter_map(|&row| Some((row, taken(row)?))) {
        if row.place != first.place {
            let why = match () {
                () if given(row) != given(first) => "it says what was given",
                () if changed(row) != changed(first) => "it was changed later",
                () if row.place.id.is != first.place.id.is => "its number is higher",
                () => "it stands later in the file",
            };
            report.oddities.push(Oddity::Twice { place: row.place.clone(), taken: first.place.clone(), why });
        }
    }
    rows.into_iter().filter(|row| taken(row).is_some_and(|first| first.place == row.place)).collect()
}

/// Reads a request and reports what is odd about it; nothing if nobody asks.
pub(super) fn read(row: &OriginalRequest, event: &NewEvent, people: &People, report: &mut Report) -> Option<Wanted> {
    let (person, name) = people.get(&Who::Number(row.user.is?))?;
    let of = || EventName { event: event.id, name: event.details.name.clone() };
    let said = match row.allocated.as_deref() {
        None => Said::Nothing,
        Some(text) => whole(text).map_or_else(|| Said::Unreadable(shown(text)), Said::Number),
    };
    let wish = tiers::read(row.preferences.as_deref());
    let given = match said {
        Said::Number(number) => u32::try_from(number).ok().filter(|given| *given <= event.details.tickets),
        _ => None,
    };
    // What someone was given stands, even where they named no number; 0 is no tier.
    let tiers = wish.tiers.or_else(|| Tiers::from_set(given).ok());
    if wish.odd {
        let seen = shown_or_null(row.preferences.as_deref());
        report.oddities.push(Oddity::Wish { event: of(), person: name.clone(), seen, now: tiers.clone() });
    }
    let note = lines(row.notes.as_deref());
    if note.chars().count() > MAX_NOTE {
        report.oddities.push(Oddity::LongText { event: of(), whose: Some(name.clone()), most: MAX_NOTE });
    }
    if loses(row.notes.as_deref()) {
        report.oddities.push(Oddity::Cleaned { place: row.place.clone() });
    }
    let created_at = instants::told(&row.place, "submitted_at", row.submitted_at.as_deref(), event.created_at, report);
    let updated_at = instants::told(&row.place, "updated_at", row.updated_at.as_deref(), created_at, report);
    let request = NewRequest {
        event: event.id,
        person: *person,
        withdrawn_at: tiers.is_none().then_some(updated_at),
        ask: Ask { tiers: tiers.or_else(|| Tiers::from_set([1]).ok())?, note },
        entered_by: None,
        allocated: None,
        reason: String::new(),
        decided_by: None,
        told: None,
        told_at: None,
        legacy_allocated: None,
        created_at,
        updated_at,
    };
    Some(Wanted { request, name: name.clone(), said })
}

impl Wanted {
    /// The request with what stands of its allocation. If the event was finalized at `finalized_at`, its person was
    /// told so, unless that is impossible.
    pub(super) fn decided(self, finalized_at: Option<DateTime<Utc>>, stands: Stands) -> NewRequest {
        let legacy_allocated = stands.kept;
        if self.request.withdrawn_at.is_some() {
            return NewRequest { legacy_allocated, ..self.request };
        }
        let told_at = finalized_at.filter(|_| !stands.impossible && stands.allocated.is_some());
        NewRequest {
            allocated: stands.allocated,
            reason: stands.reason,
            told: stands.allocated.filter(|_| told_at.is_some()),
            told_at,
            legacy_allocated,
            ..self.request
        }
    }
}
