use serde::Deserialize;

use super::{NO_ADDRESS, Prepared, composed, find};
use crate::{
    domain::person::Email,
    server::{
        auth::{Code, Salt},
        db::{
            DbErr, address_changes,
            outbox::{self, StoredMessage},
            people,
        },
        mail::{Asked, To, messages::AddressCodeMessage},
        services::person::CODE_LIVES,
        site::Site,
    },
};

const OVER: &str = "It was canceled, asked for again, or is too long ago.";

/// The code to an address to which someone wants to change. Nobody is written to who is here already, and nothing leaves for
/// a change that is over, or that would be before the code is.
pub(super) async fn prepare(site: &Site, message: &StoredMessage) -> Result<Prepared, DbErr> {
    let person = match find(site.db.read(), message.person).await? {
        Ok(person) => person,
        Err(why) => return Ok(Prepared::Nobody(why)),
    };
    let until = site.now() + CODE_LIVES;
    let change = match AddressCodeMessage::deserialize(&message.payload) {
        Ok(told) => address_changes::find(site.db.read(), told.asking, site.now()).await?,
        Err(_) => None,
    };
    let change = change.filter(|change| change.person == person.id && change.expires_at >= until);
    let Some(change) = change else { return Ok(Prepared::Nobody(OVER)) };
    let Ok(email) = Email::parse(&change.email) else { return Ok(Prepared::Unwritable(NO_ADDRESS)) };
    if people::find_by_email(site.db.read(), &email).await?.is_some() {
        return Ok(Prepared::Nobody("Someone here has this address."));
    }
    let code = Code::new(&*site.chance);
    let code_hash = code.hash(&site.settings.secret_key, Salt::new(&*site.chance)).await;
    let tx = site.db.write_tx().await?;
    people::lock(&tx, person.id).await?;
    let still = outbox::is_sending(&tx, message.id).await?
        && people::find(&tx, person.id).await?.is_some_and(|person| person.active)
        && address_changes::keep_code(&tx, change.id, (code_hash, until), site.now()).await?;
    if !still {
        return Ok(Prepared::Nobody(OVER));
    }
    tx.commit().await?;
    // Not by the person's name: whoever reads this may be someone else, and names are what people typed.
    let address = &*change.email;
    let asked_in = Asked::of(&message.payload).language();
    let write = |to: &To<'_>| AddressCodeMessage::letter(&To { name: address, address, ..*to }, &code, &site.settings);
    composed(&person, asked_in, site, write).await
}
