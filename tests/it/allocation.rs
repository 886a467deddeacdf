//! Allocating by hand: drafts, conflicts, finalizing, results.

mod again;
mod deactivated;
mod draft;
mod finalize;
mod parts;
mod race;
mod results;
mod tools;
