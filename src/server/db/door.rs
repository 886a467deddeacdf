//! Who is expected at an event's door, and who came.

use sea_orm::{ColumnTrait, ConnectionTrait, DbErr, EntityTrait, ExprTrait, QueryFilter, sea_query::Expr};
use serde::Deserialize;

use super::{WriteTx, at_once, corrupt, entity::request, events::column, held::Held};
use crate::domain::ids::{EventId, PersonId};

/// Someone who has tickets.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Holder {
    pub person: PersonId,
    pub name: String,
    pub email: String,
    /// How many tickets they have.
    pub held: u32,
    /// Of these: how many they said will not be used, too late to pass them on.
    pub late: u32,
    /// How many of them were used; `None`: nobody said.
    pub came: Option<u32>,
}

#[derive(Deserialize)]
struct Row {
    person: PersonId,
    name: String,
    email: String,
    held: i32,
    late: i32,
    came: Option<i32>,
}

/// Everyone who has tickets for an event, by name. One statement.
pub async fn holders(c: &impl ConnectionTrait, event: EventId) -> Result<Vec<Holder>, DbErr> {
    let sql = "SELECT r.user_id AS person, u.name, u.email, r.allocated AS held, COALESCE(h.late, 0) AS late, r.came \
               FROM requests r JOIN users u ON u.id = r.user_id \
               LEFT JOIN holdings h ON h.event_id = r.event_id AND h.user_id = r.user_id \
               WHERE r.event_id = $1 AND r.withdrawn_at IS NULL AND r.allocated > 0 ORDER BY u.sort_key, r.id";
    let rows: Vec<Row> = at_once::all(c, "person, name, email, held, late, came", sql, [event.into()]).await?;
    let holder = |row: Row| {
        let person = row.person;
        let read = |row: Row| {
            let count = |value: i32| u32::try_from(value).ok();
            let came = row.came.map(u32::try_from).transpose().ok()?;
            let (held, late) = (count(row.held)?, count(row.late)?);
            Some(Holder { person, name: row.name, email: row.email, held, late, came })
        };
        read(row).ok_or_else(|| corrupt("requests of", person))
    };
    rows.into_iter().map(holder).collect()
}

/// Notes how many of someone's tickets were used; `None`: nobody said. Nothing else of theirs, and nobody else's, is touched.
pub async fn note_came(tx: &WriteTx, event: &Held, person: PersonId, came: Option<u32>) -> Result<(), DbErr> {
    let theirs = request::Column::EventId.eq(event.id).and(request::Column::UserId.eq(person));
    let change = request::Entity::update_many().col_expr(request::Column::Came, Expr::value(came.map(column)));
    change.filter(theirs.and(request::Column::WithdrawnAt.is_null())).exec(tx).await.map(|_| ())
}
