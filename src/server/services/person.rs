//! People, for admins; one's own name, address, zone, language, devices and data.

mod about;
pub(super) mod access;
mod add;
mod address;
mod alike;
mod data;
mod devices;
mod edit;
mod import;
mod language;
mod read;
mod rename;
mod revoke_sessions;
mod send_link;
mod zone;

pub use about::{About, LISTED, about};
pub use add::add;
pub use address::{
    CODE_LIVES, WayBack, address_change, ask_address, cancel_address, confirm_address, is_undone, look_at_undo,
    signed_in_recently, undo_address,
};
pub use alike::like_admins;
pub use data::own_data;
pub use devices::{Which, devices, sign_out_devices};
pub use edit::edit;
pub(super) use import::alone_in;
pub use import::{
    Again, Column, ImportForm, Imported, MOST_IMPORTED, Newcomer, PersonChange, Plan, SheetColumn, Unreadable, Why,
    Wrong, joined_titles, look_at_import, save_import,
};
pub use language::set_language;
pub(super) use read::is_named;
pub use read::{Found, find, is_alone, list, ownerless, table};
pub use rename::rename;
pub use revoke_sessions::{revoke_sessions, sign_out_everywhere};
pub use send_link::send_link;
pub use zone::set_zone;

use super::Done;
use crate::server::{
    auth::{Action, Actor},
    services::look,
    site::Site,
};

/// Only who may manage people gets past this.
pub fn permit_managing(site: &Site, actor: &Actor) -> Done {
    look::must(site, actor, Action::ManagePeople)
}
