use allocation::Tiers;
use chrono::{DateTime, Utc};

pub(super) use super::allocations::Said;
use super::{
    EventName, Oddity, Report,
    allocations::Stands,
    instants,
    people::People,
    text::{lines, shown, whole},
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

/// Reads a request and reports what is odd about it; nothing if nobody asks.
pub(super) fn read(row: &OriginalRequest, event: &NewEvent, people: &People, report: &mut Report) -> Option<Wanted> {
    let (person, name) = people.get(&row.user_id)?;
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
        let seen = shown(row.preferences.as_deref().unwrap_or_default());
        report.oddities.push(Oddity::Wish { event: of(), person: name.clone(), seen, now: tiers.clone() });
    }
    let note = lines(row.notes.as_deref());
    if note.chars().count() > MAX_NOTE {
        report.oddities.push(Oddity::LongText { event: of(), whose: Some(name.clone()), most: MAX_NOTE });
    }
    let created_at = instants::utc(row.submitted_at.as_deref()).unwrap_or(event.created_at);
    let updated_at = instants::utc(row.updated_at.as_deref()).unwrap_or(created_at);
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
