//! Email: what a message says, and the ways it can leave.
//!
//! A message in the outbox holds facts; its file in [`messages`] makes a [`Letter`] of them when it is sent; a
//! [`Transport`] takes it.

mod asked;
mod calendar;
mod console;
mod event;
mod letter;
mod message;
pub mod messages;
mod mime;
mod page;
mod plain;
mod sample;
mod ses;
mod smtp;
#[cfg(test)]
mod tests;
mod transport;

pub use asked::Asked;
pub use calendar::{Attendee, CalendarEntry, CalendarFacts, calendar_mark};
pub use console::Console;
pub use event::{EventFacts, EventTime};
pub use letter::{Attachment, CalendarMethod, Composed, Letter, To};
pub use message::{Consent, FromFacts, Holds, Message, MessageKind, NoFacts, Profile, Reaches, Unwritten, Writing};
pub use sample::{Sample, Scene};
pub use ses::{Account, Ses};
pub use smtp::{Fault, Smtp, Step};
pub use transport::{Begun, Class, ConfiguredTransport, Health, LONGEST_SEND, Transport, TransportError};
