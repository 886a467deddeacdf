use serde_json::json;

use super::revoke_sessions::end_every_way_in;
use crate::{
    domain::{deed::Deed, ids::SessionId},
    error::Obstacle,
    server::{
        auth::Actor,
        db::{
            address_changes,
            audit::Entry,
            outbox, people,
            sessions::{self, Device},
            sign_in,
        },
        services::{Act, Done},
        site::Site,
    },
};

/// The browsers someone is signed in with: the one that asks, then the latest used.
pub async fn devices(site: &Site, actor: &Actor) -> Done<Vec<Device>> {
    let mut devices = sessions::devices(site.db.read(), actor.person, site.now()).await?;
    devices.sort_by_key(|device| device.session != actor.session);
    Ok(devices)
}

/// Which of one's own sessions end.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Which {
    One(SessionId),
    /// All but the one that asks.
    Others,
    All,
}

/// Ends sessions of one's own. Ending more than one also voids the links and codes that are on their way, and
/// whatever change of address is under way.
///
/// # Errors
/// [`Obstacle::DeviceGone`] for a session that has ended, or is not theirs.
pub async fn sign_out_devices(site: &Site, actor: &Actor, which: Which) -> Done {
    let mut act = Act::by(site, actor).await?;
    let (tx, now) = (&act.tx, act.now);
    let ended = match which {
        Which::One(session) => u64::from(sessions::end_one(tx, actor.person, session).await?),
        Which::Others => {
            people::lock(tx, actor.person).await?;
            outbox::take_back_sign_in(tx, actor.person).await?;
            address_changes::end(tx, actor.person).await?;
            sign_in::void_all(tx, actor.person, now).await?;
            sessions::end_others(tx, actor.person, actor.session).await?
        }
        Which::All => end_every_way_in(tx, actor.person, now).await?,
    };
    if ended == 0 && matches!(which, Which::One(_)) {
        return Err(Obstacle::DeviceGone.into());
    }
    act.note(Entry::of(Deed::SessionEnd).about(actor.person).with(json!({ "sessions": ended })));
    act.commit().await
}
