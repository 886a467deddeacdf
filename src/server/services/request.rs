//! Requests: asking, changing, withdrawing; for oneself, or as an organizer for someone.

mod by_other;
mod read;
mod save;
mod withdraw;

pub use read::{CHOICE, Choosing, RequestPage, people_to_ask_for, read};
pub use save::save;
pub use withdraw::{restore, withdraw};
