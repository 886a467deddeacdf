//! Requests with no more than a page shows to those who see names.

use allocation::Tiers;
use sea_orm::{ConnectionTrait, DbErr, FromQueryResult, Statement};

use super::{super::corrupt, Request, joined_tiers, read_tiers};
use crate::domain::ids::{EventId, PersonId, RequestId};

/// A request as those see it who see names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Named {
    pub id: RequestId,
    pub person: PersonId,
    pub name: String,
    pub person_active: bool,
    pub tiers: Tiers,
    /// Empty for whoever does not run the event.
    pub note: String,
    /// `None`: undecided, or not to be seen yet.
    pub allocated: Option<u32>,
}

impl From<Request> for Named {
    fn from(request: Request) -> Self {
        let Request { id, person, name, person_active, tiers, note, allocated, .. } = request;
        Self { id, person, name, person_active, tiers, note, allocated }
    }
}

#[derive(FromQueryResult)]
struct NamedRow {
    id: RequestId,
    user_id: PersonId,
    name: String,
    tiers: Option<String>,
    allocated: Option<i32>,
}

/// The requests of an event that stand, by name, with no more than everyone may see who sees names.
pub async fn named(c: &impl ConnectionTrait, event: EventId) -> Result<Vec<Named>, DbErr> {
    let backend = c.get_database_backend();
    let tiers = joined_tiers(backend, "r.id");
    let sql = format!(
        "SELECT r.id, r.user_id, u.name, {tiers} AS tiers, r.allocated FROM requests r JOIN users u ON u.id = r.user_id \
         WHERE r.event_id = $1 AND r.withdrawn_at IS NULL ORDER BY u.name, r.id"
    );
    let rows = NamedRow::find_by_statement(Statement::from_sql_and_values(backend, sql, [event.into()])).all(c).await?;
    let named = |row: NamedRow| {
        let id = row.id;
        let allocated = row.allocated.map(u32::try_from).transpose().map_err(|_| corrupt("requests", id))?;
        let tiers = read_tiers(row.tiers.as_deref()).ok_or_else(|| corrupt("request_tiers", id))?;
        let (person, person_active, note) = (row.user_id, true, String::new());
        Ok(Named { id, person, name: row.name, person_active, tiers, note, allocated })
    };
    rows.into_iter().map(named).collect()
}
