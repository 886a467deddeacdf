//! What is decided about requests: what is frozen with the list, drawn, given, told.

use allocation::{Exact, Slips};
use chrono::{DateTime, Utc};
use sea_orm::{
    ColumnTrait, ConnectionTrait, DbErr, EntityTrait, ExprTrait, QueryFilter, QuerySelect, QueryTrait, Statement,
    sea_query::Expr,
};

use super::{
    WriteTx,
    entity::{event, request},
    events::column,
    held::Held,
};

use crate::domain::ids::{EventId, PersonId, RequestId};

/// Who decides, at which version of the board.
#[derive(Clone, Copy, Debug)]
pub struct Decider {
    pub person: PersonId,
    pub board_version: i32,
}

/// Freezes what the season says of requests: number, slips, balance.
pub async fn freeze(tx: &WriteTx, event: &Held, standings: &[(RequestId, Slips, Exact)]) -> Result<(), DbErr> {
    let rows = standings.iter().map(|(id, slips, balance)| format!("({id}, {}, {})", slips.get(), balance.get()));
    update_from(tx, event, "slips = v.column2, balance = v.column3", rows.collect()).await
}

/// Writes down what a draw gave: number, tickets, whether it was left to the organizer.
pub async fn note_drawn(tx: &WriteTx, event: &Held, drawn: &[(RequestId, u32, bool)]) -> Result<(), DbErr> {
    let rows = drawn.iter().map(|(id, given, pinned)| format!("({id}, {given}, {pinned})"));
    update_from(tx, event, "drawn = v.column2, pinned = v.column3", rows.collect()).await
}

/// Puts numbers of a draw on the board, without reasons: number, tickets.
pub async fn put(
    tx: &WriteTx,
    event: &Held,
    given: &[(RequestId, Option<u32>)],
    Decider { person, board_version }: Decider,
) -> Result<(), DbErr> {
    let rows = given.iter().map(|(id, given)| match given {
        Some(given) => format!("({id}, {given})"),
        None => format!("({id}, CAST(NULL AS integer))"),
    });
    let change = format!(
        "allocated = v.column2, reason = '', by_hand = FALSE, since_result = FALSE, decided_by = {person}, decided_version = {board_version}"
    );
    update_from(tx, event, &change, rows.collect()).await
}

/// Changes many requests in few statements. `rows` hold numbers only, so that nothing typed comes near the statement.
async fn update_from(tx: &WriteTx, event: &Held, change: &str, rows: Vec<String>) -> Result<(), DbErr> {
    for some in rows.chunks(400) {
        let values = some.join(", ");
        let sql = format!(
            "UPDATE requests SET {change} FROM (VALUES {values}) AS v \
             WHERE requests.id = v.column1 AND requests.event_id = {}",
            event.id
        );
        tx.execute_raw(Statement::from_string(tx.get_database_backend(), sql)).await?;
    }
    Ok(())
}

/// What an organizer decides about one request.
#[derive(Clone, Copy, Debug, Default)]
pub struct Decided<'a> {
    /// `None`: undecided.
    pub given: Option<u32>,
    /// Why, for a number outside the tiers; empty: none was needed.
    pub reason: &'a str,
    /// Whether the organizer decided it, not a draw.
    pub by_hand: bool,
}

/// Writes one decision.
pub async fn decide(
    tx: &WriteTx,
    event: &Held,
    request: RequestId,
    decided: Decided<'_>,
    by: Decider,
) -> Result<(), DbErr> {
    let change = request::Entity::update_many()
        .col_expr(request::Column::Allocated, Expr::value(decided.given.map(column)))
        .col_expr(request::Column::Reason, Expr::value(decided.reason.to_owned()))
        .col_expr(request::Column::ByHand, Expr::value(decided.by_hand))
        .col_expr(request::Column::SinceResult, Expr::value(false))
        .col_expr(request::Column::DecidedBy, Expr::value(by.person))
        .col_expr(request::Column::DecidedVersion, Expr::value(by.board_version));
    let which = request::Column::Id.eq(request).and(request::Column::EventId.eq(event.id));
    change.filter(which).exec(tx).await.map(|_| ())
}

/// Who tells people what they are given, why it is another number than before, and when.
#[derive(Clone, Copy, Debug)]
pub struct Teller<'a> {
    pub person: PersonId,
    pub why: &'a str,
    pub now: DateTime<Utc>,
}

/// Notes that the authors of these requests of an event are told what they were given now; where that is another number
/// than they had been told, also what that was, who changed it and why.
pub async fn note_told(
    tx: &WriteTx,
    event: &Held,
    requests: impl IntoIterator<Item = RequestId>,
    teller: Teller<'_>,
) -> Result<(), DbErr> {
    let requests: Vec<RequestId> = requests.into_iter().collect();
    for some in requests.chunks(1_000) {
        let which = request::Column::Id.is_in(some.iter().copied()).and(request::Column::EventId.eq(event.id));
        let other = request::Column::Told.is_not_null().and(
            Expr::col(request::Column::Allocated)
                .is_null()
                .or(Expr::col(request::Column::Told).ne(Expr::col(request::Column::Allocated))),
        );
        let changed = request::Entity::update_many()
            .col_expr(request::Column::ChangedFrom, Expr::col(request::Column::Told))
            .col_expr(request::Column::ChangedBy, Expr::value(teller.person))
            .col_expr(request::Column::ChangedBecause, Expr::value(teller.why.to_owned()));
        changed.filter(which.clone().and(other)).exec(tx).await?;
        let told = request::Entity::update_many()
            .col_expr(request::Column::Told, Expr::col(request::Column::Allocated))
            .col_expr(request::Column::ToldAt, Expr::value(teller.now));
        told.filter(which.clone()).exec(tx).await?;
        note_dates(tx, event.id, which).await?;
    }
    Ok(())
}

/// Notes that these people are told when and where an event takes place as it stands now.
pub async fn note_dates_told(tx: &WriteTx, event: EventId, people: &[PersonId]) -> Result<(), DbErr> {
    for some in people.chunks(1_000) {
        let theirs = request::Column::EventId.eq(event).and(request::Column::UserId.is_in(some.iter().copied()));
        note_dates(tx, event, theirs).await?;
    }
    Ok(())
}

async fn note_dates(tx: &WriteTx, event: EventId, which: Expr) -> Result<(), DbErr> {
    let of_event = |column: event::Column| {
        let stands = event::Entity::find_by_id(event).select_only().column(column).into_query();
        Expr::SubQuery(None, Box::new(stands.into()))
    };
    let change = request::Entity::update_many()
        .col_expr(request::Column::ToldStartsAt, of_event(event::Column::StartsAt))
        .col_expr(request::Column::ToldEndsAt, of_event(event::Column::EndsAt))
        .col_expr(request::Column::ToldPlace, of_event(event::Column::Place));
    change.filter(which).exec(tx).await.map(|_| ())
}
