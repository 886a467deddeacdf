//! An event as someone comes to it: with how they stand to it. What its pages begin with, in one statement.

use std::sync::LazyLock;

use sea_orm::{ConnectionTrait, DbBackend, DbErr, FromQueryResult, IdenStatic, Iterable, Statement};

use super::{
    entity::event,
    events::Event,
    requests::{self, Request},
};
use crate::{
    domain::ids::{EventId, PersonId},
    server::auth::Standing,
};

/// An event that does not lie in the trash, and how one person stands to it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Seen {
    pub event: Event,
    pub standing: Standing,
    /// Whether they are a steward of the season the event is or was in last.
    pub is_steward: bool,
    /// The names of those who run it and can sign in, the owner's first, then by name.
    pub run_by: String,
    /// The name of the owner, if they are deactivated.
    pub owner_left: Option<String>,
    /// Their own request, withdrawn or not, where it was asked for.
    pub own: Option<Request>,
}

#[derive(FromQueryResult)]
struct Row {
    #[sea_orm(nested)]
    event: event::Model,
    runs_along: bool,
    is_steward: bool,
    run_by: Option<String>,
    owner_left: Option<String>,
    own: Option<String>,
}

/// Everything of an event but the board as it was before a draw, which may be long and is shown nowhere.
static COLUMNS: LazyLock<String> = LazyLock::new(|| {
    let column = |column: event::Column| match column {
        event::Column::BoardBefore => "NULL AS board_before".to_owned(),
        column => format!("e.{}", column.as_str()),
    };
    event::Column::iter().map(column).collect::<Vec<_>>().join(", ")
});

/// The event with this id as this person comes to it.
pub async fn find(c: &impl ConnectionTrait, id: EventId, person: PersonId) -> Result<Option<Seen>, DbErr> {
    look(c, id, person, "CAST(NULL AS text)").await
}

/// The same with this person's own request.
pub async fn find_with_own(c: &impl ConnectionTrait, id: EventId, person: PersonId) -> Result<Option<Seen>, DbErr> {
    look(c, id, person, &requests::one_as_text(c.get_database_backend(), "$1", "$2")).await
}

async fn look(c: &impl ConnectionTrait, id: EventId, person: PersonId, own: &str) -> Result<Option<Seen>, DbErr> {
    let backend = c.get_database_backend();
    let join = if backend == DbBackend::Postgres { "string_agg" } else { "group_concat" };
    let sql = format!(
        "SELECT {}, EXISTS (SELECT 1 FROM event_organizers o WHERE o.event_id = e.id AND o.user_id = $2) AS runs_along, \
         EXISTS (SELECT 1 FROM pool_stewards s WHERE s.pool_id = e.pool_id AND s.user_id = $2) AS is_steward, \
         (SELECT {join}(u.name, ', ' ORDER BY u.id <> e.owner_id, u.sort_key, u.id) FROM users u WHERE u.status = 'active' AND \
         (u.id = e.owner_id OR u.id IN (SELECT o.user_id FROM event_organizers o WHERE o.event_id = e.id))) AS run_by, \
         (SELECT u.name FROM users u WHERE u.id = e.owner_id AND u.status <> 'active') AS owner_left, {own} AS own \
         FROM events e WHERE e.id = $1 AND e.deleted_at IS NULL",
        *COLUMNS
    );
    let statement = Statement::from_sql_and_values(backend, sql, [id.into(), person.into()]);
    let Some(row) = Row::find_by_statement(statement).one(c).await? else { return Ok(None) };
    let standing = match row.runs_along {
        _ if row.event.owner_id == person => Standing::Owner,
        true => Standing::CoOrganizer,
        false => Standing::None,
    };
    let (is_steward, run_by, owner_left) = (row.is_steward, row.run_by.unwrap_or_default(), row.owner_left);
    let own = row.own.as_deref().map(requests::read_one).transpose()?;
    Ok(Some(Seen { event: row.event.try_into()?, standing, is_steward, run_by, owner_left, own }))
}
