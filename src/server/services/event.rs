//! Events: their life, who runs them, and what people see of them.

mod announce;
mod calendar;
mod cancel;
mod close;
mod close_due;
mod create;
mod delete;
mod edit;
mod history;
mod invite;
mod manage;
mod missed;
mod organizers;
mod purge;
mod read;
mod reopen;
mod season;

pub(super) use announce::{announce_now, hurry};
pub use calendar::calendar;
pub use cancel::{cancel, uncancel};
pub use close::close;
pub use close_due::close_due;
pub use create::create;
pub use delete::{delete, restore};
pub use edit::edit;
pub(super) use history::MONTHS_24;
pub use history::{History, fairness, history, history_table};
pub use invite::{Invitation, invite};
pub use manage::{Managed, manage, trash};
pub use missed::Missed;
pub use organizers::{add_organizer, hand_over, list_organizers, remove_organizer};
pub use purge::purge;
pub use read::{EventView, dashboard, find_like, find_to_edit, find_to_see, may_create, view};
pub use reopen::{open_again, reopen};
pub use season::{Offer, offer};
