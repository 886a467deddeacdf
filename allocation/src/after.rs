//! What becomes of tickets after the result: who gave some back, to whom they were offered, who took them.
//!
//! A [`Ledger`] lists it, entry by entry, chained to the draw. [`Course`] replays it: it knows what has to follow by itself
//! (whom to offer returned tickets to, by the rule and in the order of the draw, or that they go on the open table), and
//! refuses an entry that does not fit. The server asks it what comes next; whoever verifies asks it whether that came.
//! No clock is read here: an entry holds its own time.

mod change;
mod course;
mod entry;
mod file;
mod holder;
mod ledger;
mod line;
mod queue;
mod tally;
mod wrong;

pub use course::{Course, DAY, Next};
pub use entry::{Entry, Fields, MAX_REASON, What};
pub(crate) use file::File;
pub use file::{MAX_ENTRIES, read_entries, write_entries};
pub use holder::{Holder, Offer};
pub use ledger::{Ledger, genesis};
pub use line::Line;
pub use tally::Tally;
pub use wrong::Wrong;

/// The name of the format, and the first line of all that is hashed.
pub const FORMAT: &str = "ticket-pool/after/1";
