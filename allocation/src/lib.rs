//! Sharing scarce tickets: what a request may say, and what a set of allocations adds up to.
//!
//! Pure integer arithmetic: no clock, no input or output, no randomness, no floating point. The server, the browser
//! and the command line use the same code, so that they cannot disagree.
#![no_std]
#![deny(missing_docs)]
#![forbid(unsafe_code)]

extern crate alloc;

mod sheet;
mod tiers;

pub use sheet::{Decision, Objection, Sheet, Totals};
pub use tiers::{MAX_AMOUNT, MAX_TIERS, Tiers, TiersError};

/// The largest number of tickets an event can have (10⁹).
pub const MAX_TICKETS: u32 = 1_000_000_000;
