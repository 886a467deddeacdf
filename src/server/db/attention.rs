//! What on the site waits for somebody, as admins are shown it.

use chrono::{DateTime, TimeDelta, Utc};
use sea_orm::{ConnectionTrait, DbErr};
use serde::Deserialize;

use super::{at_once, organizers::has_no_owner};
use crate::domain::ids::{EventId, PersonId};

/// How long after the close an event without a result waits for somebody.
const LATE: TimeDelta = TimeDelta::days(3);
/// How many refused sign-ins a network may have had in a day before it is shown.
const REFUSED: u32 = 10;
/// How many of each are shown.
const SHOWN: u32 = 5;

/// What waits for somebody; the most pressing of each kind first.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Attention {
    pub failed: Vec<FailedEmails>,
    pub owners: Vec<LeftOwner>,
    pub late: Vec<LateEvent>,
    pub refused: Vec<RefusedSignIns>,
}

/// Emails about one event that failed, or about none.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct FailedEmails {
    pub event: Option<String>,
    pub count: u64,
}

/// Someone deactivated who owns events that need an owner.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct LeftOwner {
    pub person: PersonId,
    pub name: String,
    pub count: u64,
    /// The oldest of them.
    pub event: EventId,
}

/// An event whose requests closed days ago, and that is still undecided.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct LateEvent {
    pub event: EventId,
    pub name: String,
    pub closed_at: DateTime<Utc>,
    pub undecided: u64,
}

/// A network from which sign-ins were refused within a day.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct RefusedSignIns {
    pub client: String,
    pub count: u64,
}

/// Everything that waits. One statement.
pub async fn all(c: &impl ConnectionTrait, now: DateTime<Utc>) -> Result<Attention, DbErr> {
    let failed = format!(
        "SELECT e.name AS event, COUNT(*) AS count FROM outbox o LEFT JOIN events e ON e.id = o.event_id \
         WHERE o.status = 'failed' GROUP BY o.event_id, e.name ORDER BY MAX(o.id) DESC LIMIT {SHOWN}"
    );
    let owners = format!(
        "SELECT u.id AS person, u.name, COUNT(*) AS count, MIN(e.id) AS event FROM events e \
         JOIN users u ON u.id = e.owner_id WHERE {} GROUP BY u.id, u.name ORDER BY COUNT(*) DESC, u.id LIMIT {SHOWN}",
        has_no_owner("$3")
    );
    let closed = "CASE WHEN e.status = 'closed' THEN COALESCE(e.closed_at, e.closes_at, e.starts_at) \
         ELSE COALESCE(e.closes_at, e.starts_at) END";
    let late = format!(
        "SELECT e.id AS event, e.name, {closed} AS closed_at, e.undecided FROM events e \
         WHERE e.status IN ('open', 'closed') AND e.deleted_at IS NULL AND e.undecided > 0 AND {closed} <= $1 \
         ORDER BY {closed}, e.id LIMIT {SHOWN}"
    );
    let refused = format!(
        "SELECT a.client, COUNT(*) AS count FROM audit_log a WHERE a.at > $2 \
         AND a.action IN ('sign-in.wrong-code', 'sign-in.spent-link') AND a.client <> '' \
         GROUP BY a.client HAVING COUNT(*) >= {REFUSED} ORDER BY COUNT(*) DESC, a.client LIMIT {SHOWN}"
    );
    let columns = ["event, count", "person, name, count, event", "event, name, closed_at, undecided", "client, count"];
    let sql = [&failed, &owners, &late, &refused];
    let asked = std::array::from_fn::<_, 4, _>(|place| (columns[place], sql[place].as_str()));
    let values = [(now - LATE).into(), (now - TimeDelta::days(1)).into(), now.into()];
    let [failed, owners, late, refused] = at_once::lists(c, asked, values).await?;
    Ok(Attention {
        failed: at_once::read(columns[0], &failed)?,
        owners: at_once::read(columns[1], &owners)?,
        late: at_once::read(columns[2], &late)?,
        refused: at_once::read(columns[3], &refused)?,
    })
}
