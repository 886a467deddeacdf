//! Parts of pages, drawn on the server. They get data; pages own the reading.

mod badge;
mod banner;
mod escaped;
mod field;
mod frame;
mod icon;
mod meter;
mod ticket;

pub use badge::StatusBadge;
pub use banner::{Banner, Tone, refused};
pub use escaped::SafeTextarea;
pub use field::{Field, Problems, TextField};
pub use frame::{Page, page, refusal_page};
pub use icon::{Emblem, Icon};
pub use meter::Meter;
pub use ticket::Ticket;
