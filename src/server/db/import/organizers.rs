use chrono::{DateTime, Utc};
use sea_orm::{ConnectionTrait, DbErr, EntityTrait};

use super::CHUNK;
use crate::{
    domain::ids::{EventId, PersonId},
    server::db::{entity::event_organizer, organizers::row},
};

/// A co-organizer to write.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NewOrganizer {
    pub event: EventId,
    pub person: PersonId,
    pub since: DateTime<Utc>,
}

/// Writes co-organizers of events that were just written.
pub async fn insert_organizers(
    c: &impl ConnectionTrait,
    organizers: impl IntoIterator<Item = NewOrganizer>,
) -> Result<(), DbErr> {
    let rows: Vec<_> = organizers.into_iter().map(|new| row(new.event, new.person, new.since)).collect();
    for some in rows.chunks(CHUNK) {
        event_organizer::Entity::insert_many(some.to_vec()).exec_without_returning(c).await?;
    }
    Ok(())
}
