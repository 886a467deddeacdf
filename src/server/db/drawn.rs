//! What freezing and drawing write onto requests: many rows in few statements.

use allocation::{Exact, Slips};
use sea_orm::{ConnectionTrait, DbErr, Statement};

/// Freezes what the season says of requests: number, slips, balance.
pub async fn freeze(c: &impl ConnectionTrait, standings: &[(i32, Slips, Exact)]) -> Result<(), DbErr> {
    let rows =
        standings.iter().map(|(number, slips, balance)| format!("({number}, {}, {})", slips.get(), balance.get()));
    update_from(c, "slips = v.column2, balance = v.column3", rows.collect()).await
}

/// Writes down what a draw gave: number, tickets, whether it was left to the organizer.
pub async fn note_drawn(c: &impl ConnectionTrait, drawn: &[(i32, u32, bool)]) -> Result<(), DbErr> {
    let rows = drawn.iter().map(|(number, given, pinned)| format!("({number}, {given}, {pinned})"));
    update_from(c, "drawn = v.column2, pinned = v.column3", rows.collect()).await
}

/// Puts numbers of a draw on the board, without reasons: number, tickets. By whom, at which version of the board.
pub async fn put(
    c: &impl ConnectionTrait,
    given: &[(i32, Option<u32>)],
    (by, board_version): (i32, i32),
) -> Result<(), DbErr> {
    let rows = given.iter().map(|(number, given)| match given {
        Some(given) => format!("({number}, {given})"),
        None => format!("({number}, CAST(NULL AS integer))"),
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
