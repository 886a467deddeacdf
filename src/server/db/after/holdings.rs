use std::collections::HashSet;

use allocation::after::Holder;
use chrono::{DateTime, Utc};
use sea_orm::{
    ActiveModelTrait,
    ActiveValue::Set,
    ColumnTrait, ConnectionTrait, DbErr, EntityTrait, ExprTrait, QueryFilter, QuerySelect,
    sea_query::{Expr, OnConflict},
};

use super::super::{
    WriteTx, corrupt,
    entity::{holding, request, request_tier},
    events::column,
    guests,
    held::Held,
};
use crate::domain::ids::{EventId, PersonId};

/// What someone was given for an event, and what became of it. `given` is what counts as given to them in the season.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Holding {
    pub given: u32,
    pub accepted: u32,
    pub returned: u32,
    /// Of what they gave back: what someone else took.
    pub passed: u32,
    /// What they said too late will not be used.
    pub late: u32,
    pub handed: u32,
    pub received: u32,
}

impl Holding {
    /// Whether they have, or had, another number since than the result gave them.
    pub const fn moved(&self) -> bool {
        self.accepted > 0 || self.returned > 0 || self.handed > 0 || self.received > 0
    }
}

impl From<&Holder> for Holding {
    fn from(holder: &Holder) -> Self {
        Self {
            given: holder.given,
            accepted: holder.accepted,
            returned: holder.returned,
            passed: holder.passed,
            late: holder.late,
            handed: holder.handed,
            received: holder.received,
        }
    }
}

/// Keeps what the ledger says of people. What they were given stays as it was kept first: of what was handed on before a result was
/// final again, it counts more or less than they had.
pub async fn keep_holdings(tx: &WriteTx, event: &Held, people: &[(PersonId, Holding)]) -> Result<(), DbErr> {
    let row = |(person, holder): &(PersonId, Holding)| holding::ActiveModel {
        event_id: Set(event.id),
        user_id: Set(*person),
        given: Set(column(holder.given)),
        accepted: Set(column(holder.accepted)),
        returned: Set(column(holder.returned)),
        passed: Set(column(holder.passed)),
        late: Set(column(holder.late)),
        handed: Set(column(holder.handed)),
        received: Set(column(holder.received)),
    };
    let counts = [
        holding::Column::Accepted,
        holding::Column::Returned,
        holding::Column::Passed,
        holding::Column::Late,
        holding::Column::Handed,
        holding::Column::Received,
    ];
    let again =
        OnConflict::columns([holding::Column::EventId, holding::Column::UserId]).update_columns(counts).to_owned();
    for some in people.chunks(200) {
        let insert = holding::Entity::insert_many(some.iter().map(row)).on_conflict(again.clone());
        insert.exec_without_returning(tx).await?;
    }
    Ok(())
}

/// Those of whom [`Holding::moved`] holds.
pub async fn moved(c: &impl ConnectionTrait, event: EventId) -> Result<HashSet<PersonId>, DbErr> {
    use holding::Column;
    let some = Column::Accepted.gt(0).or(Column::Returned.gt(0)).or(Column::Handed.gt(0)).or(Column::Received.gt(0));
    let theirs = holding::Entity::find().filter(Column::EventId.eq(event).and(some));
    let those: Vec<PersonId> = theirs.select_only().column(Column::UserId).into_tuple().all(c).await?;
    Ok(those.into_iter().collect())
}

/// Forgets what the ledger says of people: another result will stand. What they have is in their requests.
pub async fn forget_holdings(tx: &WriteTx, event: &Held) -> Result<(), DbErr> {
    let theirs = holding::Entity::delete_many().filter(holding::Column::EventId.eq(event.id));
    theirs.exec(tx).await.map(|_| ())
}

/// What became of someone's tickets; `None`: nothing did.
pub async fn of_person(c: &impl ConnectionTrait, event: EventId, person: PersonId) -> Result<Option<Holding>, DbErr> {
    let row = holding::Entity::find_by_id((event, person)).one(c).await?;
    let read = |row: holding::Model| {
        let count = |value: i32| u32::try_from(value).ok();
        Some(Holding {
            given: count(row.given)?,
            accepted: count(row.accepted)?,
            returned: count(row.returned)?,
            passed: count(row.passed)?,
            late: count(row.late)?,
            handed: count(row.handed)?,
            received: count(row.received)?,
        })
    };
    row.map(|row| read(row).ok_or_else(|| corrupt("holdings of", person))).transpose()
}

/// Those who parted with tickets of an event.
pub async fn who_gave(c: &impl ConnectionTrait, event: EventId) -> Result<Vec<PersonId>, DbErr> {
    let gave = holding::Column::Returned.gt(0).or(holding::Column::Handed.gt(0)).or(holding::Column::Late.gt(0));
    let those = holding::Entity::find().filter(holding::Column::EventId.eq(event).and(gave));
    those.select_only().column(holding::Column::UserId).into_tuple().all(c).await
}

/// Notes how many tickets someone has now, which they know: they did it, or are told in the same transaction. It is what the draw
/// comes to by now; whoever gave something back (`gave`) is given no more of it by itself. Guests for whom they no longer have a
/// ticket are dropped. Says whether they have a request.
pub async fn set_held(tx: &WriteTx, event: &Held, person: PersonId, (held, gave): (u32, bool)) -> Result<bool, DbErr> {
    let drawn = format!("CASE WHEN drawn IS NULL THEN NULL ELSE {} END", column(held));
    let mut change = request::Entity::update_many()
        .col_expr(request::Column::Allocated, Expr::value(column(held)))
        .col_expr(request::Column::Drawn, Expr::cust(drawn))
        .col_expr(request::Column::Told, Expr::value(column(held)))
        .col_expr(request::Column::SinceResult, Expr::value(true));
    guests::drop_beyond(tx, event, person, held).await?;
    if gave {
        change = change.col_expr(request::Column::ByHand, Expr::value(true));
    }
    let theirs = change
        .filter(request::Column::EventId.eq(event.id))
        .filter(request::Column::UserId.eq(person))
        .filter(request::Column::WithdrawnAt.is_null());
    Ok(theirs.exec(tx).await?.rows_affected == 1)
}

/// Notes someone's first tickets who asked for none, or withdrew.
pub async fn joined(
    tx: &WriteTx,
    event: &Held,
    person: PersonId,
    (held, now): (u32, DateTime<Utc>),
) -> Result<(), DbErr> {
    let before = request::Entity::find()
        .filter(request::Column::EventId.eq(event.id))
        .filter(request::Column::UserId.eq(person))
        .one(tx)
        .await?;
    let id = if let Some(withdrawn) = before {
        let back = request::ActiveModel {
            id: Set(withdrawn.id),
            allocated: Set(Some(column(held))),
            told: Set(Some(column(held))),
            told_at: Set(Some(now)),
            withdrawn_at: Set(None),
            by_hand: Set(true),
            joined_after: Set(true),
            since_result: Set(true),
            // What became of their request is over: these count as theirs, as anyone's do who asked for nothing.
            removed_by: Set(None),
            removed_because: Set(String::new()),
            entered_by: Set(None),
            ..Default::default()
        };
        back.update(tx).await?.id
    } else {
        first(event, person, (held, now)).insert(tx).await?.id
    };
    let tiers = request_tier::Entity::find().filter(request_tier::Column::RequestId.eq(id)).one(tx).await?;
    if tiers.is_none() {
        let tier = request_tier::ActiveModel { request_id: Set(id), amount: Set(column(held)) };
        request_tier::Entity::insert(tier).exec_without_returning(tx).await?;
    }
    Ok(())
}

/// The row of someone who asked for nothing.
fn first(event: &Held, person: PersonId, (held, now): (u32, DateTime<Utc>)) -> request::ActiveModel {
    request::ActiveModel {
        event_id: Set(event.id),
        user_id: Set(person),
        note: Set(String::new()),
        since: Set(now),
        version: Set(1),
        allocated: Set(Some(column(held))),
        reason: Set(String::new()),
        decided_version: Set(0),
        told: Set(Some(column(held))),
        told_at: Set(Some(now)),
        created_at: Set(now),
        updated_at: Set(now),
        by_hand: Set(true),
        joined_after: Set(true),
        since_result: Set(true),
        ..Default::default()
    }
}
