//! What becomes of tickets after the result: the ledger of an event, and what follows from it.

mod hand_requests;
mod holdings;
mod offers;
mod overlaps;
mod returns;
mod settings;

use allocation::{
    Hash, Label,
    after::{Entry, Fields, What},
};
use chrono::{DateTime, Utc};
use sea_orm::{
    ActiveValue::Set, ColumnTrait, ConnectionTrait, DbErr, EntityTrait, ExprTrait, QueryFilter, QueryOrder,
    QuerySelect, Statement, sea_query::Expr,
};

use super::{
    WriteTx, corrupt,
    emails_off::IS_OFF_FOR,
    entity::{after_entry, event},
    events::column,
    held::Held,
};
use crate::domain::{
    ids::{EventId, PersonId},
    message::Topic,
};

pub use self::{
    hand_requests::{HandRequest, NewHandRequest, hand_requests, insert_hand_request, take_hand_request},
    holdings::{Holding, forget_holdings, joined, keep_holdings, moved, of_person, set_held, who_gave},
    offers::{NewOffer, Offer, OfferStatus, end_offer, extend_offer, find_offer, insert_offer, offers_of},
    overlaps::{Overlap, overlaps},
    returns::{NewReturn, Returning, insert_return, returning, take_return},
    settings::set,
};

/// An entry, and whose the labels in it are.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stored {
    pub entry: Entry,
    /// Who stands behind the label; `None`: there is none, or they are gone.
    pub person: Option<PersonId>,
    /// The same of whom it is handed on to.
    pub to: Option<PersonId>,
}

impl TryFrom<after_entry::Model> for Stored {
    type Error = DbErr;

    fn try_from(row: after_entry::Model) -> Result<Self, DbErr> {
        let id = row.id;
        let label = |text: Option<String>| text.map(|text| Label::parse(&text)).transpose();
        let read = |row: after_entry::Model| {
            let fields = Fields {
                at: row.at,
                what: What::parse(&row.what)?,
                label: label(row.label).ok()?,
                to: label(row.to_label).ok()?,
                number: row.number.map(u32::try_from).transpose().ok()?,
                time: row.time,
                reason: row.reason,
            };
            let entry = Entry { sequence: row.sequence.try_into().ok()?, fields, hash: Hash::parse(&row.hash)? };
            Some(Self { entry, person: row.user_id, to: row.to_user_id })
        };
        read(row).ok_or_else(|| corrupt("after_entries", id))
    }
}

/// The ledger that belongs to a draw of an event (0: nothing was drawn), oldest first.
pub async fn entries(c: &impl ConnectionTrait, event: EventId, draw: u32) -> Result<Vec<Stored>, DbErr> {
    let those = after_entry::Column::EventId.eq(event).and(after_entry::Column::Draw.eq(column(draw)));
    let rows = after_entry::Entity::find().filter(those).order_by_asc(after_entry::Column::Sequence).all(c).await?;
    rows.into_iter().map(Stored::try_from).collect()
}

/// Adds entries to a ledger.
pub async fn insert(tx: &WriteTx, event: &Held, draw: u32, new: &[Stored]) -> Result<(), DbErr> {
    let row = |stored: &Stored| {
        let Fields { at, what, label, to, number, time, reason } = &stored.entry.fields;
        after_entry::ActiveModel {
            event_id: Set(event.id),
            draw: Set(column(draw)),
            sequence: Set(column(stored.entry.sequence)),
            at: Set(*at),
            what: Set(what.as_str().to_owned()),
            label: Set(label.as_ref().map(ToString::to_string)),
            to_label: Set(to.as_ref().map(ToString::to_string)),
            number: Set(number.map(column)),
            time: Set(*time),
            reason: Set(reason.clone()),
            hash: Set(stored.entry.hash.to_string()),
            user_id: Set(stored.person),
            to_user_id: Set(stored.to),
            ..Default::default()
        }
    };
    for some in new.chunks(200) {
        after_entry::Entity::insert_many(some.iter().map(row)).exec_without_returning(tx).await?;
    }
    Ok(())
}

/// Where the ledger of an event leads, as it is kept beside the event.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Counts {
    /// The number of the last entry that was seen, and of the last there is now.
    pub seen: u32,
    pub sequence: u32,
    pub offered: u32,
    pub on_table: u32,
    /// When something happens next by itself.
    pub due_at: Option<DateTime<Utc>>,
}

/// Moves an event on from the entry that was seen. This one statement holds the rule that people have, are offered, and can take
/// from the table no more than there is. Says no where somebody else was faster, or where that would not hold.
pub async fn advance(tx: &WriteTx, event: &Held, counts: Counts) -> Result<bool, DbErr> {
    let bound = column(counts.offered.saturating_add(counts.on_table));
    let fits = format!(
        "(SELECT COALESCE(SUM(r.allocated), 0) FROM requests r WHERE r.event_id = events.id AND r.withdrawn_at IS NULL) \
         + {bound} <= tickets"
    );
    let change = event::Entity::update_many()
        .col_expr(event::Column::Offered, Expr::value(column(counts.offered)))
        .col_expr(event::Column::OnTable, Expr::value(column(counts.on_table)))
        .col_expr(event::Column::AfterSequence, Expr::value(column(counts.sequence)))
        .col_expr(event::Column::AfterDueAt, Expr::value(counts.due_at));
    let seen = event::Column::Id.eq(event.id).and(event::Column::AfterSequence.eq(column(counts.seen)));
    let change = change.filter(seen.and(Expr::cust(fits)));
    Ok(change.exec(tx).await?.rows_affected == 1)
}

/// Notes when something happens next by itself, where that is earlier than what was known.
pub async fn hurry(tx: &WriteTx, event: &Held, due_at: DateTime<Utc>) -> Result<(), DbErr> {
    let later = event::Column::AfterDueAt.is_null().or(event::Column::AfterDueAt.gt(due_at));
    let change = event::Entity::update_many().col_expr(event::Column::AfterDueAt, Expr::value(due_at));
    change.filter(event::Column::Id.eq(event.id).and(later)).exec(tx).await.map(|_| ())
}

/// Whoever may take something from the open table: those who are active and have not turned it off, and have less than one may have.
pub async fn who_may_claim(c: &impl ConnectionTrait, event: EventId) -> Result<Vec<PersonId>, DbErr> {
    let sql = format!(
        "SELECT u.id FROM users u WHERE u.status = 'active' AND NOT {IS_OFF_FOR} AND NOT EXISTS \
         (SELECT 1 FROM requests r JOIN events e ON e.id = r.event_id WHERE r.event_id = $1 AND r.user_id = u.id \
          AND r.allocated >= e.request_limit) ORDER BY u.id"
    );
    let values = [event.into(), Topic::OpenTable.as_str().into()];
    let rows = c.query_all_raw(Statement::from_sql_and_values(c.get_database_backend(), sql, values)).await?;
    rows.iter().map(|row| row.try_get_by_index(0)).collect()
}

/// Those who run an event, are active, and have not turned off what they are told of their events.
pub async fn who_runs(c: &impl ConnectionTrait, event: EventId) -> Result<Vec<PersonId>, DbErr> {
    let sql = format!(
        "SELECT u.id FROM users u WHERE u.status = 'active' AND NOT {IS_OFF_FOR} AND \
         (u.id = (SELECT e.owner_id FROM events e WHERE e.id = $1) OR u.id IN \
          (SELECT o.user_id FROM event_organizers o WHERE o.event_id = $1)) ORDER BY u.id"
    );
    let values = [event.into(), Topic::Digest.as_str().into()];
    let rows = c.query_all_raw(Statement::from_sql_and_values(c.get_database_backend(), sql, values)).await?;
    rows.iter().map(|row| row.try_get_by_index(0)).collect()
}

/// Notes that nothing happens by itself.
pub async fn stand_still(tx: &WriteTx, event: &Held) -> Result<(), DbErr> {
    let change = event::Entity::update_many().col_expr(event::Column::AfterDueAt, Expr::value(None::<DateTime<Utc>>));
    change.filter(event::Column::Id.eq(event.id)).exec(tx).await.map(|_| ())
}

/// Has the events looked at soon on which something is offered, or may be offered this moment, to someone who leaves, or is to be
/// handed on by or to them.
pub async fn hurry_offers_of(tx: &WriteTx, person: PersonId, now: DateTime<Utc>) -> Result<(), DbErr> {
    let sql = "UPDATE events SET after_due_at = $2 WHERE id IN \
               (SELECT r.event_id FROM requests r JOIN events e ON e.id = r.event_id \
                WHERE r.user_id = $1 AND e.after_due_at IS NOT NULL \
               UNION SELECT o.event_id FROM offers o WHERE o.user_id = $1 AND o.status = 'open' \
               UNION SELECT h.event_id FROM hand_requests h WHERE h.user_id = $1 OR h.to_user_id = $1)";
    let values = [person.into(), now.into()];
    tx.execute_raw(Statement::from_sql_and_values(tx.get_database_backend(), sql, values)).await.map(|_| ())
}

/// Events on which something happens by itself by now, the longest waiting first. Nothing does while one is in the trash.
pub async fn due(c: &impl ConnectionTrait, now: DateTime<Utc>) -> Result<Vec<EventId>, DbErr> {
    let there = event::Column::DeletedAt.is_null();
    let due = event::Entity::find().filter(event::Column::AfterDueAt.lte(now).and(there));
    due.select_only().column(event::Column::Id).order_by_asc(event::Column::AfterDueAt).into_tuple().all(c).await
}
