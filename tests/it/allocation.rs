//! Allocating by hand: drafts, conflicts, finalizing, results.

mod again;
mod draft;
mod finalize;
mod race;
mod results;
