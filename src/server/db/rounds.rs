//! Rounds of the beacon as columns hold them.

use allocation::beacon::Round;

/// A round as a column holds it: every round fits.
pub(super) fn column(round: Round) -> i64 {
    i64::try_from(round.get()).unwrap_or(i64::MAX)
}

/// A round from its column; `None` for a number that is none.
pub(super) fn read(column: i64) -> Option<Round> {
    Round::new(column.try_into().ok()?)
}
