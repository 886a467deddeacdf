use catalog::mail_after as say;
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

/// What someone gave back is given back.
#[derive(Clone, Debug)]
pub struct ReturnedMessage {
    /// When, in milliseconds since 1970.
    pub at: i64,
    pub facts: ReturnedFacts,
}

/// What someone gave back, and has now.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReturnedFacts {
    pub event: EventFacts,
    pub number: u32,
    pub held: u32,
    /// Why, where the organizer did it for them; else empty.
    pub reason: String,
}

impl MessageKind for ReturnedMessage {
    const KIND: Kind = Kind::Returned;
    const TITLE: fn() -> &'static str = say::returned_title;
    const WRITING: Writing = Writing::from_facts::<Self>();

    type Facts = ReturnedFacts;

    fn samples(scene: &Scene<'_>) -> Result<Vec<Sample>, askama::Error> {
        let letter = |held, reason: &str| {
            let facts = ReturnedFacts { event: scene.event.clone(), number: 2, held, reason: reason.to_owned() };
            Self::letter(&facts, &scene.to, scene.settings)
        };
        Ok(vec![
            Sample { name: "returned", letter: letter(2, "")? },
            Sample { name: "returned-for-them", letter: letter(0, "You called to say that you are ill.")? },
        ])
    }
}

impl Message for ReturnedMessage {
    fn event(&self) -> Option<EventId> {
        Some(self.facts.event.id)
    }

    fn dedupe_key(&self, to: PersonId) -> String {
        format!("returned:{}:{}:{to}", self.facts.event.id, self.at)
    }

    fn facts(&self) -> &ReturnedFacts {
        &self.facts
    }
}

impl FromFacts for ReturnedMessage {
    fn letter(facts: &ReturnedFacts, to: &To<'_>, settings: &Settings) -> Composed {
        let mut sentences = vec![say::returned(facts.number, facts.held)];
        if !facts.reason.is_empty() {
            sentences.push(say::returned_for_you(facts.event.organizer.as_str(), facts.reason.as_str()));
        }
        sentences.push(say::returned_next().to_owned());
        let event = facts.event.name.as_str();
        let page =
            Page { subject: say::returned_subject(facts.number, event), sentences, ..facts.event.page(to, settings) };
        page.letter(to, settings)
    }
}
