use std::collections::{BTreeMap, HashMap, HashSet};

use allocation::{Exact, Format, Label, RequestList, SeasonLedger, Standing, memory::Entry};

use super::{event_label, label, list::requests_of};
use crate::{
    domain::ids::PersonId,
    server::{
        db::{
            ConnectionTrait,
            events::Event,
            memory::{self, Ledger},
            memory_one,
            requests::Request,
            standings::{self, SoFar, Whose},
        },
        services::{Done, Fault},
    },
};

/// Where everyone stands before an event is drawn, by the rule of its format: what its pages show and its list freezes.
pub async fn standings(
    c: &impl ConnectionTrait,
    event: &Event,
    whose: Whose,
) -> Result<HashMap<PersonId, SoFar>, sea_orm::DbErr> {
    match event.draw_format {
        Format::One => memory_one::of_season(c, (event.season(), event.id), whose).await,
        // It counts for no one yet: what is kept of the season is what was before it.
        Format::Two if event.revision == 0 => match event.season() {
            Some(season) => standings::of_season(c, (season, event.id), whose).await,
            None => Ok(HashMap::new()),
        },
        Format::Two => {
            let ledger = memory::ledger_of(c, (event.season(), event.id)).await?;
            Ok(memory::standings(&ledger, |person| match whose {
                Whose::Requesters | Whose::Part(..) => true,
                Whose::Person(one) => person == one,
            }))
        }
    }
}

/// The ledger to be kept with a list: of those whose requests were frozen before it says what it said then, of the
/// others what the same events add for them now. So a later list differs from the one before in what changed, and in
/// nothing else.
pub(super) fn continued(kept: Ledger, now: Ledger, frozen: &HashSet<PersonId>) -> Ledger {
    let mut now: HashMap<String, Entry<PersonId>> = now.into_iter().collect();
    kept.into_iter()
        .map(|(name, mut entry)| {
            if let Some(present) = now.remove(&name) {
                let others = present.lines.into_iter().filter(|(person, _)| !frozen.contains(person));
                entry.lines.extend(others);
            }
            (name, entry)
        })
        .collect()
}

/// Where a ledger leaves someone.
pub(super) fn standing(ledger: &Ledger, person: PersonId) -> Standing {
    allocation::memory::standing(ledger.iter().map(|(_, entry)| entry), &person)
}

/// The list of an event in format 2: requests with their ranks, and of the season what concerns them, under their labels.
///
/// # Errors
/// As [`super::request_list`].
pub(super) fn list_with_season(event: &Event, requests: &[Request], ledger: &Ledger) -> Done<RequestList> {
    let stands_for = event_label(event)?;
    let labels: HashMap<PersonId, Label> =
        requests.iter().map(|request| (request.person, label(&stands_for, request))).collect();
    let mut entries = requests_of(&stands_for, requests);
    let mut times: Vec<_> = requests.iter().map(|request| request.since).collect();
    times.sort_unstable();
    for (entry, request) in entries.iter_mut().zip(requests) {
        let earlier = times.partition_point(|&time| time < request.since);
        entry.since = Exact::clamped(i64::try_from(earlier).unwrap_or(i64::MAX).saturating_add(1));
    }
    let mut events = Vec::with_capacity(ledger.len());
    for (name, entry) in ledger {
        let name = Label::parse(name).map_err(|why| Fault::PublicId { event: event.id, why })?;
        let lines: BTreeMap<Label, _> =
            entry.lines.iter().filter_map(|(person, line)| Some((labels.get(person)?.clone(), *line))).collect();
        events.push((name, Entry { short: entry.short, out: entry.out, part: entry.part, lines }));
    }
    super::list::checked(
        event,
        requests,
        RequestList::with_season(stands_for, event.tickets, entries, SeasonLedger::new(events)),
    )
}
