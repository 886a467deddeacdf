use serde_json::json;

use crate::{
    domain::person::Email,
    error::Refusal,
    server::{
        db::{
            audit::{self, Entry},
            people, sessions, sign_in,
        },
        services::Done,
        site::Site,
    },
};

/// Ends all sessions of a person and voids their links, by command; says how many sessions there were.
pub async fn revoke_sessions(site: &Site, email: &Email) -> Done<u64> {
    let now = site.now();
    let tx = site.db.write_tx().await?;
    let person = people::find_by_email(&tx, email).await?.ok_or(Refusal::NotFound)?.number;
    let ended = sessions::end_all(&tx, person).await?;
    sign_in::void_links(&tx, person, now).await?;
    let details = json!({ "sessions": ended });
    let entry = Entry { action: "person.revoke-sessions", person: Some(person), details, ..Entry::default() };
    audit::note(&tx, now, entry).await?;
    tx.commit().await?;
    Ok(ended)
}
