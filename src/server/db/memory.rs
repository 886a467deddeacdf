//! What a season remembers, for draws of format 2: what happened in its events, in the order in which their requests closed.

use std::collections::{BTreeMap, HashMap};

use allocation::{
    Standing,
    memory::{Entry, Line, Part, Remembered, ledger},
};
use sea_orm::{ConnectionTrait, DbErr, FromQueryResult, Statement};
use serde::{Deserialize, Serialize};

use super::{
    corrupt,
    requests::{joined_tiers, read_tiers},
};
use crate::domain::ids::{EventId, PersonId, RequestId, SeasonId};

/// The events of a season that count, oldest first, each by its public id with what it adds for whom.
pub type Ledger = Vec<(String, Entry<PersonId>)>;

/// A person's past in a season.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct SoFar {
    /// Events that count and that they asked for.
    pub asked: u64,
    /// Of these, how many gave them at least one ticket.
    pub got: u64,
    /// What counts in the next draw.
    pub standing: Standing,
}

#[derive(FromQueryResult)]
struct Row {
    request: RequestId,
    public_id: String,
    tickets: i32,
    person: PersonId,
    tiers: Option<String>,
    given: i32,
    accepted: i32,
    passed: i32,
    handed: i32,
    received: i32,
}

/// The ledger of a season, without `event` itself. One statement; none for an event that is in no season.
///
/// An event counts as it was last finalized, also while it is reopened; not if it is canceled, in the trash, or
/// imported with numbers that cannot be. In it counts a request that its person made, or made theirs by saving it, and
/// whose number they were told; not one that an organizer removed. What someone gave back themselves, or handed on, stays with them.
pub async fn ledger_of(
    c: &impl ConnectionTrait,
    (season, event): (Option<SeasonId>, EventId),
) -> Result<Ledger, DbErr> {
    let Some(season) = season else { return Ok(Ledger::new()) };
    Ok(as_ledger(&remembered(c, (season, event)).await?))
}

/// What happened in the events of a season that count, oldest first, each with its public id: what [`ledger_of`] goes by.
pub type Happened = Vec<(String, Remembered<PersonId>)>;

/// What it adds for whom.
pub(super) fn as_ledger(happened: &Happened) -> Ledger {
    let events: Vec<_> = happened.iter().map(|(_, event)| event).collect();
    happened.iter().map(|(name, _)| name.clone()).zip(ledger(events)).collect()
}

/// What happened in a season, without `event` itself. One statement.
pub(super) async fn remembered(
    c: &impl ConnectionTrait,
    (season, event): (SeasonId, EventId),
) -> Result<Happened, DbErr> {
    let backend = c.get_database_backend();
    let tiers = joined_tiers(backend, "r.id");
    let closed =
        "COALESCE((SELECT MIN(l.frozen_at) FROM request_lists l WHERE l.event_id = e.id), e.closes_at, e.starts_at)";
    let sql = format!(
        "WITH counting AS MATERIALIZED (SELECT e.id, e.public_id, COALESCE(e.result_tickets, e.tickets) AS tickets, {closed} AS closed FROM events e \
           WHERE e.pool_id = $1 AND e.in_season AND e.id <> $2 AND e.revision > 0 AND e.status <> 'cancelled' \
           AND e.deleted_at IS NULL \
           AND NOT EXISTS (SELECT 1 FROM requests y WHERE y.event_id = e.id AND y.legacy_allocated IS NOT NULL)) \
         SELECT r.id AS request, e.public_id, e.tickets, r.user_id AS person, \
         CASE WHEN r.joined_after THEN NULL ELSE {tiers} END AS tiers, COALESCE(h.given, r.told) AS given, \
         COALESCE(h.accepted, 0) AS accepted, COALESCE(h.passed, 0) AS passed, \
         COALESCE(h.handed, 0) AS handed, COALESCE(h.received, 0) AS received \
         FROM counting e CROSS JOIN requests r LEFT JOIN holdings h ON h.event_id = r.event_id AND h.user_id = r.user_id \
         WHERE r.event_id = e.id AND r.told IS NOT NULL AND r.entered_by IS NULL AND r.removed_because = '' \
         ORDER BY e.closed, e.id"
    );
    let statement = Statement::from_sql_and_values(backend, sql, [season.into(), event.into()]);
    let mut happened = Happened::new();
    for row in Row::find_by_statement(statement).all(c).await? {
        let read = |row: &Row| {
            let asked = match &row.tiers {
                Some(tiers) => Some(read_tiers(Some(tiers))?),
                None => None,
            };
            let count = |value: i32| u32::try_from(value).ok();
            let (given, accepted, passed) = (count(row.given)?, count(row.accepted)?, count(row.passed)?);
            // What was handed on to them counts as another's, so nothing is made good to them that they gave back of it.
            let of_others = count(row.received)?.saturating_sub(count(row.handed)?);
            // Nor more than counts as theirs: of what was handed on before a result was final again, nothing does.
            let passed = passed.saturating_sub(of_others).min(given.saturating_add(accepted));
            let part = Part { asked, given, accepted, passed, ..Part::default() };
            Some((u32::try_from(row.tickets).ok()?, part))
        };
        let (tickets, part) = read(&row).ok_or_else(|| corrupt("requests", row.request))?;
        if happened.last().is_none_or(|(name, _)| *name != row.public_id) {
            happened.push((row.public_id, Remembered { tickets, people: BTreeMap::new() }));
        }
        if let Some((_, event)) = happened.last_mut() {
            event.people.insert(row.person, part);
        }
    }
    Ok(happened)
}

/// A ledger as it is kept with a list, and read back.
#[derive(Serialize, Deserialize)]
struct Kept {
    event: String,
    short: bool,
    out: u64,
    part: u32,
    lines: Vec<(PersonId, bool, bool, u32, i64, bool)>,
}

/// A ledger as text.
pub fn write(ledger: &Ledger) -> String {
    let kept = ledger.iter().map(|(event, entry)| Kept {
        event: event.clone(),
        short: entry.short,
        out: entry.out,
        part: entry.part,
        lines: entry
            .lines
            .iter()
            .map(|(&person, line)| (person, line.part, line.met, line.got, line.counted, line.excused))
            .collect(),
    });
    serde_json::to_string(&kept.collect::<Vec<_>>()).unwrap_or_default()
}

/// Reads [`write`] back; `None` for anything else.
pub fn read(text: &str) -> Option<Ledger> {
    let kept: Vec<Kept> = serde_json::from_str(text).ok()?;
    let line = |(person, part, met, got, counted, excused)| (person, Line { part, met, got, counted, excused });
    let entry = |kept: Kept| {
        let lines = kept.lines.into_iter().map(line).collect();
        (kept.event, Entry { short: kept.short, out: kept.out, part: kept.part, lines })
    };
    Some(kept.into_iter().map(entry).collect())
}

/// Where a ledger leaves those who stand in it and are sought.
pub fn standings(ledger: &Ledger, sought: impl Fn(PersonId) -> bool) -> HashMap<PersonId, SoFar> {
    let standings = allocation::memory::standings(ledger.iter().map(|(_, entry)| entry));
    let mut people: HashMap<PersonId, SoFar> = standings
        .into_iter()
        .filter(|(person, _)| sought(*person))
        .map(|(person, standing)| (person, SoFar { standing, ..SoFar::default() }))
        .collect();
    for (_, entry) in ledger {
        for (person, line) in entry.lines.iter().filter(|(_, line)| line.met) {
            if let Some(so_far) = people.get_mut(person) {
                so_far.asked += 1;
                so_far.got += u64::from(line.got > 0);
            }
        }
    }
    people
}
