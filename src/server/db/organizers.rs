//! Who runs an event: its owner and any number of co-organizers.

use chrono::{DateTime, Utc};
use sea_orm::{
    ActiveValue::Set, ColumnTrait, ConnectionTrait, DbErr, EntityTrait, ExprTrait, FromQueryResult, QueryFilter,
    Statement, sea_query::OnConflict,
};

use super::{WriteTx, entity::event_organizer, events::Event, held::Held};
use crate::{
    domain::ids::{EventId, PersonId},
    server::auth::Standing,
};

/// One of those who run an event; the owner comes first.
#[derive(Clone, Debug, PartialEq, Eq, FromQueryResult)]
pub struct Organizer {
    pub id: PersonId,
    pub name: String,
    pub email: String,
    pub is_owner: bool,
}

/// Everyone who runs the event, the owner first, then by name.
pub async fn list(c: &impl ConnectionTrait, event: EventId) -> Result<Vec<Organizer>, DbErr> {
    let sql = "SELECT u.id AS id, u.name, u.email, e.owner_id = u.id AS is_owner \
               FROM events e JOIN users u ON u.id = e.owner_id \
               OR u.id IN (SELECT o.user_id FROM event_organizers o WHERE o.event_id = e.id) \
               WHERE e.id = $1 ORDER BY is_owner DESC, u.sort_key, u.id";
    let statement = Statement::from_sql_and_values(c.get_database_backend(), sql, [event.into()]);
    Organizer::find_by_statement(statement).all(c).await
}

/// How `person` stands to an event.
pub async fn standing(c: &impl ConnectionTrait, event: &Event, person: PersonId) -> Result<Standing, DbErr> {
    if event.owner == person {
        return Ok(Standing::Owner);
    }
    let found = event_organizer::Entity::find_by_id((event.id, person)).one(c).await?;
    Ok(if found.is_some() { Standing::CoOrganizer } else { Standing::None })
}

/// As [`standing`], from a list read before.
pub fn standing_among(organizers: &[Organizer], person: PersonId) -> Standing {
    match organizers.iter().find(|organizer| organizer.id == person) {
        Some(organizer) if organizer.is_owner => Standing::Owner,
        Some(_) => Standing::CoOrganizer,
        None => Standing::None,
    }
}

/// Adds a co-organizer; adding one twice changes nothing.
pub async fn insert(tx: &WriteTx, event: &Held, person: PersonId, now: DateTime<Utc>) -> Result<(), DbErr> {
    let row = row(event.id, person, now);
    event_organizer::Entity::insert(row).on_conflict(once()).exec_without_returning(tx).await.map(|_| ())
}

pub(super) fn row(event: EventId, person: PersonId, since: DateTime<Utc>) -> event_organizer::ActiveModel {
    event_organizer::ActiveModel { event_id: Set(event), user_id: Set(person), created_at: Set(since) }
}

fn once() -> OnConflict {
    OnConflict::columns([event_organizer::Column::EventId, event_organizer::Column::UserId]).do_nothing().to_owned()
}

/// Removes a co-organizer.
pub async fn remove(tx: &WriteTx, event: &Held, person: PersonId) -> Result<(), DbErr> {
    let which = event_organizer::Column::EventId.eq(event.id).and(event_organizer::Column::UserId.eq(person));
    event_organizer::Entity::delete_many().filter(which).exec(tx).await.map(|_| ())
}

/// An event whose owner is deactivated.
#[derive(Clone, Debug, PartialEq, Eq, FromQueryResult)]
pub struct Ownerless {
    pub event: EventId,
    pub name: String,
    /// The owner's name.
    pub owner: String,
}

/// Which events (`e`) have nobody left who owns them (`u`): something is left to do for them, or they are yet to come, and their
/// owner is deactivated. `now` names the value of this moment.
pub(super) fn has_no_owner(now: &str) -> String {
    format!(
        "u.status = 'inactive' AND e.deleted_at IS NULL AND e.status <> 'cancelled' \
         AND (e.status IN ('open', 'closed') OR e.starts_at > {now})"
    )
}

/// The events that have no owner left ([`has_no_owner`]): those of all such owners, or of `one`. The next first, at most a hundred.
pub async fn ownerless(
    c: &impl ConnectionTrait,
    one: Option<PersonId>,
    now: DateTime<Utc>,
) -> Result<Vec<Ownerless>, DbErr> {
    let whose = one.map(|one| format!(" AND u.id = {one}")).unwrap_or_default();
    let sql = format!(
        "SELECT e.id AS event, e.name, u.name AS owner FROM events e JOIN users u ON u.id = e.owner_id \
         WHERE {}{whose} ORDER BY e.starts_at, e.id LIMIT 100",
        has_no_owner("$1")
    );
    let statement = Statement::from_sql_and_values(c.get_database_backend(), sql, [now.into()]);
    Ownerless::find_by_statement(statement).all(c).await
}
