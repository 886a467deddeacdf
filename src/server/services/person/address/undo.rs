use chrono::TimeDelta;

use super::super::revoke_sessions::end_every_way_in;
use crate::{
    domain::{
        deed::Deed,
        person::{Email, PersonDetails},
        typed::Problem,
    },
    error::{Obstacle, Refusal},
    server::{
        auth::{Client, Secret},
        db::{
            address_undos::{self, AddressUndo},
            audit::{self, Entry, Search},
            people::{self, Person},
        },
        mail::messages::{AddressChangedMessage, AddressFacts, ChangedBy},
        services::{Act, Done, Refused},
        site::Site,
    },
    words,
};

/// How many entries of one instant are looked at.
const MOST_AT_ONCE: u64 = 100;

/// What stands behind a link that takes a change of address back.
#[derive(Debug, PartialEq, Eq)]
pub struct WayBack {
    /// Whose address it was.
    pub name: String,
    /// The address they would have again: the one to which the link was mailed.
    pub email: String,
}

/// Looks at such a link without touching it: email scanners open links, and opening must not use them up. `None`: used,
/// expired, closed, never there, or of someone who is deactivated.
pub async fn look_at_undo(site: &Site, token: &str) -> Done<Option<WayBack>> {
    let Some(token) = Secret::presented(token) else { return Ok(None) };
    let Some(undo) = address_undos::find_by_token(site.db.read(), &token.hash(), site.now()).await? else {
        return Ok(None);
    };
    let person = people::find(site.db.read(), undo.person).await?.filter(|person| person.active);
    Ok(person.map(|person| WayBack { name: person.name, email: undo.email }))
}

/// Takes a change of someone's own address back, by the link that was mailed to the address they had.
///
/// Whoever changed it may sit there still, so every session, link and code ends as when signed out everywhere. So do the
/// ways back to later addresses: they would lead to whoever got in. The address that is given up is told, without a way
/// back.
///
/// # Errors
/// [`Obstacle::LinkSpent`] for a link that is used, expired, closed, garbled, or whose person is not active; an address
/// that someone else has by now.
pub async fn undo_address(site: &Site, token: &str, client: &Client) -> Done {
    let token = Secret::presented(token).ok_or(Obstacle::LinkSpent)?;
    let mut act = Act::unattended(site).await?;
    let undo = address_undos::find_by_token(&act.tx, &token.hash(), act.now).await?.ok_or(Obstacle::LinkSpent)?;
    people::lock(&act.tx, undo.person).await?;
    let person = people::find(&act.tx, undo.person).await?.filter(|person| person.active).ok_or(Obstacle::LinkSpent)?;
    if !address_undos::spend(&act.tx, undo.id, act.now).await? {
        return Err(Obstacle::LinkSpent.into());
    }
    address_undos::close_since(&act.tx, &undo, act.now).await?;
    // Whose sign-in emails wait shows only by the address, so this comes before the change.
    end_every_way_in(&act.tx, person.id, act.now).await?;
    back_to(&act, &person, &undo).await?;
    if person.email != undo.email {
        let facts = AddressFacts {
            old: person.email.clone(),
            new: words::masked(&undo.email),
            at: act.now,
            by: ChangedBy::Undo,
        };
        act.tell(person.id, &AddressChangedMessage { version: person.version, facts });
    }
    act.note(Entry { actor: Some(person.id), ..Entry::of(Deed::PersonAddressUndo).about(person.id).from(client) });
    act.commit().await
}

/// Whether what a link does is done: someone went this way back, or another to the same address, and the address is theirs.
/// Whoever presses twice, or whose first answer was lost, is told so rather than that the link is spent.
pub async fn is_undone(site: &Site, token: &str) -> Done<bool> {
    let Some(token) = Secret::presented(token) else { return Ok(false) };
    // In turn with whoever undoes it at the same moment, and no sooner done than what they wrote stays.
    let act = Act::unattended(site).await?;
    let undone = went_back(&act, &token).await?;
    act.commit().await?;
    Ok(undone)
}

async fn went_back(act: &Act<'_>, token: &Secret) -> Done<bool> {
    let closed = address_undos::find_closed(&act.tx, &token.hash(), act.now).await?;
    let Some((undo, at)) = closed else { return Ok(false) };
    let is_theirs = people::find(&act.tx, undo.person).await?.is_some_and(|one| one.active && one.email == undo.email);
    if !is_theirs {
        return Ok(false);
    }
    // An admin may have closed it, and given them that address again.
    let until = Some(at + TimeDelta::milliseconds(1));
    let then =
        Search { kind: Some("person".into()), person: Some(undo.person), from: Some(at), until, ..Search::default() };
    let noted = audit::search(&act.tx, &then, MOST_AT_ONCE).await?;
    Ok(noted.iter().any(|noted| noted.action == Deed::PersonAddressUndo.as_str()))
}

async fn back_to(act: &Act<'_>, person: &Person, undo: &AddressUndo) -> Done {
    let taken = |problem| Refused::field("email", problem);
    let email = Email::parse(&undo.email).map_err(taken)?;
    if people::find_by_email(&act.tx, &email).await?.is_some_and(|other| other.id != person.id) {
        return Err(taken(Problem::AddressTaken));
    }
    let details = PersonDetails { name: person.name.clone(), email, role: person.role, active: person.active };
    let updated = people::update(&act.tx, person.id, person.version, &details).await;
    if updated.map_err(Refused::address_taken)? {
        Ok(())
    } else {
        Err(Refusal::Conflict { changes: Vec::new() }.into())
    }
}
