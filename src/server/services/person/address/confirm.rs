use serde_json::json;

use super::address_change;
use crate::{
    domain::{
        person::{Email, PersonDetails},
        typed::Problem,
    },
    error::{Obstacle, Refusal},
    server::{
        auth::Actor,
        db::{
            WriteTx,
            address_changes::{self, AddressChange},
            audit::{self, Entry},
            outbox::{self, Kind, NewMessage},
            people::{self, Person},
            sign_in,
        },
        services::{
            Done, Refused,
            sign_in::{TRIES, read_code},
        },
        site::Site,
    },
    words,
};

/// Changes one's own mail address by the code that went to the new one.
///
/// The try is counted and committed first, then the code is hashed, as for signing in. Then one transaction spends the
/// code, takes back and voids what could sign somebody in by the old address, changes the address, and has the old one told.
///
/// # Errors
/// A code that is no code or not this one; no change under way any more; an address that somebody else got meanwhile.
pub async fn confirm_address(site: &Site, actor: &Actor, typed: &str) -> Done {
    let code = read_code(typed).map_err(|problem| Refused::field("code", problem))?;
    let change = address_change(site, actor).await?.ok_or(Obstacle::AddressNotAsked)?;
    let tx = site.db.write_tx().await?;
    let counted = address_changes::count_try(&tx, change.id, TRIES).await?;
    tx.commit().await?;
    if !counted {
        return Err(Obstacle::AddressNotAsked.into());
    }
    let hash = change.code_hash(site.now());
    if code.position(std::slice::from_ref(&hash), 1, &site.settings.secret_key).await.is_some() {
        return move_to(site, actor, &change, &hash.unwrap_or_default()).await;
    }
    match TRIES.saturating_sub(change.tries + 1) {
        0 => Err(Obstacle::AddressNotAsked.into()),
        left => Err(Refused::field("code", Problem::WrongCode { left })),
    }
}

async fn move_to(site: &Site, actor: &Actor, change: &AddressChange, hash: &str) -> Done {
    let taken = || Refused::field("email", Problem::AddressTaken);
    let email = Email::parse(&change.email).map_err(|problem| Refused::field("email", problem))?;
    let now = site.now();
    let tx = site.db.write_tx().await?;
    people::lock(&tx, actor.person).await?;
    let person = people::find(&tx, actor.person).await?.filter(|person| person.active).ok_or(Refusal::SignedOut)?;
    if !address_changes::spend(&tx, change.id, hash, now).await? {
        return Err(Obstacle::AddressNotAsked.into());
    }
    if people::find_by_email(&tx, &email).await?.is_some_and(|other| other.id != person.id) {
        return Err(taken());
    }
    // Whose sign-in mails wait shows only by the address, so these go first.
    outbox::take_back_sign_in(&tx, person.id).await?;
    sign_in::void_all(&tx, person.id, now).await?;
    let details = PersonDetails { name: person.name.clone(), email, role: person.role, active: person.active };
    let updated = people::update(&tx, person.id, person.version, &details).await;
    if !updated.map_err(Refused::address_taken)? {
        return Err(Refusal::Conflict { changes: Vec::new() }.into());
    }
    tell(site, &tx, &person, &change.email).await?;
    let entry = Entry { person: Some(person.id), ..Entry::by(actor, "person.address") };
    audit::note(&tx, now, entry).await?;
    tx.commit().await?;
    site.mail_waits.notify_one();
    Ok(())
}

/// Has the old address told. It stands in the message, since nothing else knows it any more; the new one only hinted at.
async fn tell(site: &Site, tx: &WriteTx, before: &Person, new: &str) -> Done {
    let now = site.now();
    let message = NewMessage {
        kind: Kind::AddressChanged,
        dedupe_key: format!("address-changed:{}:{}", before.id, before.version),
        person: Some(before.id),
        event: None,
        attempt: None,
        payload: json!({ "old": before.email, "new": words::masked(new), "at": now }),
    };
    Ok(outbox::insert(tx, [message], now).await?)
}
