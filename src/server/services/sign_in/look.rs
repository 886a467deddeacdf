use super::redeem::wants_code;
use crate::server::{
    auth::{Actor, Secret},
    db::sign_in,
    services::Done,
    site::Site,
};

/// What stands behind a link.
#[derive(Debug, PartialEq, Eq)]
pub struct Landing {
    pub name: String,
    /// Whether this browser asked for the link: it may continue by itself.
    pub same_browser: bool,
    /// Whether the link is worth nothing here without the code of its mail.
    pub wants_code: bool,
}

/// Whether a link that no longer works signed in, or could have, whoever is here already: it may have been opened or sent twice.
/// Nobody is signed in by that.
pub async fn is_own(site: &Site, token: &str, here: Option<&Actor>) -> Done<bool> {
    let (Some(token), Some(here)) = (Secret::presented(token), here) else { return Ok(false) };
    Ok(sign_in::owner_of(site.db.read(), &token.hash()).await? == Some(here.person))
}

/// Looks at a sign-in link without touching it: mail scanners open links, and opening must not spend them.
/// `None`: used, expired, void, or never there.
pub async fn look(site: &Site, token: &str, binding: Option<&Secret>) -> Done<Option<Landing>> {
    let Some(token) = Secret::presented(token) else { return Ok(None) };
    let link = sign_in::find_live(site.db.read(), &token.hash(), site.now()).await?;
    Ok(link.map(|link| {
        let same_browser = link.asked_by(binding);
        Landing { same_browser, wants_code: wants_code(site, &link, same_browser), name: link.person.name }
    }))
}
