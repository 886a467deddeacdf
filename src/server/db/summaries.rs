//! Events at a glance: each with its demand, and with what the viewer asked and got. One statement, however many.

use allocation::Tiers;
use chrono::{DateTime, Utc};
use sea_orm::{ColumnTrait, ConnectionTrait, DbErr, EntityTrait, ExprTrait, PaginatorTrait, QueryFilter};
use serde::Deserialize;

use super::{
    at_once, corrupt,
    entity::event,
    events::{guests_until, status_at},
    requests::{joined_tiers, read_tiers},
};
use crate::domain::{
    event::{EventStatus, Visibility},
    ids::{EventId, PersonId},
    schedule::{Schedule, Zone},
};

/// One event at a glance.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Summary {
    pub id: EventId,
    pub name: String,
    /// The name of its season, if it is in one.
    pub season: Option<String>,
    pub schedule: Schedule,
    /// What time has made of the stored state.
    pub status: EventStatus,
    pub tickets: u32,
    pub shows_before: Visibility,
    /// When it was last finalized.
    pub finalized_at: Option<DateTime<Utc>>,
    /// Whether it was finalized at least once.
    pub was_finalized: bool,
    /// Whether the viewer owns or co-organizes it.
    pub runs: bool,
    /// People who ask.
    pub people: u64,
    /// Tickets if everyone got their first choice.
    pub requested: u64,
    /// Tickets given so far.
    pub allocated: u64,
    /// Requests without a decision.
    pub undecided: u64,
    /// People who ask to hand tickets on and wait for an answer, for those who run it.
    pub handings: u64,
    pub mine: Option<Mine>,
}

impl Summary {
    /// Whether the viewer sees how many ask for how many.
    pub fn shows_demand(&self) -> bool {
        self.shows_allocated() || self.shows_before != Visibility::Own
    }

    /// Whether the viewer sees how many tickets are given.
    pub fn shows_allocated(&self) -> bool {
        self.runs || self.status == EventStatus::Finalized
    }

    /// What the viewer got, once that is settled.
    pub fn got(&self) -> Option<u32> {
        self.mine.as_ref().filter(|_| self.status == EventStatus::Finalized)?.allocated
    }
}

/// The viewer's own request.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mine {
    pub tiers: Tiers,
    /// Whether they asked for that; else they came by tickets after the result.
    pub asked: bool,
    pub allocated: Option<u32>,
    /// What the viewer was last told.
    pub told: Option<u32>,
    /// Why the organizer set this number; empty where nobody said why.
    pub reason: String,
    /// Whether they gave tickets back, took some, or handed some on since the result.
    pub moved: bool,
    /// Tickets that are held for them, and until when.
    pub offered: Option<(u32, DateTime<Utc>)>,
    /// For how many tickets the viewer still has to name who uses them, and until when; `None`: for none.
    pub unnamed: Option<(u32, DateTime<Utc>)>,
}

/// As [`COLUMNS`] has them.
#[derive(Deserialize)]
struct Row {
    id: EventId,
    name: String,
    season: Option<String>,
    starts_at: DateTime<Utc>,
    closes_at: Option<DateTime<Utc>>,
    finalized_at: Option<DateTime<Utc>>,
    zone: String,
    status: String,
    tickets: i32,
    shows_before: String,
    revision: i32,
    #[serde(deserialize_with = "at_once::flag")]
    runs: bool,
    people: i32,
    requested: i64,
    given: i64,
    undecided: i32,
    handings: i64,
    my_tiers: Option<String>,
    my_allocated: Option<i32>,
    my_told: Option<i32>,
    my_reason: Option<String>,
    #[serde(deserialize_with = "at_once::flag")]
    my_joined: bool,
    #[serde(deserialize_with = "at_once::flag")]
    my_moved: bool,
    my_offered: Option<i32>,
    my_offered_until: Option<DateTime<Utc>>,
    my_unnamed: i64,
    returns_until: Option<DateTime<Utc>>,
    guests_until: Option<DateTime<Utc>>,
}

const COLUMNS: &str = "id, name, season, starts_at, closes_at, finalized_at, zone, status, tickets, shows_before, revision, runs, people, \
    requested, given, undecided, handings, my_tiers, my_allocated, my_told, my_reason, my_joined, my_moved, my_offered, my_offered_until, \
    my_unnamed, returns_until, guests_until";

/// How many events begin at `since` or later and are not in the trash. One statement.
pub async fn count(c: &impl ConnectionTrait, since: DateTime<Utc>) -> Result<u64, DbErr> {
    let those = event::Column::StartsAt.gte(since).and(event::Column::DeletedAt.is_null());
    event::Entity::find().filter(those).count(c).await
}

/// Events that begin at `since` or later, latest first, as `viewer` sees them at `now`: at most `most` after the first `skip`.
/// Those in the trash are left out. One statement.
pub async fn list(
    c: &impl ConnectionTrait,
    viewer: PersonId,
    (since, now): (DateTime<Utc>, DateTime<Utc>),
    (skip, most): (u64, u64),
) -> Result<Vec<Summary>, DbErr> {
    let backend = c.get_database_backend();
    let my_tiers = joined_tiers(backend, "m.id");
    let sql = format!(
        "SELECT e.id, e.name, CASE WHEN e.in_season THEN p.name END AS season, e.starts_at, e.closes_at, e.finalized_at, e.zone, e.status, e.tickets, e.shows_before, \
         e.revision, \
         (e.owner_id = $1 OR EXISTS (SELECT 1 FROM event_organizers o WHERE o.event_id = e.id AND o.user_id = $1)) \
         AS runs, \
         e.people, e.requested, e.given, e.undecided, \
         CASE WHEN e.hand_on <> 'off' THEN (SELECT COUNT(*) FROM hand_requests w WHERE w.event_id = e.id) ELSE 0 END AS handings, \
         {my_tiers} AS my_tiers, m.allocated AS my_allocated, m.told AS my_told, m.reason AS my_reason, \
         m.joined_after IS TRUE AS my_joined, \
         (h.accepted + h.returned + h.handed + h.received > 0) IS TRUE AS my_moved, \
         o.number AS my_offered, o.until AS my_offered_until, \
         CASE WHEN e.guests = 'required' AND e.status = 'finalized' AND m.allocated > 0 THEN m.allocated - \
         (SELECT COUNT(*) FROM guests g WHERE g.event_id = e.id AND g.user_id = m.user_id) ELSE 0 END AS my_unnamed, \
         e.returns_until, e.guests_until \
         FROM events e JOIN pools p ON p.id = e.pool_id \
         LEFT JOIN requests m ON m.event_id = e.id AND m.user_id = $1 AND m.withdrawn_at IS NULL \
         LEFT JOIN holdings h ON h.event_id = e.id AND h.user_id = $1 \
         LEFT JOIN offers o ON o.event_id = e.id AND o.user_id = $1 AND o.status = 'open' \
         WHERE e.deleted_at IS NULL AND e.starts_at >= $2 ORDER BY e.starts_at DESC, e.id DESC \
         LIMIT $3 OFFSET $4"
    );
    let [most, skip] = [most, skip].map(|count| i64::try_from(count).unwrap_or(i64::MAX));
    let values = [viewer.into(), since.into(), most.into(), skip.into()];
    let rows: Vec<Row> = at_once::all(c, COLUMNS, &sql, values).await?;
    rows.into_iter().map(|row| summary(row, now)).collect()
}

fn summary(row: Row, now: DateTime<Utc>) -> Result<Summary, DbErr> {
    let id = row.id;
    let read = |row: Row| {
        let zone = Zone::parse(&row.zone).ok()?;
        let schedule = Schedule { starts_at: row.starts_at, closes_at: row.closes_at, zone };
        let until = guests_until(row.starts_at, (row.returns_until, row.guests_until));
        let unnamed = u32::try_from(row.my_unnamed).ok()?;
        let count = |value: Option<i32>| value.map(u32::try_from).transpose().ok();
        let mine = match read_tiers(row.my_tiers.as_deref()) {
            Some(tiers) => Some(Mine {
                tiers,
                asked: !row.my_joined,
                allocated: count(row.my_allocated)?,
                told: count(row.my_told)?,
                reason: row.my_reason.unwrap_or_default(),
                moved: row.my_moved,
                offered: count(row.my_offered)?.zip(row.my_offered_until),
                unnamed: (unnamed > 0 && now < until).then_some((unnamed, until)),
            }),
            None => None,
        };
        Some(Summary {
            id: row.id,
            name: row.name,
            season: row.season,
            schedule,
            status: status_at(EventStatus::parse(&row.status).ok()?, &schedule, now),
            tickets: row.tickets.try_into().ok()?,
            shows_before: Visibility::parse(&row.shows_before).ok()?,
            finalized_at: row.finalized_at,
            was_finalized: row.revision > 0,
            runs: row.runs,
            people: row.people.try_into().ok()?,
            requested: row.requested.try_into().ok()?,
            allocated: row.given.try_into().ok()?,
            undecided: row.undecided.try_into().ok()?,
            handings: if row.runs { row.handings.try_into().ok()? } else { 0 },
            mine,
        })
    };
    read(row).ok_or_else(|| corrupt("events", id))
}
