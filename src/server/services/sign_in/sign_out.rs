use crate::server::{auth::Secret, db::sessions, services::Done, site::Site};

/// Ends the session on the server, not only in the browser.
pub async fn sign_out(site: &Site, session: &Secret) -> Done {
    let tx = site.db.write_tx().await?;
    sessions::end(&tx, &session.hash()).await?;
    Ok(tx.commit().await?)
}
