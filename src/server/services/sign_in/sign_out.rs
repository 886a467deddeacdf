use serde_json::json;

use crate::{
    domain::deed::Deed,
    server::{
        auth::{Actor, Secret},
        db::{
            audit::{self, Entry},
            sessions,
        },
        services::Done,
        site::Site,
    },
};

/// Ends the session on the server, not only in the browser.
pub async fn sign_out(site: &Site, session: &Secret, actor: Option<&Actor>) -> Done {
    let tx = site.db.write_tx().await?;
    sessions::end(&tx, &session.hash()).await?;
    if let Some(actor) = actor {
        let entry = Entry::of(Deed::SessionEnd).about(actor.person).with(json!({ "sessions": 1 })).by(actor);
        audit::note(&tx, site.now(), entry).await?;
    }
    Ok(tx.commit().await?)
}
