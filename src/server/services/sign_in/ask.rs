use chrono::TimeDelta;

use super::Browser;
use crate::{
    domain::person::Email,
    server::{
        auth::Secret,
        db::{
            DbErr, WriteTx,
            attempts::{self, NewAttempt},
            outbox,
        },
        mail::messages::SignInMessage,
        services::{
            Done, Refused,
            limit::{Limit, within},
        },
        site::Site,
    },
};

/// How long the asking browser is remembered.
pub const BINDING_LASTS: TimeDelta = TimeDelta::minutes(15);

/// What asking for a link gives to the browser that asked.
#[derive(Debug)]
pub struct LinkAsked {
    /// For the binding cookie: it shows later that the pair is used where it was asked for.
    pub binding: Secret,
    /// The address as understood.
    pub email: String,
}

/// Asks for a link and a code.
///
/// Does the same for every address, known or not: one attempt and one message. Whether there is anyone to write to is
/// looked up only when the message is sent, so that neither the answer nor its time tells who has an account. Over a
/// limit the answer is the same; nothing is sent then, and pairs that are on their way still work.
///
/// Asking again for the same address, a browser keeps its binding, so the code of the first mail works as well.
///
/// # Errors
/// An address that cannot be one.
pub async fn ask(site: &Site, email: &str, next: &str, browser: &Browser) -> Done<LinkAsked> {
    let email = Email::parse(email).map_err(|problem| Refused::field("email", problem))?;
    let known = browser.known_for(site, email.as_str()).await?.is_some();
    let tx = site.db.write_tx().await?;
    let (binding, before) = binding(site, &tx, &email, browser).await?;
    // Asked again from the page that waits for the email, it leads on to where the first asking did.
    let next = if next.is_empty() { before.unwrap_or_default() } else { next.to_owned() };
    if within(site, &tx, Limit::AskingFrom(&browser.client)).await? {
        let now = site.now();
        let attempt = NewAttempt {
            email: &email,
            binding_hash: binding.hash(),
            next: super::own_path(&next),
            client: browser.client.to_string(),
            known,
            created_at: now,
            expires_at: now + BINDING_LASTS,
        };
        let attempt = attempts::insert(&tx, attempt).await?;
        if mailed(site, &tx, &email, known, browser).await? {
            outbox::insert(&tx, [SignInMessage::to_whoever_asked(attempt)], now).await?;
        }
    }
    tx.commit().await?;
    site.mail_waits.notify_one();
    Ok(LinkAsked { binding, email: email.as_str().to_owned() })
}

/// The binding that this browser has for this address and where its latest asking leads, or a new one.
async fn binding(
    site: &Site,
    tx: &WriteTx,
    email: &Email,
    browser: &Browser,
) -> Result<(Secret, Option<String>), DbErr> {
    let new = Secret::new(&*site.chance);
    let held = browser.binding.clone().unwrap_or_else(|| new.clone());
    let latest = attempts::latest_of(tx, &held.hash()).await?;
    Ok(match latest {
        Some(latest) if latest.email == email.as_str() => (held, Some(latest.next)),
        _ => (new, None),
    })
}

/// Whether one more mail may go to this address.
async fn mailed(site: &Site, tx: &WriteTx, email: &Email, known: bool, browser: &Browser) -> Result<bool, DbErr> {
    let (email, client) = (email.as_str(), &browser.client);
    Ok(within(site, tx, Limit::AskingForFrom(email, client)).await?
        && (known || within(site, tx, Limit::AskingFor(email)).await?))
}

/// What a browser asked for last.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AskedLast {
    pub email: String,
    /// Where it leads: a path of ours.
    pub next: String,
}

/// What the browser with this binding asked for last.
pub async fn asked_for(site: &Site, binding: Option<&Secret>) -> Done<Option<AskedLast>> {
    let Some(binding) = binding else { return Ok(None) };
    let latest = attempts::latest_of(site.db.read(), &binding.hash()).await?;
    Ok(latest.map(|latest| AskedLast { email: latest.email, next: latest.next }))
}
