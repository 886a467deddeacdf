//! The names of guests: who uses someone's tickets.

mod save;

pub use self::save::save;
