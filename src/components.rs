//! Parts of pages, drawn on the server. They get data; pages own the reading.

mod ask_first;
mod badge;
mod banner;
mod dialog;
mod dots;
mod downloads;
mod escaped;
mod fairness;
mod field;
mod frame;
mod icon;
mod meter;
mod pager;
mod rich;
mod stub;
mod tabs;
mod ticket;

pub use ask_first::{AskFirst, CancelMove, TrashMove};
pub use badge::StatusBadge;
pub use banner::{Banner, Tone, refused};
pub use dialog::Dialog;
pub use dots::Dots;
pub use downloads::downloads;
pub use escaped::SafeTextarea;
pub use fairness::{all_in_all, own_fairness};
pub use field::{Field, Problems, TextField};
pub use frame::{Page, refusal_page, refused_page};
pub use icon::Icon;
pub use meter::Meter;
pub use pager::{BY_NAME, BY_TIME, pager};
pub use rich::rich;
pub use stub::Stub;
pub use tabs::{Tab, Tabs};
pub use ticket::Ticket;
