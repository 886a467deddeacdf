//! Mail: what a letter says, and the ways it can leave.
//!
//! A message in the outbox holds facts; [`compose`] makes a [`Letter`] of them when it is sent; a [`Post`] takes it.

mod calendar;
pub mod compose;
mod console;
mod facts;
mod letter;
mod mailbox;
mod page;
mod plain;
mod post;
mod ses;
#[cfg(test)]
mod tests;

pub use calendar::{CalendarFacts, Entry};
pub use console::Console;
pub use facts::{AddressFacts, CancelledFacts, DeviceFacts, EventFacts, ReceivedFacts, ResultFacts};
pub use letter::{Attachment, Letter};
pub use post::{Class, LONGEST_SEND, Post, PostError, Transport};
pub use ses::{Account, Health, Ses};
