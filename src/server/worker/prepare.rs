mod address;

use chrono::TimeDelta;
use serde::de::DeserializeOwned;

use crate::{
    domain::{
        ids::{AttemptId, MessageId, PersonId},
        person::Email,
    },
    paths,
    server::{
        auth::{Code, Secret},
        config::{LoginUnbound, Settings},
        db::{
            ConnectionTrait, DbErr, WriteTx,
            attempts::{self, NewAttempt},
            outbox::{self, Kind, Message},
            people::{self, Person},
            sign_in::{self, NewLink, Purpose},
        },
        mail::{
            Letter,
            compose::{self, Composed, To},
        },
        services::sign_in::LIVE_PAIRS,
        site::Site,
    },
};

/// How long a link that was asked for lives, from sending.
const LINK_LIVES: TimeDelta = TimeDelta::minutes(15);
/// How long its code lives.
const CODE_LIVES: TimeDelta = TimeDelta::minutes(10);
/// How long somebody new has time.
const WELCOME: TimeDelta = TimeDelta::days(3);

const TAKEN_BACK: &str = "All ways in were ended, or the address was changed.";
const UNREADABLE: &str = "What this message tells cannot be read.";

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
        Kind::SignIn => asked(site, message).await,
        Kind::Welcome => welcomed(site, message).await,
        Kind::Received => told(site, message, compose::received).await,
        Kind::Result | Kind::Changed => told(site, message, compose::result).await,
        Kind::Cancelled => told(site, message, compose::cancelled).await,
        Kind::Device => told(site, message, compose::device).await,
        Kind::AddressCode => address::asked(site, message).await,
        Kind::AddressChanged => address::changed(site, message).await,
        Kind::Test => told(site, message, |to, _: &serde_json::Value, settings| compose::test(to, settings)).await,
    }
}

/// The pair for somebody who asked on the sign-in page.
async fn asked(site: &Site, message: &Message) -> Result<Prepared, DbErr> {
    let attempt = match message.attempt {
        Some(number) => attempts::find(site.db.read(), number).await?,
        None => None,
    };
    let Some(attempt) = attempt else { return Ok(Prepared::Nobody("The asking for it is too long ago.")) };
    let person = match Email::parse(&attempt.email) {
        Ok(email) => people::find_by_email(site.db.read(), &email).await?,
        Err(_) => None,
    };
    let person = match active(person) {
        Ok(person) => person,
        Err(why) => return Ok(Prepared::Nobody(why)),
    };
    let pair = Pair::new(site).await;
    let tx = site.db.write_tx().await?;
    people::lock(&tx, person.id).await?;
    attempts::belongs_to(&tx, attempt.id, person.id).await?;
    outbox::belongs_to(&tx, message.id, person.id).await?;
    if !pair.keep(site, &tx, &person, (attempt.id, message.id), Purpose::SignIn).await? {
        return Ok(Prepared::Nobody(TAKEN_BACK));
    }
    tx.commit().await?;
    Ok(written(compose::sign_in(&to(&person), &pair.token, &pair.code, &site.settings)))
}

/// The pair for somebody new. It belongs to no browser: an attempt that no cookie answers to counts the codes tried.
async fn welcomed(site: &Site, message: &Message) -> Result<Prepared, DbErr> {
    let person = match find(site.db.read(), message.person).await? {
        Ok(person) => person,
        Err(why) => return Ok(Prepared::Nobody(why)),
    };
    let Ok(email) = Email::parse(&person.email) else { return Ok(Prepared::Unwritable("The address is none.")) };
    let now = site.now();
    let pair = Pair::new(site).await;
    let tx = site.db.write_tx().await?;
    people::lock(&tx, person.id).await?;
    let attempt = NewAttempt {
        email: &email,
        binding_hash: Secret::new(&*site.chance).hash(),
        next: paths::DASHBOARD.to_owned(),
        client: String::new(),
        known: false,
        created_at: now,
        expires_at: now + WELCOME,
    };
    let attempt = attempts::insert(&tx, attempt).await?;
    if !pair.keep(site, &tx, &person, (attempt, message.id), Purpose::Welcome).await? {
        return Ok(Prepared::Nobody(TAKEN_BACK));
    }
    tx.commit().await?;
    let code = (site.settings.login_unbound == LoginUnbound::Code).then_some(&pair.code);
    Ok(written(compose::welcome(&to(&person), &pair.token, code, &site.settings)))
}

/// The two secrets of one mail.
struct Pair {
    token: Secret,
    code: Code,
    code_hash: String,
}

impl Pair {
    /// Makes them; hashing takes its time, so no transaction is open yet.
    async fn new(site: &Site) -> Self {
        let code = Code::new(&*site.chance);
        let code_hash = code.hash(&site.settings.secret_key, &*site.chance).await;
        Self { token: Secret::new(&*site.chance), code, code_hash }
    }

    /// Stores their hashes; a person has only so many at a time. Says no if the person, their address or the message is
    /// not what it was when this began: somebody ended all ways in while the code was hashed.
    async fn keep(
        &self,
        site: &Site,
        tx: &WriteTx,
        person: &Person,
        (attempt, message): (AttemptId, MessageId),
        purpose: Purpose,
    ) -> Result<bool, DbErr> {
        let now = site.now();
        let still = people::find(tx, person.id).await?;
        let still = still.is_some_and(|still| still.active && still.email == person.email);
        if !still || !outbox::is_sending(tx, message).await? {
            return Ok(false);
        }
        let (link_lives, code_lives) =
            if purpose == Purpose::Welcome { (WELCOME, WELCOME) } else { (LINK_LIVES, CODE_LIVES) };
        let link = NewLink {
            person: person.id,
            attempt: Some(attempt),
            token_hash: self.token.hash(),
            purpose,
            expires_at: now + link_lives,
            code: Some((self.code_hash.clone(), now + code_lives)),
        };
        sign_in::insert(tx, link, now).await?;
        sign_in::void_surplus(tx, person.id, u64::from(LIVE_PAIRS), now).await?;
        Ok(true)
    }
}

async fn told<F: DeserializeOwned>(
    site: &Site,
    message: &Message,
    compose: impl Fn(&To<'_>, &F, &Settings) -> Composed,
) -> Result<Prepared, DbErr> {
    let person = match find(site.db.read(), message.person).await? {
        Ok(person) => person,
        Err(why) => return Ok(Prepared::Nobody(why)),
    };
    match F::deserialize(&message.payload) {
        Ok(facts) => Ok(written(compose(&to(&person), &facts, &site.settings))),
        Err(_) => Ok(Prepared::Unwritable(UNREADABLE)),
    }
}

async fn find(c: &impl ConnectionTrait, id: Option<PersonId>) -> Result<Result<Person, &'static str>, DbErr> {
    let person = match id {
        Some(id) => people::find(c, id).await?,
        None => None,
    };
    Ok(active(person))
}

/// Somebody to write to, or why there is nobody.
fn active(person: Option<Person>) -> Result<Person, &'static str> {
    match person {
        Some(person) if person.active => Ok(person),
        Some(_) => Err("This person is deactivated."),
        None => Err("Nobody here has this address."),
    }
}

fn to(person: &Person) -> To<'_> {
    To { name: &person.name, address: &person.email }
}

fn written(letter: Composed) -> Prepared {
    letter.map_or(Prepared::Unwritable("This message cannot be put into words."), Prepared::Letter)
}
