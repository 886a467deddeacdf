use serde::Deserialize;

use super::{Prepared, UNREADABLE, composed, find};
use crate::server::{
    auth::Secret,
    db::{
        DbErr, address_undos,
        outbox::{self, StoredMessage},
    },
    mail::messages::{AddressUndoFacts, AddressUndoMessage},
    site::Site,
};

const OVER: &str = "The change was undone, an admin changed the address, or it is too long ago.";

/// The notice to the address someone had, with the link that takes the change back.
pub(super) async fn prepare(site: &Site, message: &StoredMessage) -> Result<Prepared, DbErr> {
    let person = match find(site.db.read(), message.person).await? {
        Ok(person) => person,
        Err(why) => return Ok(Prepared::Nobody(why)),
    };
    let Ok(facts) = AddressUndoFacts::deserialize(&message.payload) else {
        return Ok(Prepared::Unwritable(UNREADABLE));
    };
    let token = Secret::new(&*site.chance);
    let tx = site.db.write_tx().await?;
    let still = outbox::is_sending(&tx, message.id).await?
        && address_undos::keep_token(&tx, facts.undo, &token.hash(), site.now()).await?;
    if !still {
        return Ok(Prepared::Nobody(OVER));
    }
    tx.commit().await?;
    composed(&person, None, site, |to| AddressUndoMessage::letter(&facts, to, &token, &site.settings)).await
}
