//! What there is to know of a message: of its kind, and of a single one.

use chrono::{DateTime, TimeDelta, Utc};
use serde::{Deserialize, Serialize, de::DeserializeOwned};
use serde_json::Value;

use super::{Composed, Letter, Sample, Scene, To};
use crate::{
    domain::{
        ids::{EventId, PersonId},
        message::{Kind, Topic},
    },
    server::{
        config::Settings,
        db::{events::Event, outbox::NewMessage},
    },
};

/// Whether what a message tells is still so, as the event stands at this instant.
pub type Holds = fn(&Event, DateTime<Utc>) -> bool;

/// A kind of message: all that the program knows of it stands here.
pub trait MessageKind: Sized {
    /// Its entry in the closed list.
    const KIND: Kind;
    /// What it is, where pages list messages.
    const TITLE: fn() -> &'static str;
    /// How its letter comes about.
    const WRITING: Writing;
    /// Whether someone sits there and waits for it. It leaves before all others, and at once a second time where nobody
    /// knows whether it left.
    const WAITED_FOR: bool = false;
    /// As long as what it may be sent again after it failed; without, it stays true.
    const HOLDS_WHILE: Option<Holds> = None;
    /// Whether it tells how an event turned out for someone. It overtakes what they were told before, and those who run
    /// the event see what became of it.
    const TELLS_OUTCOME: bool = false;
    /// How old it gets once it was sent, or had nobody to go to. Without a limit it stays as long as its person.
    const REMOVED_AFTER: Option<TimeDelta> = None;
    /// Whether it goes to someone who is deactivated, too.
    const REACHES: Reaches = Reaches::Active;
    /// Whether its person finds it in the file about themselves.
    const IN_OWN_DATA: bool = true;
    /// Whether people can turn it off.
    const CONSENT: Consent = Consent::Must;

    /// What the outbox keeps for the letter: instants, numbers, and what people typed, in no finished sentence. There is no
    /// secret in it.
    type Facts: Serialize + DeserializeOwned;

    /// Its letters as people could get them, to be looked at and for tests.
    ///
    /// # Errors
    /// The template's fault.
    fn samples(scene: &Scene<'_>) -> Result<Vec<Sample>, askama::Error>;
}

/// A message to one person, to be written into the outbox in the transaction of what it tells.
pub trait Message: MessageKind {
    /// The event it is about.
    fn event(&self) -> Option<EventId> {
        None
    }

    /// Kind, subject, revision and person: what has the same key is the same message, and is written once.
    fn dedupe_key(&self, to: PersonId) -> String;

    fn facts(&self) -> &Self::Facts;
}

/// A message whose letter needs nothing but its facts.
pub trait FromFacts: MessageKind {
    fn letter(facts: &Self::Facts, to: &To<'_>, settings: &Settings) -> Composed;
}

impl NewMessage {
    /// A message to a person.
    pub fn to<M: Message>(person: PersonId, message: &M) -> Self {
        Self {
            person: Some(person),
            event: message.event(),
            ..Self::of::<M>(message.dedupe_key(person), message.facts())
        }
    }

    /// A message of which only its kind and its facts are known.
    pub(super) fn of<M: MessageKind>(dedupe_key: String, facts: &M::Facts) -> Self {
        Self {
            kind: M::KIND,
            waited_for: M::WAITED_FOR,
            dedupe_key,
            person: None,
            event: None,
            attempt: None,
            payload: serde_json::to_value(facts).unwrap_or_default(),
            due_at: None,
        }
    }
}

/// Nothing to keep: what kind of message it is says everything.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct NoFacts {}

/// Makes a letter of the facts in the outbox.
pub type Write = fn(&Value, &To<'_>, &Settings) -> Result<Letter, Unwritten>;

/// Whether a kind of message can be turned off.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Consent {
    /// It goes to whomever it is for: it tells what they asked for, what came of it, or of their account.
    Must,
    /// It goes only to whoever has not turned its topic off, by the account page or by the link at its foot.
    May(Topic),
}

/// Whom a kind of message is sent to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reaches {
    /// Those who are active.
    Active,
    /// Those who are deactivated, too: it tells of that, or of their address.
    DeactivatedToo,
}

/// How a letter comes about. Where a secret stands in it, that is made by the worker in the step of the same name in
/// `worker/prepare`, so that nothing which could be redeemed lies in the outbox.
#[derive(Clone, Copy, Debug)]
pub enum Writing {
    /// From the facts alone.
    FromFacts(Write),
    /// With the link and the code that someone asked for.
    SignIn,
    /// With the first link of someone new.
    Welcome,
    /// With a link that an admin sends.
    Link,
    /// With the code that proves an address.
    AddressCode,
    /// With the link that takes a change of address back.
    AddressUndo,
    /// With the link by which an offer is answered.
    Offer,
}

impl Writing {
    /// From the facts alone, as `M` says.
    pub const fn from_facts<M: FromFacts>() -> Self {
        Self::FromFacts(written::<M>)
    }
}

fn written<M: FromFacts>(facts: &Value, to: &To<'_>, settings: &Settings) -> Result<Letter, Unwritten> {
    let facts = M::Facts::deserialize(facts).map_err(|_| Unwritten::Unreadable)?;
    M::letter(&facts, to, settings).map_err(|_| Unwritten::Template)
}

/// Why there is no letter.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unwritten {
    /// The facts in the outbox are not those of this kind.
    Unreadable,
    /// The template failed.
    Template,
}

/// A [`MessageKind`] as a value, to be looked up by its [`Kind`].
#[derive(Clone, Copy, Debug)]
pub struct Profile {
    pub kind: Kind,
    pub title: fn() -> &'static str,
    pub writing: Writing,
    pub waited_for: bool,
    pub holds_while: Option<Holds>,
    pub tells_outcome: bool,
    pub removed_after: Option<TimeDelta>,
    pub reaches: Reaches,
    pub in_own_data: bool,
    pub consent: Consent,
    pub samples: fn(&Scene<'_>) -> Result<Vec<Sample>, askama::Error>,
}

impl Profile {
    pub(super) const fn of<M: MessageKind>() -> Self {
        Self {
            kind: M::KIND,
            title: M::TITLE,
            writing: M::WRITING,
            waited_for: M::WAITED_FOR,
            holds_while: M::HOLDS_WHILE,
            tells_outcome: M::TELLS_OUTCOME,
            removed_after: M::REMOVED_AFTER,
            reaches: M::REACHES,
            in_own_data: M::IN_OWN_DATA,
            consent: M::CONSENT,
            samples: M::samples,
        }
    }
}
