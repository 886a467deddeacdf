mod address_code;
mod address_undo;
mod pair;
mod sign_in;
mod welcome;

use crate::{
    domain::ids::PersonId,
    server::{
        db::{
            ConnectionTrait, DbErr,
            outbox::StoredMessage,
            people::{self, Person},
            statements,
        },
        mail::{Composed, Letter, Reaches, To, Unwritten, Writing, messages::profile},
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
    Letter(Letter),
    /// There is nobody to write to; why.
    Nobody(&'static str),
    /// Its facts cannot be read or put into words; why.
    Unwritable(&'static str),
}

/// Makes the letter. Name and address are those of this moment; a link is made now and its hash is committed before
/// anything leaves, so nothing that could be redeemed ever lies in the queue.
pub(super) async fn prepare(site: &Site, message: &StoredMessage) -> Result<Prepared, DbErr> {
    let profile = profile(message.kind);
    let write = match profile.writing {
        Writing::FromFacts(write) => write,
        Writing::SignIn => return sign_in::prepare(site, message).await,
        Writing::Welcome => return welcome::prepare(site, message).await,
        Writing::AddressCode => return address_code::prepare(site, message).await,
        Writing::AddressUndo => return address_undo::prepare(site, message).await,
    };
    let person = known(site.db.read(), message.person).await?;
    let reached = match profile.reaches {
        Reaches::Active => active(person),
        Reaches::DeactivatedToo => person.ok_or(NOBODY),
    };
    Ok(match reached {
        Ok(person) => prepared(write(&message.payload, &to(&person, &chain(site).await?), &site.settings)),
        Err(why) => Prepared::Nobody(why),
    })
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

fn to<'a>(person: &'a Person, chain: &'a str) -> To<'a> {
    To { name: &person.name, address: &person.email, chain }
}

/// Where the chain of statements stands at this moment, for the foot of a letter.
async fn chain(site: &Site) -> Result<String, DbErr> {
    let head = statements::head(site.db.read()).await?;
    Ok(head.key.map(|(key, _)| words::chain(head.number, head.link, key)).unwrap_or_default())
}

fn composed(letter: Composed) -> Prepared {
    prepared(letter.map_err(|_| Unwritten::Template))
}

fn prepared(letter: Result<Letter, Unwritten>) -> Prepared {
    match letter {
        Ok(letter) => Prepared::Letter(letter),
        Err(Unwritten::Unreadable) => Prepared::Unwritable(UNREADABLE),
        Err(Unwritten::Template) => Prepared::Unwritable("This message cannot be put into words."),
    }
}
