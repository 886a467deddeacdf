use chrono::TimeDelta;

use crate::server::{
    auth::{Actor, Client, Secret},
    db::sessions,
    services::Done,
    site::Site,
};

/// Who holds this session cookie: read at every request, so that ending a session, deactivating someone or changing
/// their role works at the next one. Notes that the session was used, at most every five minutes.
pub async fn identify(site: &Site, session: &Secret, client: &Client) -> Done<Option<Actor>> {
    let now = site.now();
    let Some(found) = sessions::find(site.db.read(), &session.hash(), now).await? else { return Ok(None) };
    if now - found.last_seen_at >= TimeDelta::minutes(5) {
        let tx = site.db.write_tx().await?;
        sessions::touch(&tx, found.id, now).await?;
        tx.commit().await?;
    }
    let person = found.person;
    let actor = Actor {
        person: person.id,
        name: person.name,
        email: person.email,
        role: person.role,
        zone: person.zone,
        language: person.language,
        session: found.id,
        signed_in_at: found.signed_in_at,
        client: client.clone(),
    };
    Ok(Some(actor))
}
