use chrono::{DateTime, Utc};
use serde_json::json;

use super::permit_managing;
use crate::{
    domain::{ids::PersonId, person::Email},
    error::Refusal,
    server::{
        auth::Actor,
        db::{
            DbErr, WriteTx, address_changes,
            audit::{self, Entry},
            outbox, people, sessions, sign_in,
        },
        services::Done,
        site::Site,
    },
};

/// Ends all sessions of a person and voids their links and codes, by command; says how many sessions there were.
pub async fn revoke_sessions(site: &Site, email: &Email) -> Done<u64> {
    let tx = site.db.write_tx().await?;
    let person = people::find_by_email(&tx, email).await?.ok_or(Refusal::NotFound)?.id;
    let ended = revoke(site, &tx, person, None).await?;
    tx.commit().await?;
    Ok(ended)
}

/// The same by an admin.
pub async fn sign_out_everywhere(site: &Site, actor: &Actor, id: PersonId) -> Done<u64> {
    permit_managing(site, actor)?;
    let tx = site.db.write_tx().await?;
    let person = people::find(&tx, id).await?.ok_or(Refusal::NotFound)?.id;
    let ended = revoke(site, &tx, person, Some(actor)).await?;
    tx.commit().await?;
    Ok(ended)
}

/// Ends all sessions, voids links and codes, takes back the sign-in mails that wait, and ends a change of address that is under
/// way. Says how many sessions there were.
pub(super) async fn end_every_way_in(tx: &WriteTx, person: PersonId, now: DateTime<Utc>) -> Result<u64, DbErr> {
    people::lock(tx, person).await?;
    outbox::take_back_sign_in(tx, person).await?;
    address_changes::end(tx, person).await?;
    sign_in::void_all(tx, person, now).await?;
    sessions::end_all(tx, person).await
}

async fn revoke(site: &Site, tx: &WriteTx, person: PersonId, by: Option<&Actor>) -> Done<u64> {
    let now = site.now();
    let ended = end_every_way_in(tx, person, now).await?;
    let entry = Entry {
        actor: by.map(|by| by.person),
        client: by.map(|by| by.client.to_string()).unwrap_or_default(),
        action: "person.revoke-sessions",
        person: Some(person),
        details: json!({ "sessions": ended }),
        ..Entry::default()
    };
    audit::note(tx, now, entry).await?;
    Ok(ended)
}
