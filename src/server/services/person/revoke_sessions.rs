use chrono::{DateTime, Utc};
use serde_json::json;

use super::access;
use crate::{
    domain::{deed::Deed, ids::PersonId, person::Email},
    error::Refusal,
    server::{
        auth::{Action, Actor},
        db::{
            DbErr, WriteTx, address_changes,
            audit::Entry,
            outbox,
            people::{self, Person},
            sessions, sign_in,
        },
        mail::messages::{AccessBy, AccessChange},
        services::{Act, Done},
        site::Site,
    },
};

/// Ends all sessions of a person and voids their links and codes, by command; says how many sessions there were.
pub async fn revoke_sessions(site: &Site, email: &Email) -> Done<u64> {
    let act = Act::unattended(site).await?;
    let person = people::find_by_email(&act.tx, email).await?.ok_or(Refusal::NotFound)?;
    revoke(act, &person, AccessBy::Server).await
}

/// The same by an admin.
pub async fn sign_out_everywhere(site: &Site, actor: &Actor, id: PersonId) -> Done<u64> {
    let act = Act::by(site, actor).await?;
    act.may(Action::ManagePeople)?;
    let person = people::find(&act.tx, id).await?.ok_or(Refusal::NotFound)?;
    revoke(act, &person, AccessBy::Admin).await
}

/// Whoever is deactivated has no way in, and is told nothing.
async fn revoke(mut act: Act<'_>, person: &Person, by: AccessBy) -> Done<u64> {
    let ended = end_every_way_in(&act.tx, person.id, act.now).await?;
    act.note(Entry::of(Deed::PersonRevokeSessions).about(person.id).with(json!({ "sessions": ended })));
    if person.active {
        access::tell(&mut act, person.id, AccessChange::SignedOut, by);
    }
    act.commit().await?;
    Ok(ended)
}

/// Ends all sessions, voids links and codes, takes back the sign-in emails that wait, ends a change of address that is under
/// way, and forgets in which browsers they had signed in before. What takes a change of address back stays: whoever got in
/// could sign everyone out. Says how many sessions there were.
pub(super) async fn end_every_way_in(tx: &WriteTx, person: PersonId, now: DateTime<Utc>) -> Result<u64, DbErr> {
    people::lock(tx, person).await?;
    outbox::take_back_sign_in(tx, person).await?;
    address_changes::end(tx, person).await?;
    sign_in::void_all(tx, person, now).await?;
    people::forget_browsers(tx, person).await?;
    sessions::end_all(tx, person).await
}
