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

/// What someone gave back is given back; or an organizer noted that it will not be used, too late to pass it on.
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
    /// Whether it was too late: they have them still.
    #[serde(default)]
    pub late: bool,
}

impl MessageKind for ReturnedMessage {
    const KIND: Kind = Kind::Returned;
    const TITLE: fn() -> &'static str = say::returned_title;
    const WRITING: Writing = Writing::from_facts::<Self>();

    type Facts = ReturnedFacts;

    fn samples(scene: &Scene<'_>) -> Result<Vec<Sample>, askama::Error> {
        let letter = |held, reason: &str, late| {
            let facts = ReturnedFacts { event: scene.event.clone(), number: 2, held, reason: reason.to_owned(), late };
            Self::letter(&facts, &scene.to, scene.settings)
        };
        Ok(vec![
            Sample { name: "returned", letter: letter(2, "", false)? },
            Sample { name: "returned-for-them", letter: letter(0, "You called to say that you are ill.", false)? },
            Sample { name: "returned-too-late", letter: letter(2, "You called to say that you are ill.", true)? },
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
        let event = facts.event.name.as_str();
        let (subject, said) = if facts.late {
            (say::late_subject(facts.number, event), say::late(facts.number))
        } else {
            (say::returned_subject(facts.number, event), say::returned(facts.number, facts.held))
        };
        let mut sentences = vec![said];
        if !facts.reason.is_empty() {
            sentences.push(say::returned_for_you(facts.event.organizer.as_str(), facts.reason.as_str()));
        }
        if !facts.late {
            sentences.push(say::returned_next().to_owned());
        }
        let page = Page { subject, sentences, ..facts.event.page(to, settings) };
        page.letter(to, settings)
    }
}
