//! Requests with their tiers, and what each is given.

mod change;
mod named;

use std::collections::HashSet;

use allocation::{Exact, Slips, Tiers};
use chrono::{DateTime, Utc};
use sea_orm::{ColumnTrait, ConnectionTrait, DbBackend, DbErr, EntityTrait, ExprTrait, QueryFilter, QuerySelect};
use serde::Deserialize;

pub use self::{
    change::{Asking, Removal, insert, restore, update, withdraw},
    named::{Named, named},
};
use super::{at_once, corrupt, entity::request};
use crate::domain::ids::{EventId, PersonId, RequestId};

/// A request as stored, with its author's name.
#[derive(Clone, Debug, PartialEq, Eq)]
#[expect(clippy::struct_excessive_bools, reason = "each is one thing that is so of it or not")]
pub struct Request {
    pub id: RequestId,
    pub event: EventId,
    pub person: PersonId,
    /// Stands for the person in draws, hashed.
    pub public_id: String,
    pub name: String,
    pub email: String,
    pub person_active: bool,
    /// Whether emails do not get to the person's address.
    pub failing: bool,
    pub tiers: Tiers,
    pub note: String,
    /// The last change that added an acceptable amount.
    pub since: DateTime<Utc>,
    pub version: i32,
    /// The organizer who entered or corrected it, if it was not the person.
    pub entered_by: Option<PersonId>,
    /// `None`: undecided.
    pub allocated: Option<u32>,
    /// Why, for a number outside the tiers.
    pub reason: String,
    /// The board's version at which the allocation last changed.
    pub decided_version: i32,
    pub decided_by: Option<PersonId>,
    /// What the person was last told.
    pub told: Option<u32>,
    /// Whether they were told their number with another date, end, or place than the event has now.
    pub told_other_date: bool,
    /// What a former system said, where it was impossible.
    pub legacy_allocated: Option<i32>,
    pub withdrawn_at: Option<DateTime<Utc>>,
    /// Who removed it that is not its person; `None`: the person withdrew it, or it stands.
    pub removed: Option<Removed>,
    /// How the number came to differ from what the person had been told before.
    pub changed: Option<Changed>,
    /// As frozen with the list; `None` before.
    pub frozen: Option<(Slips, Exact)>,
    /// What the last draw gave; `None`: it was not in it.
    pub drawn: Option<u32>,
    /// Whether that draw left it to the organizer.
    pub pinned: bool,
    /// Whether the organizer decided the number, not a draw: the next draw leaves it alone.
    pub by_hand: bool,
    /// Whether the number came about after a result, by what its person gave back or took, not by a decision.
    pub since_result: bool,
    /// Whether its person asked for nothing: they came by their tickets after a result.
    pub joined_after: bool,
    /// How many of the tickets were used, as noted at the door; `None`: nobody said.
    pub came: Option<u32>,
}

impl Request {
    /// Whether the draw, or what its person gave back or took since the result, comes to what they have and were told: then nobody
    /// set it, whatever they had asked for.
    pub fn came_to_it(&self) -> bool {
        let by_draw = self.drawn.is_some() && self.drawn == self.allocated;
        (by_draw || self.since_result) && self.told == self.allocated
    }

    /// Whether it counts in a season: its person made it, and was told what came of it. The same as
    /// [`super::memory_one`] asks of rows.
    pub fn counts_in_season(&self) -> bool {
        self.withdrawn_at.is_none() && self.entered_by.is_none() && self.told.is_some()
    }
}

/// Someone's request that another took away.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Removed {
    /// The name of who did it; empty where their account is gone.
    pub by: String,
    pub reason: String,
}

/// A number that is not what the person had been told before.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Changed {
    /// What they had been told.
    pub from: u32,
    /// The name of who changed it; empty where their account is gone.
    pub by: String,
    pub reason: String,
}

impl Request {
    /// What the last draw gives it, if that is not on the board yet.
    pub fn not_put(&self) -> Option<u32> {
        self.drawn.filter(|_| !self.by_hand && self.allocated != self.drawn)
    }

    /// Whether its person was told of tickets, and then that they are gone.
    pub fn taken_back(&self) -> bool {
        self.allocated.unwrap_or(0) == 0 && self.changed.as_ref().is_some_and(|changed| changed.from > 0)
    }
}

/// As [`COLUMNS`] has them.
#[derive(Deserialize)]
#[expect(clippy::struct_excessive_bools, reason = "so the columns are")]
struct Row {
    id: RequestId,
    event_id: EventId,
    user_id: PersonId,
    public_id: String,
    name: String,
    email: String,
    person_status: String,
    #[serde(deserialize_with = "at_once::flag")]
    failing: bool,
    tiers: Option<String>,
    note: String,
    since: DateTime<Utc>,
    version: i32,
    entered_by: Option<PersonId>,
    allocated: Option<i32>,
    reason: String,
    decided_version: i32,
    decided_by: Option<PersonId>,
    told: Option<i32>,
    legacy_allocated: Option<i32>,
    withdrawn_at: Option<DateTime<Utc>>,
    removed_by: Option<String>,
    removed_because: String,
    changed_from: Option<i32>,
    changed_by: Option<String>,
    changed_because: String,
    slips: Option<i32>,
    balance: Option<i64>,
    drawn: Option<i32>,
    #[serde(deserialize_with = "at_once::flag")]
    pinned: bool,
    #[serde(deserialize_with = "at_once::flag")]
    by_hand: bool,
    #[serde(deserialize_with = "at_once::flag")]
    told_other_date: bool,
    #[serde(deserialize_with = "at_once::flag")]
    since_result: bool,
    #[serde(deserialize_with = "at_once::flag")]
    joined_after: bool,
    came: Option<i32>,
}

const COLUMNS: &str = "id, event_id, user_id, public_id, name, email, person_status, failing, tiers, note, since, version, entered_by, \
    allocated, reason, decided_version, decided_by, told, legacy_allocated, withdrawn_at, removed_by, removed_because, \
    changed_from, changed_by, changed_because, slips, balance, drawn, pinned, by_hand, \
    told_other_date, since_result, joined_after, came";

impl TryFrom<Row> for Request {
    type Error = DbErr;

    fn try_from(row: Row) -> Result<Self, DbErr> {
        let count = |value: Option<i32>| value.map(u32::try_from).transpose().map_err(|_| corrupt("requests", row.id));
        Ok(Self {
            id: row.id,
            event: row.event_id,
            person: row.user_id,
            tiers: read_tiers(row.tiers.as_deref()).ok_or_else(|| corrupt("request_tiers", row.id))?,
            allocated: count(row.allocated)?,
            told: count(row.told)?,
            name: row.name,
            email: row.email,
            person_active: row.person_status == "active",
            failing: row.failing,
            note: row.note,
            since: row.since,
            version: row.version,
            entered_by: row.entered_by,
            reason: row.reason,
            decided_version: row.decided_version,
            decided_by: row.decided_by,
            legacy_allocated: row.legacy_allocated,
            withdrawn_at: row.withdrawn_at,
            removed: (!row.removed_because.is_empty())
                .then(|| Removed { by: row.removed_by.unwrap_or_default(), reason: row.removed_because }),
            changed: count(row.changed_from)?.map(|from| Changed {
                from,
                by: row.changed_by.unwrap_or_default(),
                reason: row.changed_because,
            }),
            frozen: match (row.slips, row.balance) {
                (Some(slips), Some(balance)) => Some(
                    u64::try_from(slips)
                        .ok()
                        .and_then(Slips::new)
                        .zip(Exact::new(balance))
                        .ok_or_else(|| corrupt("requests", row.id))?,
                ),
                _ => None,
            },
            drawn: count(row.drawn)?,
            came: count(row.came)?,
            pinned: row.pinned,
            by_hand: row.by_hand,
            told_other_date: row.told_other_date,
            since_result: row.since_result,
            joined_after: row.joined_after,
            public_id: row.public_id,
        })
    }
}

/// Tiers from what [`joined_tiers`] gave.
pub(super) fn read_tiers(joined: Option<&str>) -> Option<Tiers> {
    let amounts = joined?.split(',').map(str::parse).collect::<Result<Vec<u32>, _>>().ok()?;
    Tiers::from_set(amounts).ok()
}

/// SQL for the tiers of the request `request_id`, joined by commas, so that requests with their tiers are one statement.
pub(super) fn joined_tiers(backend: DbBackend, request_id: &str) -> String {
    let join = match backend {
        DbBackend::Postgres => "string_agg(CAST(t.amount AS text), ',')",
        _ => "group_concat(t.amount, ',')",
    };
    format!("(SELECT {join} FROM request_tiers t WHERE t.request_id = {request_id})")
}

async fn select(
    c: &impl ConnectionTrait,
    condition: &str,
    values: impl IntoIterator<Item = sea_orm::Value>,
) -> Result<Vec<Request>, DbErr> {
    let rows: Vec<Row> = at_once::all(c, COLUMNS, &selected(c.get_database_backend(), condition), values).await?;
    rows.into_iter().map(Request::try_from).collect()
}

/// SQL for one person's request for one event as a text, to stand in another statement; [`read_one`] reads it.
pub(super) fn one_as_text(backend: DbBackend, event: &str, person: &str) -> String {
    at_once::one_as_text(
        backend,
        COLUMNS,
        &selected(backend, &format!("r.event_id = {event} AND r.user_id = {person}")),
    )
}

/// A request from [`one_as_text`].
pub(super) fn read_one(text: &str) -> Result<Request, DbErr> {
    at_once::read::<Row>(COLUMNS, text)?.try_into()
}

/// SQL: whether someone was told a result with another date, end, or place than the event of the request has now.
const TOLD_OTHER_DATE: &str = "(r.told IS NOT NULL AND r.told_starts_at IS NOT NULL AND EXISTS (SELECT 1 FROM events te \
    WHERE te.id = r.event_id AND (te.starts_at <> r.told_starts_at OR te.ends_at IS DISTINCT FROM r.told_ends_at \
    OR te.place <> COALESCE(r.told_place, ''))))";

fn selected(backend: DbBackend, condition: &str) -> String {
    let tiers = joined_tiers(backend, "r.id");
    let name_of = |column: &str| format!("(SELECT x.name FROM users x WHERE x.id = r.{column})");
    let (removed_by, changed_by) = (name_of("removed_by"), name_of("changed_by"));
    format!(
        "SELECT r.id, r.event_id, r.user_id, u.public_id, u.name, u.email, u.status AS person_status, \
         u.failing_since IS NOT NULL AS failing, {tiers} AS tiers, r.note, \
         r.since, r.version, r.entered_by, r.allocated, r.reason, r.decided_version, r.decided_by, r.told, \
         r.legacy_allocated, r.withdrawn_at, {removed_by} AS removed_by, r.removed_because, r.changed_from, \
         {changed_by} AS changed_by, r.changed_because, r.slips, r.balance, r.drawn, r.pinned, r.by_hand, \
         {TOLD_OTHER_DATE} AS told_other_date, r.since_result, r.joined_after, r.came FROM requests r JOIN users u ON u.id = r.user_id WHERE {condition} ORDER BY u.sort_key, r.id"
    )
}

/// The requests of an event that stand, by name.
pub async fn of_event(c: &impl ConnectionTrait, event: EventId) -> Result<Vec<Request>, DbErr> {
    select(c, "r.event_id = $1 AND r.withdrawn_at IS NULL", [event.into()]).await
}

/// A part of the requests of an event that stand, by name: at most `most` of them, after the first `before`.
pub async fn part_of_event(
    c: &impl ConnectionTrait,
    event: EventId,
    (before, most): (u64, u64),
) -> Result<Vec<Request>, DbErr> {
    let those = format!("r.id IN (SELECT x.id {PART})");
    select(c, &those, [event.into(), most.into(), before.into()]).await
}

/// SQL for a part of the requests `x` of event $1, by name: $2 of them, after the first $3.
pub(super) const PART: &str = "FROM requests x JOIN users y ON y.id = x.user_id \
    WHERE x.event_id = $1 AND x.withdrawn_at IS NULL ORDER BY y.sort_key, x.id LIMIT $2 OFFSET $3";

/// All requests of an event, withdrawn ones too, by name.
pub async fn all_of_event(c: &impl ConnectionTrait, event: EventId) -> Result<Vec<Request>, DbErr> {
    select(c, "r.event_id = $1", [event.into()]).await
}

/// One person's request for one event, withdrawn or not.
pub async fn find(c: &impl ConnectionTrait, event: EventId, person: PersonId) -> Result<Option<Request>, DbErr> {
    Ok(select(c, "r.event_id = $1 AND r.user_id = $2", [event.into(), person.into()]).await?.pop())
}

/// Who of these people asks for an event.
pub async fn who_asks(
    c: &impl ConnectionTrait,
    event: EventId,
    people: impl IntoIterator<Item = PersonId>,
) -> Result<HashSet<PersonId>, DbErr> {
    let those = request::Column::EventId.eq(event).and(request::Column::WithdrawnAt.is_null());
    let those = request::Entity::find().filter(those.and(request::Column::UserId.is_in(people)));
    Ok(those.select_only().column(request::Column::UserId).into_tuple().all(c).await?.into_iter().collect())
}

/// One person's request for one event, withdrawn or not, and the latest they made for any other: what a new one is
/// prefilled with. One statement.
pub async fn find_with_latest(
    c: &impl ConnectionTrait,
    event: EventId,
    person: PersonId,
) -> Result<(Option<Request>, Option<Request>), DbErr> {
    // Each of the two by its index: all that someone ever asked for need not be gone through.
    let both = "r.id IN (SELECT a.id FROM requests a WHERE a.event_id = $1 AND a.user_id = $2 \
                UNION ALL SELECT l.id FROM (SELECT x.id FROM requests x \
                WHERE x.user_id = $2 AND x.event_id <> $1 AND x.withdrawn_at IS NULL \
                ORDER BY x.since DESC, x.id DESC LIMIT 1) l)";
    let found = select(c, both, [event.into(), person.into()]).await?;
    let (mut this, mut other): (Vec<_>, Vec<_>) = found.into_iter().partition(|request| request.event == event);
    Ok((this.pop(), other.pop()))
}
