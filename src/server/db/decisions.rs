//! What is decided about requests: what is frozen with the list, drawn, given, told.

use allocation::{Exact, Slips};
use chrono::{DateTime, Utc};
use sea_orm::{ColumnTrait, ConnectionTrait, DbErr, EntityTrait, ExprTrait, QueryFilter, Statement, sea_query::Expr};

use super::{entity::request, events::column};

use crate::domain::ids::{EventId, PersonId, RequestId};

/// Freezes what the season says of requests: number, slips, balance.
pub async fn freeze(c: &impl ConnectionTrait, standings: &[(RequestId, Slips, Exact)]) -> Result<(), DbErr> {
    let rows = standings.iter().map(|(id, slips, balance)| format!("({id}, {}, {})", slips.get(), balance.get()));
    update_from(c, "slips = v.column2, balance = v.column3", rows.collect()).await
}

/// Writes down what a draw gave: number, tickets, whether it was left to the organizer.
pub async fn note_drawn(c: &impl ConnectionTrait, drawn: &[(RequestId, u32, bool)]) -> Result<(), DbErr> {
    let rows = drawn.iter().map(|(id, given, pinned)| format!("({id}, {given}, {pinned})"));
    update_from(c, "drawn = v.column2, pinned = v.column3", rows.collect()).await
}

/// Puts numbers of a draw on the board, without reasons: number, tickets. By whom, at which version of the board.
pub async fn put(
    c: &impl ConnectionTrait,
    given: &[(RequestId, Option<u32>)],
    (by, board_version): (PersonId, i32),
) -> Result<(), DbErr> {
    let rows = given.iter().map(|(id, given)| match given {
        Some(given) => format!("({id}, {given})"),
        None => format!("({id}, CAST(NULL AS integer))"),
    });
    let change = format!(
        "allocated = v.column2, reason = '', by_hand = FALSE, decided_by = {by}, decided_version = {board_version}"
    );
    update_from(c, &change, rows.collect()).await
}

/// Changes many requests in few statements. `rows` hold numbers only, so that nothing typed comes near the statement.
async fn update_from(c: &impl ConnectionTrait, change: &str, rows: Vec<String>) -> Result<(), DbErr> {
    for some in rows.chunks(400) {
        let values = some.join(", ");
        let sql = format!("UPDATE requests SET {change} FROM (VALUES {values}) AS v WHERE requests.id = v.column1");
        c.execute_raw(Statement::from_string(c.get_database_backend(), sql)).await?;
    }
    Ok(())
}

/// Writes one decision: what is given, why, whether the organizer decided it; by whom, at which version of the board.
pub async fn decide(
    c: &impl ConnectionTrait,
    id: RequestId,
    (given, reason, by_hand): (Option<u32>, &str, bool),
    (by, board_version): (PersonId, i32),
) -> Result<(), DbErr> {
    let change = request::Entity::update_many()
        .col_expr(request::Column::Allocated, Expr::value(given.map(column)))
        .col_expr(request::Column::Reason, Expr::value(reason.to_owned()))
        .col_expr(request::Column::ByHand, Expr::value(by_hand))
        .col_expr(request::Column::DecidedBy, Expr::value(by))
        .col_expr(request::Column::DecidedVersion, Expr::value(board_version));
    change.filter(request::Column::Id.eq(id)).exec(c).await.map(|_| ())
}

/// Notes that everybody of an event is told what they were given now.
pub async fn note_told(c: &impl ConnectionTrait, event: EventId, now: DateTime<Utc>) -> Result<(), DbErr> {
    let change = request::Entity::update_many()
        .col_expr(request::Column::Told, Expr::col(request::Column::Allocated))
        .col_expr(request::Column::ToldAt, Expr::value(now));
    let standing = request::Column::EventId.eq(event).and(request::Column::WithdrawnAt.is_null());
    change.filter(standing).exec(c).await.map(|_| ())
}
