use chrono::TimeDelta;
use serde_json::json;

use crate::{
    error::Obstacle,
    paths,
    server::{
        auth::Secret,
        db::{
            WriteTx,
            audit::{self, Entry},
            sessions, sign_in,
        },
        services::Done,
        site::Site,
    },
};

/// How long a session lasts, whatever is done with it.
pub const SESSION_LASTS: TimeDelta = TimeDelta::days(365);

/// A fresh session.
#[derive(Debug)]
pub struct SignedIn {
    /// For the session cookie.
    pub session: Secret,
    /// Where to go: a path of ours.
    pub next: String,
}

/// What the browser that redeems a link brings along.
#[derive(Debug, Default)]
pub struct Browser {
    pub binding: Option<Secret>,
    /// The session it has now; it ends.
    pub session: Option<Secret>,
    /// What it calls itself, for the list of devices.
    pub device: String,
}

/// Spends a sign-in link and starts a session.
///
/// Spending is one conditional update: of any number of redemptions at once, one gets a session. Redeemed in the
/// browser that asked, the person's other links are void; redeemed elsewhere they stay, so that somebody who pressed
/// the button in place of the person has not locked them out.
///
/// # Errors
/// [`Obstacle::LinkSpent`] for a link that is used, expired, void, garbled, or whose person is not active.
pub async fn redeem(site: &Site, token: &str, browser: Browser) -> Done<SignedIn> {
    let token = Secret::presented(token).ok_or(Obstacle::LinkSpent)?;
    let now = site.now();
    let tx = site.db.write_tx().await?;
    let link = sign_in::find_live_link(&tx, &token.hash(), now).await?.ok_or(Obstacle::LinkSpent)?;
    if !sign_in::spend_link(&tx, link.number, now).await? {
        return Err(Obstacle::LinkSpent.into());
    }
    if link.asked_by(browser.binding.as_ref()) {
        sign_in::void_links_except(&tx, link.person.number, link.number, now).await?;
    }
    let session = start_session(site, &tx, link.person.number, browser).await?;
    tx.commit().await?;
    let next = link.attempt.map_or_else(|| paths::DASHBOARD.to_owned(), |attempt| attempt.next);
    Ok(SignedIn { session, next })
}

/// Starts a session with a new id and ends the one the browser had.
pub async fn start_session(site: &Site, tx: &WriteTx, person: i32, browser: Browser) -> Done<Secret> {
    let now = site.now();
    if let Some(old) = &browser.session {
        sessions::end(tx, &old.hash()).await?;
    }
    let session = Secret::new(&*site.chance);
    let device: String = browser.device.chars().filter(|c| !c.is_control()).take(200).collect();
    sessions::insert(tx, person, session.hash(), device, now, now + SESSION_LASTS).await?;
    let entry = Entry {
        actor: Some(person),
        action: "session.start",
        person: Some(person),
        details: json!({}),
        ..Entry::default()
    };
    audit::note(tx, now, entry).await?;
    Ok(session)
}
