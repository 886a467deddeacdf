//! How requests are read: what one statement gives of them, and of whom.

use allocation::{Exact, Slips, Tiers};
use chrono::{DateTime, Utc};
use sea_orm::{ConnectionTrait, DbBackend, DbErr};
use serde::Deserialize;

use super::{
    super::{at_once, corrupt},
    Changed, Removed, Request,
};
use crate::domain::ids::{EventId, PersonId, RequestId};

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
pub fn read_tiers(joined: Option<&str>) -> Option<Tiers> {
    let amounts = joined?.split(',').map(str::parse).collect::<Result<Vec<u32>, _>>().ok()?;
    Tiers::from_set(amounts).ok()
}

/// SQL for the tiers of the request `request_id`, joined by commas, so that requests with their tiers are one statement.
pub fn joined_tiers(backend: DbBackend, request_id: &str) -> String {
    let join = match backend {
        DbBackend::Postgres => "string_agg(CAST(t.amount AS text), ',')",
        _ => "group_concat(t.amount, ',')",
    };
    format!("(SELECT {join} FROM request_tiers t WHERE t.request_id = {request_id})")
}

pub(super) async fn select(
    c: &impl ConnectionTrait,
    condition: &str,
    values: impl IntoIterator<Item = sea_orm::Value>,
) -> Result<Vec<Request>, DbErr> {
    let rows: Vec<Row> = at_once::all(c, COLUMNS, &selected(c.get_database_backend(), condition), values).await?;
    rows.into_iter().map(Request::try_from).collect()
}

/// SQL for one person's request for one event as a text, to stand in another statement; [`read_one`] reads it.
pub fn one_as_text(backend: DbBackend, event: &str, person: &str) -> String {
    at_once::one_as_text(
        backend,
        COLUMNS,
        &selected(backend, &format!("r.event_id = {event} AND r.user_id = {person}")),
    )
}

/// A request from [`one_as_text`].
pub fn read_one(text: &str) -> Result<Request, DbErr> {
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
