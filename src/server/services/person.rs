//! People, for admins; one's own name, address, zone, devices and data.

mod add;
mod address;
mod data;
mod devices;
mod edit;
mod read;
mod rename;
mod revoke_sessions;
mod zone;

pub use add::add;
pub use address::{CODE_LIVES, address_change, ask_address, cancel_address, confirm_address};
pub use data::own_data;
pub use devices::{Which, devices, sign_out_devices};
pub use edit::edit;
pub use read::{find, list};
pub use rename::rename;
pub use revoke_sessions::{revoke_sessions, sign_out_everywhere};
pub use zone::set_zone;

use super::Done;
use crate::{
    error::Refusal,
    server::{
        auth::{Action, Actor, Standing, permit},
        site::Site,
    },
};

/// Only who may manage people gets past this.
fn permit_managing(site: &Site, actor: &Actor) -> Done {
    if permit(actor, Action::ManagePeople, Standing::None, site.settings.everyone_creates()) {
        Ok(())
    } else {
        Err(Refusal::Forbidden.into())
    }
}
