use chrono::TimeDelta;
use serde::de::DeserializeOwned;

use crate::server::{
    auth::Secret,
    db::{
        DbErr,
        outbox::{Kind, Message},
        people::{self, Person},
        sign_in::{self, NewLink, Purpose},
    },
    mail::{
        Letter,
        compose::{self, Composed, To},
    },
    site::Site,
};

/// How long a link that was asked for lives, from sending.
const SIGN_IN: TimeDelta = TimeDelta::minutes(15);
/// How long somebody new has time.
const WELCOME: TimeDelta = TimeDelta::days(3);
/// How many unused links one person can have.
const LIVE_LINKS: u64 = 3;

/// What a message became.
pub(super) enum Prepared {
    Letter(Letter),
    /// There is nobody to write to; why.
    Nobody(&'static str),
    /// Its facts cannot be read or put into words; why.
    Unwritable(&'static str),
}

/// Makes the letter. Name and address are those of this moment; a link is made now and its hash is committed before
/// anything leaves, so nothing that could be redeemed ever lies in the queue.
pub(super) async fn prepare(site: &Site, message: &Message) -> Result<Prepared, DbErr> {
    match message.kind {
        Kind::SignIn => with_link(site, message, Purpose::SignIn).await,
        Kind::Welcome => with_link(site, message, Purpose::Welcome).await,
        Kind::Received => told(site, message, compose::received).await,
        Kind::Result | Kind::Changed => told(site, message, compose::result).await,
        Kind::Cancelled => told(site, message, compose::cancelled).await,
    }
}

async fn with_link(site: &Site, message: &Message, purpose: Purpose) -> Result<Prepared, DbErr> {
    let now = site.now();
    let token = Secret::new(&*site.chance);
    let tx = site.db.write_tx().await?;
    let attempt = match message.attempt {
        Some(number) => sign_in::find_attempt(&tx, number).await?,
        None => None,
    };
    let number = attempt.as_ref().and_then(|attempt| attempt.person).or(message.person);
    let person = match find(&tx, number).await? {
        Ok(person) => person,
        Err(nobody) => return Ok(nobody),
    };
    let (compose, lives): (fn(&To<'_>, &Secret, _) -> Composed, _) = match purpose {
        Purpose::Welcome => (compose::welcome, WELCOME),
        Purpose::SignIn | Purpose::Command => (compose::sign_in, SIGN_IN),
    };
    let link = NewLink {
        person: person.number,
        attempt: attempt.map(|attempt| attempt.number),
        token_hash: token.hash(),
        purpose,
        expires_at: now + lives,
    };
    sign_in::insert_link(&tx, link, now).await?;
    sign_in::void_older_links(&tx, person.number, LIVE_LINKS, now).await?;
    tx.commit().await?;
    Ok(written(compose(&to(&person), &token, &site.settings)))
}

async fn told<F: DeserializeOwned>(
    site: &Site,
    message: &Message,
    compose: impl Fn(&To<'_>, &F, &crate::server::config::Settings) -> Composed,
) -> Result<Prepared, DbErr> {
    let person = match find(site.db.read(), message.person).await? {
        Ok(person) => person,
        Err(nobody) => return Ok(nobody),
    };
    match F::deserialize(&message.payload) {
        Ok(facts) => Ok(written(compose(&to(&person), &facts, &site.settings))),
        Err(_) => Ok(Prepared::Unwritable("What this message tells cannot be read.")),
    }
}

async fn find(
    c: &impl crate::server::db::ConnectionTrait,
    number: Option<i32>,
) -> Result<Result<Person, Prepared>, DbErr> {
    let person = match number {
        Some(number) => people::find(c, number).await?,
        None => None,
    };
    Ok(match person {
        Some(person) if person.active => Ok(person),
        Some(_) => Err(Prepared::Nobody("This person is deactivated.")),
        None => Err(Prepared::Nobody("Nobody here has this address.")),
    })
}

fn to(person: &Person) -> To<'_> {
    To { name: &person.name, address: &person.email }
}

fn written(letter: Composed) -> Prepared {
    letter.map_or(Prepared::Unwritable("This message cannot be put into words."), Prepared::Letter)
}
