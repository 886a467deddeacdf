//! The first admin of an empty system: by the URL that the log shows once, or by a command.

use chrono::TimeDelta;
use serde_json::json;

use super::{
    Done, Refused,
    sign_in::{Browser, SignedIn, Way, start_session},
};
use crate::{
    domain::{
        ids::PersonId,
        person::{PersonDetails, PersonForm},
    },
    error::{Obstacle, Refusal},
    paths,
    server::{
        auth::Secret,
        db::{
            WriteTx,
            audit::{self, Entry},
            people, set_up_links,
            sign_in::{self, NewLink, Purpose},
        },
        site::Site,
    },
};

/// How long the set-up URL and a link from a command can be used.
pub const LINK_LASTS: TimeDelta = TimeDelta::minutes(30);

/// Makes the set-up link if nobody is here yet. Each call voids the one before.
pub async fn offer(site: &Site) -> Done<Option<Secret>> {
    if people::count(site.db.read()).await? > 0 {
        return Ok(None);
    }
    let token = Secret::new(&*site.chance);
    let now = site.now();
    let tx = site.db.write_tx().await?;
    set_up_links::replace(&tx, token.hash(), now, now + LINK_LASTS).await?;
    tx.commit().await?;
    Ok(Some(token))
}

/// Looks at a set-up link without touching it.
pub async fn link_lives(site: &Site, token: &str) -> Done<bool> {
    let Some(token) = Secret::presented(token) else { return Ok(false) };
    Ok(set_up_links::lives(site.db.read(), &token.hash(), site.now()).await?)
}

/// Spends the set-up link: makes the first admin and signs them in.
///
/// # Errors
/// Fields that cannot be accepted; a link that is spent; a system that somebody has set up already.
pub async fn complete(site: &Site, token: &str, form: &PersonForm, browser: &Browser) -> Done<SignedIn> {
    let token = Secret::presented(token).ok_or(Obstacle::LinkSpent)?;
    let form = PersonForm { role: "admin".into(), active: "on".into(), ..form.clone() };
    let details = form.parse()?;
    let tx = site.db.write_tx().await?;
    if !set_up_links::spend(&tx, &token.hash(), site.now()).await? {
        return Err(Obstacle::LinkSpent.into());
    }
    if people::count(&tx).await? > 0 {
        return Err(Obstacle::AlreadySetUp.into());
    }
    let person = insert_admin(site, &tx, &details).await?;
    let person = people::find(&tx, person).await?.ok_or(Refusal::NotFound)?;
    let (session, known) = start_session(site, &tx, &person, browser, Way::SetUp).await?;
    tx.commit().await?;
    Ok(SignedIn { session, known, next: paths::WELCOME.to_owned() })
}

/// Makes an admin by command; who is here already keeps their name and becomes an active admin. Gives back their
/// number.
pub async fn make_admin(site: &Site, form: &PersonForm) -> Done<PersonId> {
    let form = PersonForm { role: "admin".into(), active: "on".into(), ..form.clone() };
    let details = form.parse()?;
    let tx = site.db.write_tx().await?;
    let id = match people::find_by_email(&tx, &details.email).await? {
        Some(person) => {
            let details = PersonDetails { name: person.name, ..details };
            people::update(&tx, person.id, person.version, &details).await?;
            let id = Some(person.id);
            let entry = Entry { action: "person.make-admin", person: id, details: json!({}), ..Entry::default() };
            audit::note(&tx, site.now(), entry).await?;
            person.id
        }
        None => insert_admin(site, &tx, &details).await?,
    };
    tx.commit().await?;
    Ok(id)
}

async fn insert_admin(site: &Site, tx: &WriteTx, details: &PersonDetails) -> Done<PersonId> {
    let now = site.now();
    let inserted = people::insert(tx, details, site.chance.id(), now).await;
    let id = inserted.map_err(Refused::address_taken)?;
    let entry = Entry { action: "person.first-admin", person: Some(id), details: json!({}), ..Entry::default() };
    audit::note(tx, now, entry).await?;
    Ok(id)
}

/// A sign-in link that a command prints, for the first sign-in and for when no mail can be sent.
///
/// # Errors
/// [`crate::error::Refusal::NotFound`] when there is no active person with this address.
pub async fn command_link(site: &Site, email: &crate::domain::person::Email) -> Done<Secret> {
    let now = site.now();
    let tx = site.db.write_tx().await?;
    let person = people::find_by_email(&tx, email).await?.filter(|person| person.active);
    let person = person.ok_or(Refusal::NotFound)?.id;
    let token = Secret::new(&*site.chance);
    let (token_hash, expires_at) = (token.hash(), now + LINK_LASTS);
    let link = NewLink { person, attempt: None, token_hash, purpose: Purpose::Command, expires_at, code: None };
    sign_in::insert(&tx, link, now).await?;
    let entry = Entry { action: "person.command-link", person: Some(person), details: json!({}), ..Entry::default() };
    audit::note(&tx, now, entry).await?;
    tx.commit().await?;
    Ok(token)
}
