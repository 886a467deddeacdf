//! What changes requests.

use allocation::Tiers;
use chrono::{DateTime, Utc};
use sea_orm::{
    ActiveModelTrait, ActiveValue::Set, ColumnTrait, ConnectionTrait, DbErr, EntityTrait, ExprTrait, QueryFilter,
    UpdateMany, sea_query::Expr,
};

use super::{
    super::{
        WriteTx,
        entity::{request, request_tier},
        events::column,
        held::Held,
    },
    Request,
};
use crate::domain::{
    ids::{PersonId, RequestId},
    request::Ask,
};

/// For whom a request is, who typed it in, when.
#[derive(Clone, Copy, Debug)]
pub struct Asking {
    pub person: PersonId,
    /// The organizer who typed it in for the person.
    pub entered_by: Option<PersonId>,
    pub now: DateTime<Utc>,
}

/// Stores a first request and returns its id.
pub async fn insert(tx: &WriteTx, event: &Held, asking: Asking, ask: &Ask) -> Result<RequestId, DbErr> {
    let row = request::ActiveModel {
        event_id: Set(event.id),
        user_id: Set(asking.person),
        note: Set(ask.note.clone()),
        since: Set(asking.now),
        version: Set(1),
        entered_by: Set(asking.entered_by),
        reason: Set(String::new()),
        decided_version: Set(0),
        created_at: Set(asking.now),
        updated_at: Set(asking.now),
        ..Default::default()
    };
    let id = row.insert(tx).await?.id;
    insert_tiers(tx, id, &ask.tiers).await?;
    Ok(id)
}

/// Changes a request, or brings a withdrawn one back. `since` moves only when the person added an amount, never by what
/// someone else does. An allocation that stood is undecided again when the numbers changed.
pub async fn update(tx: &WriteTx, event: &Held, before: &Request, asking: Asking, ask: &Ask) -> Result<(), DbErr> {
    let added = ask.tiers.amounts().iter().any(|amount| !before.tiers.amounts().contains(amount));
    let own = asking.entered_by.is_none();
    let since = if own && (added || before.withdrawn_at.is_some()) { asking.now } else { before.since };
    let mut change = request::Entity::update_many()
        .col_expr(request::Column::Note, Expr::value(ask.note.clone()))
        .col_expr(request::Column::Since, Expr::value(since))
        .col_expr(request::Column::EnteredBy, Expr::value(asking.entered_by))
        .col_expr(request::Column::UpdatedAt, Expr::value(asking.now))
        .col_expr(request::Column::Version, Expr::col(request::Column::Version).add(1));
    change = stands_again(change);
    if ask.tiers != before.tiers {
        change = change
            .col_expr(request::Column::Allocated, Expr::value(None::<i32>))
            .col_expr(request::Column::Reason, Expr::value(""))
            .col_expr(request::Column::Drawn, Expr::value(None::<i32>))
            .col_expr(request::Column::Pinned, Expr::value(false))
            .col_expr(request::Column::ByHand, Expr::value(false))
            .col_expr(request::Column::SinceResult, Expr::value(false));
    }
    change.filter(of(event, before.id)).exec(tx).await?;
    if ask.tiers != before.tiers {
        request_tier::Entity::delete_many().filter(request_tier::Column::RequestId.eq(before.id)).exec(tx).await?;
        insert_tiers(tx, before.id, &ask.tiers).await?;
    }
    Ok(())
}

/// Stores a request's tiers.
async fn insert_tiers(c: &impl ConnectionTrait, request: RequestId, tiers: &Tiers) -> Result<(), DbErr> {
    let rows = tiers
        .amounts()
        .iter()
        .map(|&amount| request_tier::ActiveModel { request_id: Set(request), amount: Set(column(amount)) });
    request_tier::Entity::insert_many(rows).exec_without_returning(c).await.map(|_| ())
}

/// Who takes a request away that is not theirs, and why.
#[derive(Clone, Copy, Debug)]
pub struct Removal<'a> {
    pub by: PersonId,
    pub reason: &'a str,
}

/// Withdraws a request, or removes it for someone else; what it was given is free again.
pub async fn withdraw(
    tx: &WriteTx,
    event: &Held,
    id: RequestId,
    (removal, now): (Option<Removal<'_>>, DateTime<Utc>),
) -> Result<(), DbErr> {
    let change = request::Entity::update_many()
        .col_expr(request::Column::WithdrawnAt, Expr::value(now))
        .col_expr(request::Column::RemovedBy, Expr::value(removal.map(|removal| removal.by)))
        .col_expr(request::Column::RemovedBecause, Expr::value(removal.map_or("", |removal| removal.reason)))
        .col_expr(request::Column::UpdatedAt, Expr::value(now))
        .col_expr(request::Column::Allocated, Expr::value(None::<i32>))
        .col_expr(request::Column::Reason, Expr::value(""))
        .col_expr(request::Column::Drawn, Expr::value(None::<i32>))
        .col_expr(request::Column::Pinned, Expr::value(false))
        .col_expr(request::Column::ByHand, Expr::value(false))
        .col_expr(request::Column::SinceResult, Expr::value(false))
        .col_expr(request::Column::Version, Expr::col(request::Column::Version).add(1));
    change.filter(of(event, id)).exec(tx).await.map(|_| ())
}

/// Brings a withdrawn request back as it was. Whoever brings their own back asks anew; `since` does not move by what
/// someone else does.
pub async fn restore(
    tx: &WriteTx,
    event: &Held,
    id: RequestId,
    (own, now): (bool, DateTime<Utc>),
) -> Result<(), DbErr> {
    let mut change = request::Entity::update_many()
        .col_expr(request::Column::UpdatedAt, Expr::value(now))
        .col_expr(request::Column::Version, Expr::col(request::Column::Version).add(1));
    if own {
        change = change.col_expr(request::Column::Since, Expr::value(now));
    }
    stands_again(change).filter(of(event, id)).exec(tx).await.map(|_| ())
}

/// From here on they ask, also who came by their tickets without asking.
fn stands_again(change: UpdateMany<request::Entity>) -> UpdateMany<request::Entity> {
    change
        .col_expr(request::Column::WithdrawnAt, Expr::value(None::<DateTime<Utc>>))
        .col_expr(request::Column::RemovedBy, Expr::value(None::<PersonId>))
        .col_expr(request::Column::RemovedBecause, Expr::value(""))
        .col_expr(request::Column::JoinedAfter, Expr::value(false))
}

/// A request, as long as it is one for this event.
fn of(event: &Held, id: RequestId) -> Expr {
    request::Column::Id.eq(id).and(request::Column::EventId.eq(event.id))
}
