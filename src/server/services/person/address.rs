//! Changing one's own email address: asked for here, proved by a code that goes to the new address, told to the old one.

mod ask;
mod cancel;
mod confirm;

pub use ask::ask_address;
pub use cancel::cancel_address;
pub use confirm::confirm_address;

use chrono::TimeDelta;

use crate::server::{
    auth::Actor,
    db::address_changes::{self, AddressChange},
    services::{Done, sign_in::TRIES},
    site::Site,
};

/// How long a code lives, from sending.
pub const CODE_LIVES: TimeDelta = TimeDelta::minutes(10);
/// How long a change is under way, from asking: an email that leaves within half of it carries a code with its whole life.
/// It does not depend on whether an email leaves, so that nothing here tells who has an account.
const UNDER_WAY: TimeDelta = TimeDelta::minutes(20);

/// The change of their address that someone could still confirm, if there is one.
pub async fn address_change(site: &Site, actor: &Actor) -> Done<Option<AddressChange>> {
    let change = address_changes::of_person(site.db.read(), actor.person, site.now()).await?;
    Ok(change.filter(|change| change.tries < TRIES))
}
