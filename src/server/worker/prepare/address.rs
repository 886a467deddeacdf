//! The two letters about a change of somebody's own address: the code to the new one, the notice to the old one.

use serde::Deserialize;

use super::{Prepared, UNREADABLE, find, written};
use crate::{
    domain::{ids::AddressChangeId, person::Email},
    server::{
        auth::Code,
        db::{
            DbErr, address_changes,
            outbox::{self, Message},
            people,
        },
        mail::{
            AddressFacts,
            compose::{self, To},
        },
        services::person::CODE_LIVES,
        site::Site,
    },
};

/// The code to an address to which somebody wants to change. Nobody is written to who is here already, and nothing leaves for
/// a change that is over, or that would be before the code is.
pub(super) async fn asked(site: &Site, message: &Message) -> Result<Prepared, DbErr> {
    const OVER: &str = "It was cancelled, asked for again, or is too long ago.";
    let person = match find(site.db.read(), message.person).await? {
        Ok(person) => person,
        Err(why) => return Ok(Prepared::Nobody(why)),
    };
    let asking = message.payload["asking"]
        .as_i64()
        .and_then(|id| i32::try_from(id).ok())
        .map_or(AddressChangeId::new(0), AddressChangeId::new);
    let until = site.now() + CODE_LIVES;
    let change = address_changes::find(site.db.read(), asking, site.now()).await?;
    let change = change.filter(|change| change.person == person.id && change.expires_at >= until);
    let Some(change) = change else { return Ok(Prepared::Nobody(OVER)) };
    let Ok(email) = Email::parse(&change.email) else { return Ok(Prepared::Unwritable("The address is none.")) };
    if people::find_by_email(site.db.read(), &email).await?.is_some() {
        return Ok(Prepared::Nobody("Somebody here has this address."));
    }
    let code = Code::new(&*site.chance);
    let code_hash = code.hash(&site.settings.secret_key, &*site.chance).await;
    let tx = site.db.write_tx().await?;
    people::lock(&tx, person.id).await?;
    let still = outbox::is_sending(&tx, message.id).await?
        && people::find(&tx, person.id).await?.is_some_and(|person| person.active)
        && address_changes::keep_code(&tx, change.id, (code_hash, until), site.now()).await?;
    if !still {
        return Ok(Prepared::Nobody(OVER));
    }
    tx.commit().await?;
    // Not by the person's name: whoever reads this may be somebody else, and names are what people typed.
    let to = To { name: &change.email, address: &change.email };
    Ok(written(compose::address_code(&to, &code, &site.settings)))
}

/// The notice to the address that somebody had.
pub(super) async fn changed(site: &Site, message: &Message) -> Result<Prepared, DbErr> {
    let person = match find(site.db.read(), message.person).await? {
        Ok(person) => person,
        Err(why) => return Ok(Prepared::Nobody(why)),
    };
    let Ok(facts) = AddressFacts::deserialize(&message.payload) else { return Ok(Prepared::Unwritable(UNREADABLE)) };
    let to = To { name: &person.name, address: &facts.old };
    Ok(written(compose::address_changed(&to, &facts, &site.settings)))
}
