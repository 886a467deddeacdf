use catalog::mail_hand_on as say;
use serde::{Deserialize, Serialize};

use crate::{
    domain::{
        ids::{EventId, PersonId},
        message::Kind,
    },
    server::{
        config::Settings,
        mail::{Composed, EventFacts, FromFacts, Message, MessageKind, Sample, Scene, To, Writing, page::Page},
    },
};

/// What someone asked to hand on stays theirs.
#[derive(Clone, Debug)]
pub struct NotHandedOnMessage {
    /// The number of what they asked.
    pub request: i32,
    pub facts: NotHandedOnFacts,
}

/// What is not handed on, and why.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct NotHandedOnFacts {
    pub event: EventFacts,
    pub number: u32,
    /// The name of the one who would have got it.
    pub to: String,
    pub why: NotHandedOnWhy,
}

/// Why something is not handed on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum NotHandedOnWhy {
    /// Who runs the event said no.
    Declined { by: String, reason: String },
    /// They no longer have so many.
    Fewer,
    /// The event has begun.
    Began,
    /// The event was reopened.
    Reopened,
    /// Nobody can hand on tickets for it any more.
    Off,
    /// The other can no longer sign in.
    Gone,
}

impl NotHandedOnWhy {
    fn said(&self) -> String {
        match self {
            Self::Declined { by, reason } => say::declined(by.as_str(), reason.as_str()),
            Self::Fewer => say::fewer().to_owned(),
            Self::Began => say::began().to_owned(),
            Self::Reopened => say::reopened().to_owned(),
            Self::Off => say::off().to_owned(),
            Self::Gone => say::gone().to_owned(),
        }
    }
}

impl MessageKind for NotHandedOnMessage {
    const KIND: Kind = Kind::NotHandedOn;
    const TITLE: fn() -> &'static str = say::not_title;
    const WRITING: Writing = Writing::from_facts::<Self>();

    type Facts = NotHandedOnFacts;

    fn samples(scene: &Scene<'_>) -> Result<Vec<Sample>, askama::Error> {
        let letter = |why| {
            let facts = NotHandedOnFacts { event: scene.event.clone(), number: 2, to: "Chloe Martin".to_owned(), why };
            Self::letter(&facts, &scene.to, scene.settings)
        };
        let (by, reason) = ("Otto".to_owned(), "The names on the tickets are printed already.".to_owned());
        Ok(vec![
            Sample { name: "not-handed-on", letter: letter(NotHandedOnWhy::Declined { by, reason })? },
            Sample { name: "not-handed-on-fewer", letter: letter(NotHandedOnWhy::Fewer)? },
            Sample { name: "not-handed-on-began", letter: letter(NotHandedOnWhy::Began)? },
            Sample { name: "not-handed-on-reopened", letter: letter(NotHandedOnWhy::Reopened)? },
            Sample { name: "not-handed-on-off", letter: letter(NotHandedOnWhy::Off)? },
            Sample { name: "not-handed-on-gone", letter: letter(NotHandedOnWhy::Gone)? },
        ])
    }
}

impl Message for NotHandedOnMessage {
    fn event(&self) -> Option<EventId> {
        Some(self.facts.event.id)
    }

    fn dedupe_key(&self, to: PersonId) -> String {
        format!("not-handed-on:{}:{to}", self.request)
    }

    fn facts(&self) -> &NotHandedOnFacts {
        &self.facts
    }
}

impl FromFacts for NotHandedOnMessage {
    fn letter(facts: &NotHandedOnFacts, to: &To<'_>, settings: &Settings) -> Composed {
        let sentences = vec![say::not(facts.number, facts.to.as_str()), facts.why.said()];
        let subject = say::not_subject(facts.event.name.as_str());
        let page = Page { subject, sentences, ..facts.event.page(to, settings) };
        page.letter(to, settings)
    }
}
