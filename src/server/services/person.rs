//! People, for admins; one's own name and devices.

mod about;
mod add;
mod devices;
mod edit;
mod import;
mod read;
mod rename;
mod revoke_sessions;

pub use about::{About, about};
pub use add::add;
pub use devices::{Which, devices, sign_out_devices};
pub use edit::edit;
pub use import::{
    Change, ImportForm, Imported, MOST_IMPORTED, Newcomer, Plan, Unreadable, Why, Wrong, look_at_import, save_import,
};
pub use read::{csv, find, is_alone, list};
pub use rename::rename;
pub use revoke_sessions::{revoke_sessions, sign_out_everywhere};

use super::Done;
use crate::{
    error::Refusal,
    server::{
        auth::{Action, Actor, Standing, permit},
        site::Site,
    },
};

/// Only who may manage people gets past this.
pub fn permit_managing(site: &Site, actor: &Actor) -> Done {
    if permit(actor, Action::ManagePeople, Standing::None, site.settings.everyone_creates()) {
        Ok(())
    } else {
        Err(Refusal::Forbidden.into())
    }
}
