use allocation::ChainSecret;

use crate::{
    domain::ids::EventId,
    error::{Obstacle, Refusal},
    server::{
        db::{
            commitments::{self, Sealed},
            events::{self, Event},
        },
        services::{Act, Done, statements::NewStatement},
        site::Site,
    },
};

/// What the secrets of draws are sealed for.
pub(super) const PURPOSE: &str = "draw secret";

/// Publishes and states an event's commitment. The secret behind it is sealed: a copy of the database alone does not foresee
/// a draw. An event that has one keeps it.
pub async fn commit(act: &mut Act<'_>, id: EventId, public_id: &str) -> Done {
    let (key, chance) = (&act.site.settings.secret_key, act.site.chance.as_ref());
    let secret = ChainSecret::new(chance.bytes());
    let sealed = Sealed { text: key.seal(PURPOSE, public_id, secret.expose(), chance), key: key.id() };
    commitments::publish(&act.tx, id, (secret.commitment(), sealed), act.now).await?;
    announce(act, id).await
}

/// States what binds an event's draws and what will go into them, as the event stands now.
pub(super) async fn announce(act: &mut Act<'_>, id: EventId) -> Done {
    let event = events::find(&act.tx, id).await?.ok_or(Refusal::NotFound)?;
    act.state(NewStatement::commitment(&event, &act.site.beacon.chain));
    Ok(())
}

/// The secret behind the draws of an event.
///
/// # Errors
/// None is there, or neither the present key nor the one before opens it.
pub(super) async fn secret(act: &Act<'_>, event: &Event) -> Done<ChainSecret> {
    let sealed = commitments::sealed(&act.tx, event.id).await?;
    let opened = sealed.and_then(|sealed| open(act.site, &event.public_id, &sealed));
    Ok(opened.ok_or(Obstacle::SecretSealed)?)
}

/// Opens a sealed secret with the present key or the one before; `None` if neither fits.
pub(super) fn open(site: &Site, public_id: &str, sealed: &Sealed) -> Option<ChainSecret> {
    let keys = [Some(&site.settings.secret_key), site.settings.previous_key.as_ref()];
    let key = keys.into_iter().flatten().find(|key| key.id() == sealed.key)?;
    key.open(PURPOSE, public_id, &sealed.text).map(ChainSecret::new)
}
