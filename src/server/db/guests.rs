//! Who uses someone's tickets for an event: names and notes, a ticket each.

use std::collections::{BTreeMap, HashMap};

use chrono::{DateTime, Utc};
use sea_orm::{
    ActiveValue::Set, ColumnTrait, ConnectionTrait, DbErr, EntityTrait, ExprTrait, QueryFilter, QueryOrder, Statement,
    sea_query::Expr,
};

use super::{
    WriteTx, corrupt,
    entity::{guest, request},
    events::column,
    held::Held,
};
use crate::domain::{
    guest::Guest,
    ids::{EventId, PersonId},
};

/// Guests by the number of the ticket, from 1; tickets nobody is named for are left out.
pub type ByTicket = BTreeMap<u32, Guest>;

/// Those of one person's tickets.
pub async fn of_person(c: &impl ConnectionTrait, event: EventId, person: PersonId) -> Result<ByTicket, DbErr> {
    let theirs = guest::Column::EventId.eq(event).and(guest::Column::UserId.eq(person));
    let rows = guest::Entity::find().filter(theirs).all(c).await?;
    rows.into_iter().map(|row| Ok(read(row)?.1)).collect()
}

/// Those of everyone's tickets for an event.
pub async fn of_event(c: &impl ConnectionTrait, event: EventId) -> Result<HashMap<PersonId, ByTicket>, DbErr> {
    let those = guest::Entity::find().filter(guest::Column::EventId.eq(event));
    let mut all = HashMap::<PersonId, ByTicket>::new();
    for row in those.order_by_asc(guest::Column::Position).all(c).await? {
        let (person, (position, guest)) = read(row)?;
        all.entry(person).or_default().insert(position, guest);
    }
    Ok(all)
}

fn read(row: guest::Model) -> Result<(PersonId, (u32, Guest)), DbErr> {
    let position = u32::try_from(row.position).map_err(|_| corrupt("guests of", row.user_id))?;
    Ok((row.user_id, (position, Guest { name: row.name, note: row.note })))
}

/// Keeps these in place of those that one person's tickets have.
pub async fn keep(tx: &WriteTx, event: &Held, person: PersonId, guests: &ByTicket) -> Result<(), DbErr> {
    let theirs = guest::Column::EventId.eq(event.id).and(guest::Column::UserId.eq(person));
    guest::Entity::delete_many().filter(theirs).exec(tx).await?;
    let rows = guests.iter().map(|(&position, Guest { name, note })| guest::ActiveModel {
        event_id: Set(event.id),
        user_id: Set(person),
        position: Set(column(position)),
        name: Set(name.clone()),
        note: Set(note.clone()),
    });
    let rows: Vec<_> = rows.collect();
    for some in rows.chunks(200) {
        guest::Entity::insert_many(some.iter().cloned()).exec_without_returning(tx).await?;
    }
    Ok(())
}

/// Drops what someone who has `held` tickets now no longer has a ticket for: names, and that more were used than that.
pub async fn drop_beyond(tx: &WriteTx, event: &Held, person: PersonId, held: u32) -> Result<(), DbErr> {
    let theirs = guest::Column::EventId.eq(event.id).and(guest::Column::UserId.eq(person));
    guest::Entity::delete_many().filter(theirs.and(guest::Column::Position.gt(column(held)))).exec(tx).await?;
    let theirs = request::Column::EventId.eq(event.id).and(request::Column::UserId.eq(person));
    let more = theirs.and(request::Column::Came.gt(column(held)));
    let change = request::Entity::update_many().col_expr(request::Column::Came, Expr::value(None::<i32>));
    change.filter(more).exec(tx).await.map(|_| ())
}

/// The same for everyone with whatever an event gives them now.
pub async fn drop_beyond_result(tx: &WriteTx, event: &Held) -> Result<(), DbErr> {
    for sql in [
        "DELETE FROM guests WHERE event_id = $1 AND position > COALESCE((SELECT r.allocated FROM requests r \
         WHERE r.event_id = guests.event_id AND r.user_id = guests.user_id AND r.withdrawn_at IS NULL), 0)",
        "UPDATE requests SET came = NULL WHERE event_id = $1 AND came > COALESCE(allocated, 0)",
    ] {
        tx.execute_raw(Statement::from_sql_and_values(tx.get_database_backend(), sql, [event.id.into()])).await?;
    }
    Ok(())
}

/// Forgets who came: it was on another day.
pub async fn forget_who_came(tx: &WriteTx, event: &Held) -> Result<(), DbErr> {
    let change = request::Entity::update_many().col_expr(request::Column::Came, Expr::value(None::<i32>));
    let theirs = request::Column::EventId.eq(event.id).and(request::Column::Came.is_not_null());
    change.filter(theirs).exec(tx).await.map(|_| ())
}

/// Removes the names of all events that were over before then: that ended, or began where no end is known. Says how many.
pub async fn remove_over(tx: &WriteTx, before: DateTime<Utc>) -> Result<u64, DbErr> {
    let sql = "DELETE FROM guests WHERE event_id IN \
               (SELECT e.id FROM events e WHERE COALESCE(e.ends_at, e.starts_at) <= $1)";
    let done = tx.execute_raw(Statement::from_sql_and_values(tx.get_database_backend(), sql, [before.into()])).await?;
    Ok(done.rows_affected())
}
