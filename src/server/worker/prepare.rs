mod address_code;
mod address_undo;
mod message_id;
mod offer;
mod overtaken;
mod pair;
mod sign_in;
mod wanted;
mod welcome;

pub(super) use message_id::of as message_id;

use catalog::Language;
use chrono::{DateTime, Utc};

use self::wanted::Wanted;
use crate::{
    domain::ids::PersonId,
    paths,
    server::{
        auth::OffLink,
        db::{
            ConnectionTrait, DbErr,
            outbox::StoredMessage,
            people::{self, Person},
            statements,
        },
        mail::{
            Composed, Consent, Letter, Reaches, To, Unwritten, Writing, calendar_mark,
            messages::{LinkMessage, WelcomeMessage, profile},
        },
        site::Site,
    },
    words,
};

const TAKEN_BACK: &str = "All ways in were ended, or the address was changed.";
const UNREADABLE: &str = "What this message tells cannot be read.";
const NOBODY: &str = "Nobody here has this address.";
const NO_ADDRESS: &str = "The address is none.";

/// What a message became.
pub(super) enum Prepared {
    Letter(Box<Letter>),
    /// There is nobody to write to, or nothing to tell anymore; why.
    Nobody(&'static str),
    /// It is night where its reader is: it leaves then.
    PutOff(DateTime<Utc>),
    /// Its facts cannot be read or put into words; why.
    Unwritable(&'static str),
}

/// Makes the letter. Name and address are those of this moment, and what can be turned off leaves only if it is still wanted and
/// still true; a link is made now and its hash is committed before anything leaves, so nothing that could be redeemed ever lies
/// in the queue.
pub(super) async fn prepare(site: &Site, message: &StoredMessage) -> Result<Prepared, DbErr> {
    let mut prepared = written(site, message).await?;
    if let Prepared::Letter(letter) = &mut prepared {
        letter.message_id = message_id(message, &site.settings);
        letter.dated = site.now();
    }
    Ok(prepared)
}

async fn written(site: &Site, message: &StoredMessage) -> Result<Prepared, DbErr> {
    let profile = profile(message.kind);
    let write = match profile.writing {
        Writing::FromFacts(write) => write,
        Writing::SignIn => return sign_in::prepare(site, message).await,
        Writing::Welcome => return welcome::prepare(site, message, WelcomeMessage::letter).await,
        Writing::Link => return welcome::prepare(site, message, LinkMessage::letter).await,
        Writing::AddressCode => return address_code::prepare(site, message).await,
        Writing::AddressUndo => return address_undo::prepare(site, message).await,
        Writing::Offer => return offer::prepare(site, message).await,
    };
    let person = known(site.db.read(), message.person).await?;
    let reached = match profile.reaches {
        Reaches::Active => active(person),
        Reaches::DeactivatedToo => person.ok_or(NOBODY),
    };
    let person = match reached {
        Ok(person) => person,
        Err(why) => return Ok(Prepared::Nobody(why)),
    };
    let Consent::May(topic) = profile.consent else {
        if let Some(why) = overtaken::why_not(site, message).await? {
            return Ok(Prepared::Nobody(why));
        }
        return in_language_of(&person, None, site, |to| write(&message.payload, to, &site.settings)).await;
    };
    let facts = match wanted::as_it_is(site, message, &person, topic).await? {
        Wanted::Now(facts) => facts,
        Wanted::InTheMorning(at) => return Ok(Prepared::PutOff(at)),
        Wanted::NoMore(why) => return Ok(Prepared::Nobody(why)),
    };
    let token = OffLink::new(person.id, &person.public_id, topic).token(&site.settings, &*site.chance);
    let off = site.settings.link(&paths::emails(&token));
    in_language_of(&person, None, site, |to| write(&facts, &To { off: &off, ..*to }, &site.settings)).await
}

async fn find(c: &impl ConnectionTrait, id: Option<PersonId>) -> Result<Result<Person, &'static str>, DbErr> {
    Ok(active(known(c, id).await?))
}

async fn known(c: &impl ConnectionTrait, id: Option<PersonId>) -> Result<Option<Person>, DbErr> {
    match id {
        Some(id) => people::find(c, id).await,
        None => Ok(None),
    }
}

/// Someone to write to, or why there is nobody.
fn active(person: Option<Person>) -> Result<Person, &'static str> {
    match person {
        Some(person) if person.active => Ok(person),
        Some(_) => Err("This person is deactivated."),
        None => Err(NOBODY),
    }
}

/// Writes a letter to someone in the language they read: the one they chose, or else that of the browser that asked for it, or
/// else English. Where the chain of statements stands at this moment is its foot.
async fn in_language_of(
    person: &Person,
    asked_in: Option<Language>,
    site: &Site,
    write: impl FnOnce(&To<'_>) -> Result<Letter, Unwritten>,
) -> Result<Prepared, DbErr> {
    let head = statements::head(site.db.read()).await?;
    let language = person.language.or(asked_in).unwrap_or_default();
    Ok(prepared(catalog::said_in(language, || {
        let chain = head.key.map(|(key, _)| words::chain(head.number, head.link, key)).unwrap_or_default();
        let mark = calendar_mark(&person.public_id);
        write(&To {
            name: &person.name,
            address: &person.email,
            chain: &chain,
            zone: person.zone,
            mark: &mark,
            off: "",
        })
    })))
}

/// The same of a letter whose secret the worker has just made.
async fn composed(
    person: &Person,
    asked_in: Option<Language>,
    site: &Site,
    write: impl FnOnce(&To<'_>) -> Composed,
) -> Result<Prepared, DbErr> {
    in_language_of(person, asked_in, site, |to| write(to).map_err(|_| Unwritten::Template)).await
}

fn prepared(letter: Result<Letter, Unwritten>) -> Prepared {
    match letter {
        Ok(letter) => Prepared::Letter(Box::new(letter)),
        Err(Unwritten::Unreadable) => Prepared::Unwritable(UNREADABLE),
        Err(Unwritten::Template) => Prepared::Unwritable("This message cannot be put into words."),
    }
}
