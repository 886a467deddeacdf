use chrono::{DateTime, Utc};

use super::address_change;
use crate::{
    domain::{
        deed::Deed,
        person::{Email, PersonDetails},
        typed::Problem,
    },
    error::{Obstacle, Refusal},
    server::{
        auth::Actor,
        db::{
            address_changes::{self, AddressChange},
            audit::Entry,
            outbox,
            people::{self, Person},
            sign_in,
        },
        mail::messages::{AddressChangedMessage, AddressFacts},
        services::{
            Act, Done, Refused,
            sign_in::{TRIES, read_code},
        },
        site::Site,
    },
    words,
};

/// Changes one's own email address by the code that went to the new one.
///
/// The try is counted and committed first, then the code is hashed, as for signing in. Then one transaction spends the
/// code, takes back and voids what could sign someone in by the old address, changes the address, and has the old one told.
///
/// # Errors
/// A code that is no code or not this one; no change under way anymore; an address that someone else got meanwhile.
pub async fn confirm_address(site: &Site, actor: &Actor, typed: &str) -> Done {
    let code = read_code(typed).map_err(|problem| Refused::field("code", problem))?;
    let change = address_change(site, actor).await?.ok_or(Obstacle::AddressNotAsked)?;
    let act = Act::by(site, actor).await?;
    let counted = address_changes::count_try(&act.tx, change.id, TRIES).await?;
    act.commit().await?;
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
    let mut act = Act::by(site, actor).await?;
    people::lock(&act.tx, actor.person).await?;
    let person = people::find(&act.tx, actor.person).await?.filter(|person| person.active).ok_or(Refusal::SignedOut)?;
    if !address_changes::spend(&act.tx, change.id, hash, act.now).await? {
        return Err(Obstacle::AddressNotAsked.into());
    }
    if people::find_by_email(&act.tx, &email).await?.is_some_and(|other| other.id != person.id) {
        return Err(taken());
    }
    // Whose sign-in emails wait shows only by the address, so these go first.
    outbox::take_back_sign_in(&act.tx, person.id).await?;
    sign_in::void_all(&act.tx, person.id, act.now).await?;
    let details = PersonDetails { name: person.name.clone(), email, role: person.role, active: person.active };
    let updated = people::update(&act.tx, person.id, person.version, &details).await;
    if !updated.map_err(Refused::address_taken)? {
        return Err(Refused::conflict());
    }
    act.tell(person.id, &moved(&person, &change.email, act.now));
    act.note(Entry::of(Deed::PersonAddress).about(person.id));
    act.commit().await
}

/// What tells the old address. It stands in the message, since nothing else knows it anymore; the new one only hinted at.
fn moved(before: &Person, new: &str, now: DateTime<Utc>) -> AddressChangedMessage {
    let facts = AddressFacts { old: before.email.clone(), new: words::masked(new), at: now };
    AddressChangedMessage { version: before.version, facts }
}
