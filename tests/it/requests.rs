//! Requests: asking, changing, withdrawing; for oneself, or as an organizer for somebody.

mod faults;
mod for_others;
mod own;
