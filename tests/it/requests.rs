//! Requests: asking, changing, withdrawing; for oneself, or as an organizer for someone.

mod faults;
mod for_others;
mod own;
