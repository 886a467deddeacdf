use allocation::ChainSecret;

use crate::{
    domain::ids::EventId,
    error::Refusal,
    server::{
        db::{
            ConnectionTrait, DbErr,
            commitments::{self, Sealed},
            events,
        },
        services::{Act, Done, statements::NewStatement},
        site::Site,
    },
};

/// What the secrets of draws are sealed for.
pub(super) const PURPOSE: &str = "draw secret";

/// Publishes an event's commitment. The secret behind it is sealed: a copy of the database alone does not foresee a draw.
/// An event that has one keeps it.
pub async fn commit(site: &Site, c: &impl ConnectionTrait, id: EventId, public_id: &str) -> Result<(), DbErr> {
    let secret = ChainSecret::new(site.chance.bytes());
    let key = &site.settings.secret_key;
    let text = key.seal(PURPOSE, public_id, secret.expose(), site.chance.as_ref());
    let sealed = Sealed { text, key: key.id() };
    commitments::publish(c, id, (secret.commitment(), sealed), site.now()).await
}

/// States what binds an event's draws and what will go into them, as the event stands now: at its creation, and whenever that
/// changes.
pub async fn announce(act: &mut Act<'_>, id: EventId) -> Done {
    let event = events::find(&act.tx, id).await?.ok_or(Refusal::NotFound)?;
    let statement = NewStatement::commitment(&event, &act.site.beacon.chain);
    act.state(statement);
    Ok(())
}

/// Opens a sealed secret with the present key or the one before; `None` if neither fits.
pub(super) fn open(site: &Site, public_id: &str, sealed: &Sealed) -> Option<ChainSecret> {
    let keys = [Some(&site.settings.secret_key), site.settings.previous_key.as_ref()];
    let key = keys.into_iter().flatten().find(|key| key.id() == sealed.key)?;
    key.open(PURPOSE, public_id, &sealed.text).map(ChainSecret::new)
}
