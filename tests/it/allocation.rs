//! Allocating by hand: drafts, conflicts, finalizing, results.

mod draft;
mod finalize;
mod again;
mod race;
mod results;
