//! The first admin of an empty system: by the URL that the log shows once, or by a command.

use chrono::TimeDelta;

use super::{
    Done, Refused,
    person::access,
    sign_in::{Browser, SignedIn, Way, start_session},
};
use crate::{
    domain::{
        deed::Deed,
        ids::PersonId,
        person::{Email, PersonDetails, PersonForm},
    },
    error::{Obstacle, Refusal},
    paths,
    server::{
        auth::Secret,
        db::{
            audit::Entry,
            people, setup_links,
            sign_in::{self, NewLink, Purpose},
        },
        mail::messages::{AccessBy, AccessChange},
        services::Act,
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
    let act = Act::unattended(site).await?;
    setup_links::replace(&act.tx, token.hash(), act.now, act.now + LINK_LASTS).await?;
    act.commit().await?;
    Ok(Some(token))
}

/// Looks at a set-up link without touching it.
pub async fn link_lives(site: &Site, token: &str) -> Done<bool> {
    let Some(token) = Secret::presented(token) else { return Ok(false) };
    Ok(setup_links::lives(site.db.read(), &token.hash(), site.now()).await?)
}

/// Spends the set-up link: makes the first admin and signs them in.
///
/// # Errors
/// Fields that cannot be accepted; a link that is spent; a system that someone has set up already.
pub async fn complete(site: &Site, token: &str, form: &PersonForm, browser: &Browser) -> Done<SignedIn> {
    let secret = Secret::presented(token).ok_or(Obstacle::LinkSpent)?;
    if !link_lives(site, token).await? {
        return Err(Obstacle::LinkSpent.into());
    }
    let form = PersonForm { role: "admin".into(), active: "on".into(), ..form.clone() };
    let details = form.parse()?;
    let mut act = Act::unattended(site).await?;
    if !setup_links::spend(&act.tx, &secret.hash(), act.now).await? {
        return Err(Obstacle::LinkSpent.into());
    }
    if people::count(&act.tx).await? > 0 {
        return Err(Obstacle::AlreadySetUp.into());
    }
    let person = insert_admin(&mut act, &details).await?;
    let person = people::find(&act.tx, person).await?.ok_or(Refusal::NotFound)?;
    let (session, known) = start_session(site, &act.tx, &person, browser, Way::SetUp).await?;
    act.commit().await?;
    Ok(SignedIn { session, known, next: paths::DASHBOARD.to_owned() })
}

/// Makes an admin by command; who is here already keeps their name and becomes an active admin. Returns their id.
pub async fn make_admin(site: &Site, form: &PersonForm) -> Done<PersonId> {
    let form = PersonForm { role: "admin".into(), active: "on".into(), ..form.clone() };
    let details = form.parse()?;
    let mut act = Act::unattended(site).await?;
    let id = match people::find_by_email(&act.tx, &details.email).await? {
        Some(person) => {
            let details = PersonDetails { name: person.name, ..details };
            if !person.active {
                access::tell(&mut act, person.id, AccessChange::Activated, AccessBy::Server);
            }
            people::update(&act.tx, person.id, person.version, &details).await?;
            act.note(Entry::of(Deed::PersonMakeAdmin).about(person.id));
            person.id
        }
        None => insert_admin(&mut act, &details).await?,
    };
    act.commit().await?;
    Ok(id)
}

async fn insert_admin(act: &mut Act<'_>, details: &PersonDetails) -> Done<PersonId> {
    let inserted = people::insert(&act.tx, details, act.site.chance.id(), act.now).await;
    let id = inserted.map_err(Refused::address_taken)?;
    act.note(Entry::of(Deed::PersonFirstAdmin).about(id));
    Ok(id)
}

/// A sign-in link that a command prints, for the first sign-in and for when no email can be sent.
///
/// # Errors
/// [`crate::error::Refusal::NotFound`] when there is no active person with this address.
pub async fn command_link(site: &Site, email: &Email) -> Done<Secret> {
    let mut act = Act::unattended(site).await?;
    let person = people::find_by_email(&act.tx, email).await?.filter(|person| person.active);
    let person = person.ok_or(Refusal::NotFound)?.id;
    let token = Secret::new(&*site.chance);
    let (token_hash, expires_at) = (token.hash(), act.now + LINK_LASTS);
    let link = NewLink { person, attempt: None, token_hash, purpose: Purpose::Command, expires_at, code: None };
    sign_in::insert(&act.tx, link, act.now).await?;
    act.note(Entry::of(Deed::PersonCommandLink).about(person));
    act.commit().await?;
    Ok(token)
}
