//! Whole rows with their history: what an import or a made-up organization writes, many rows a statement.

mod events;
mod organizers;
mod people;
mod requests;

pub use events::{NewEvent, StoredEvent, find_events, insert_events, last_event};
pub use organizers::{NewOrganizer, insert_organizers};
pub use people::{NewPerson, insert_people};
pub use requests::{NewRequest, StoredRequest, find_requests, insert_requests};

use sea_orm::{ConnectionTrait, DbBackend, DbErr, Statement};

/// Rows a statement: SQLite takes at most 32,766 values, PostgreSQL 65,535, and no row here has more than 25.
const CHUNK: usize = 1_000;

/// Makes new events go on after the largest number. PostgreSQL counts apart from the rows and would give the numbers
/// that were just written a second time; SQLite looks at the rows.
///
/// This stays even if the transaction does not: call it only before a commit.
pub async fn continue_event_numbers(c: &impl ConnectionTrait) -> Result<(), DbErr> {
    if c.get_database_backend() != DbBackend::Postgres {
        return Ok(());
    }
    let which = Statement::from_string(DbBackend::Postgres, "SELECT pg_get_serial_sequence('events', 'id')");
    let Some(found) = c.query_one_raw(which).await? else { return Ok(()) };
    let sequence: String = found.try_get_by_index(0)?;
    let forward = format!(
        "SELECT setval('{sequence}', m.most) FROM (SELECT MAX(id) AS most FROM events) m \
         WHERE m.most >= (SELECT last_value FROM {sequence})"
    );
    c.execute_unprepared(&forward).await.map(|_| ())
}
