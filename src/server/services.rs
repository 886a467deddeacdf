//! What can be done, one file an action, one action a transaction.
//!
//! Each service permits or refuses first, inside its transaction; what it tells people are messages written in the same
//! transaction. None knows HTTP.

mod act;
pub mod after;
mod fault;
mod look;
mod needs;
mod refused;

pub mod alarm;
pub mod allocation;
pub mod audit;
pub mod backup;
pub mod bounces;
pub mod choices;
pub mod csp;
pub mod dashboard;
pub mod door;
pub mod draft;
pub mod draw;
pub mod event;
pub mod first_steps;
pub mod guests;
pub mod import;
pub mod limit;
pub mod mail;
pub mod metrics;
pub mod person;
pub mod recount;
pub mod remind;
pub mod request;
pub mod season;
pub mod seed;
pub mod set_up;
pub mod settings;
pub mod sign_in;
pub mod spreadsheet;
pub mod statements;

pub use act::Act;
pub use fault::Fault;
use look::Look;
pub use needs::Needs;
pub use refused::{Done, Refused};
