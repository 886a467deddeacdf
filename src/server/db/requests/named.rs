//! Requests with no more than a page shows to those who see names.

use allocation::Tiers;
use sea_orm::{ConnectionTrait, DbErr};
use serde::Deserialize;

use super::{
    super::{at_once, corrupt},
    joined_tiers, read_tiers,
};
use crate::domain::ids::{EventId, PersonId, RequestId};

/// A request as those see it who see names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Named {
    pub id: RequestId,
    pub person: PersonId,
    pub name: String,
    /// Empty for whoever does not run the event.
    pub email: String,
    pub person_active: bool,
    pub tiers: Tiers,
    /// Whether they asked for that; else they came by tickets after the result.
    pub asked: bool,
    /// Empty for whoever does not run the event.
    pub note: String,
    /// `None`: undecided, or not to be seen yet.
    pub allocated: Option<u32>,
}

#[derive(Deserialize)]
struct NamedRow {
    id: RequestId,
    user_id: PersonId,
    name: String,
    email: String,
    status: String,
    tiers: Option<String>,
    #[serde(deserialize_with = "at_once::flag")]
    joined_after: bool,
    note: String,
    allocated: Option<i32>,
}

/// The requests of an event that stand, by name, with no more than everyone may see who sees names; with notes for those who
/// run it.
pub async fn named(c: &impl ConnectionTrait, event: EventId, with_notes: bool) -> Result<Vec<Named>, DbErr> {
    let backend = c.get_database_backend();
    let tiers = joined_tiers(backend, "r.id");
    let (note, email) = if with_notes { ("r.note", "u.email") } else { ("''", "''") };
    let sql = format!(
        "SELECT r.id, r.user_id, u.name, {email} AS email, u.status, {tiers} AS tiers, r.joined_after, {note} AS note, r.allocated FROM requests r JOIN users u ON u.id = r.user_id \
         WHERE r.event_id = $1 AND r.withdrawn_at IS NULL ORDER BY u.sort_key, r.id"
    );
    let columns = "id, user_id, name, email, status, tiers, joined_after, note, allocated";
    let rows: Vec<NamedRow> = at_once::all(c, columns, &sql, [event.into()]).await?;
    let named = |row: NamedRow| {
        let id = row.id;
        let allocated = row.allocated.map(u32::try_from).transpose().map_err(|_| corrupt("requests", id))?;
        let tiers = read_tiers(row.tiers.as_deref()).ok_or_else(|| corrupt("request_tiers", id))?;
        let (person, person_active) = (row.user_id, row.status == "active");
        let (name, email, note, asked) = (row.name, row.email, row.note, !row.joined_after);
        Ok(Named { id, person, name, email, person_active, tiers, asked, note, allocated })
    };
    rows.into_iter().map(named).collect()
}
