//! Sharing scarce tickets: what a request may say, draws that anyone can check, and what a set of allocations adds up to.
//!
//! Pure integer and hash arithmetic: no clock, no input or output, no randomness, no floating point, nothing that depends on
//! the platform. The server, the browser and the command line use the same code, so that they cannot disagree.
//! `docs/DRAW.md` says the same for people who write a program of their own.
//!
//! A draw from beginning to end: requests make a [`RequestList`]; with a [`Rule`] and a code that opens the commitment it is
//! a [`Draw`]; [`Draw::run`] gives the [`Outcome`]; [`Record`] reads, writes and checks both as one JSON object.
//! [`memory`] says what earlier events add to a request's slips and balance, [`beacon`] what makes a draw nobody's choice,
//! [`after`] what becomes of tickets after the result, [`statement`] what a site said and when, so that it cannot say something else later.
#![no_std]
#![deny(missing_docs)]
#![forbid(unsafe_code)]

extern crate alloc;

pub mod after;
pub mod beacon;
mod commitment;
mod draw;
mod fill;
mod forecast;
mod hex;
mod label;
mod list;
pub mod memory;
mod place;
mod plan;
mod randomness;
mod reason;
mod record;
mod request;
mod rule;
mod season;
mod season_ledger;
mod sheet;
pub mod statement;
mod tiers;

pub use commitment::{CHAIN, ChainSecret, DrawNumber, Hash, opens};
pub use draw::{DoesNotOpen, Draw, MAX_PUBLIC_INPUT, Outcome, PublicInput, PublicInputError, Step};
pub use fill::{Progress, Watch, fill};
pub use forecast::{Forecast, forecast};
pub use label::{Label, LabelError, MAX_LABEL};
pub use list::{Format, ListError, RequestList};
pub use place::{Position, Seed, limit_by_lot};
pub use plan::{opened, write_plan};
pub use randomness::{BeaconRound, Randomness};
pub use reason::{Missed, Reason};
pub use record::{Claimed, Difference, Record, RecordError, write_record, write_request_file};
pub use request::{Exact, MAX_EXACT, MAX_SLIPS, Request, Slips};
pub use rule::{Fill, Order, Rule};
pub use season::{Past, Standing};
pub use season_ledger::SeasonLedger;
pub use sheet::{Decision, Objection, Sheet, Totals};
pub use tiers::{MAX_AMOUNT, MAX_TIERS, Tiers, TiersError};

/// The largest number of tickets an event can have (10⁹).
pub const MAX_TICKETS: u32 = 1_000_000_000;
