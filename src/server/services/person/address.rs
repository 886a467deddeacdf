//! Changing one's own email address: asked for soon after signing in, proved by a code that goes to the new address, told
//! to the old one, which can take it back.

mod ask;
mod cancel;
mod confirm;
mod undo;

pub use ask::ask_address;
pub use cancel::cancel_address;
pub use confirm::confirm_address;
pub use undo::{WayBack, is_undone, look_at_undo, undo_address};

use chrono::{DateTime, TimeDelta, Utc};

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

/// How recently someone has to have signed in to ask for another address (ASVS 7.5.1): a session that was left open
/// somewhere, or stolen, is not enough.
const RECENT: TimeDelta = TimeDelta::minutes(15);
/// How long the address someone had can take the change back.
const UNDO_LASTS: TimeDelta = TimeDelta::days(7);

/// Whether someone has signed in recently enough to ask for another address.
pub fn signed_in_recently(actor: &Actor, now: DateTime<Utc>) -> bool {
    now - actor.signed_in_at < RECENT
}

/// The change of their address that someone could still confirm, if there is one.
pub async fn address_change(site: &Site, actor: &Actor) -> Done<Option<AddressChange>> {
    let change = address_changes::of_person(site.db.read(), actor.person, site.now()).await?;
    Ok(change.filter(|change| change.tries < TRIES))
}
