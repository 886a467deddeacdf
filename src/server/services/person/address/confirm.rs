use super::{UNDO_LASTS, address_change};
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
            address_undos,
            audit::Entry,
            outbox, people, sign_in,
        },
        mail::messages::{AddressUndoFacts, AddressUndoMessage},
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
/// code, takes back and voids what could sign someone in by the old address, changes the address, and has the old one told,
/// with a way back for a week.
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
    if code.position(std::slice::from_ref(&hash), &site.settings.secret_key).await.is_some() {
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
    let undo = address_undos::open(&act.tx, person.id, &person.email, act.now + UNDO_LASTS).await?;
    // The old address stands in the message, since nothing else knows it soon; the new one is only hinted at.
    let facts = AddressUndoFacts { undo, old: person.email.clone(), new: words::masked(&change.email), at: act.now };
    act.tell(person.id, &AddressUndoMessage { facts });
    act.note(Entry::of(Deed::PersonAddress).about(person.id));
    act.commit().await
}
