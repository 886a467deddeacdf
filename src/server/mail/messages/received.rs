use catalog::mail_received as say;
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
    words,
};

/// That a request is in, to whoever wanted a copy. They ask for it each time, so there is nothing to turn off.
#[derive(Clone, Debug)]
pub struct ReceivedMessage {
    /// Moves with every change of the request.
    pub version: i32,
    pub facts: ReceivedFacts,
}

/// What was asked for, with what binds the draw: whoever keeps the letter can tell later that nothing was changed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReceivedFacts {
    pub event: EventFacts,
    /// What the person said would work, largest first.
    pub accepted: Vec<u32>,
    /// What the event's draws are bound to.
    pub commitment: Option<String>,
    /// What stands for the person in them.
    pub label: String,
}

impl MessageKind for ReceivedMessage {
    const KIND: Kind = Kind::Received;
    const TITLE: fn() -> &'static str = say::title;
    const WRITING: Writing = Writing::from_facts::<Self>();

    type Facts = ReceivedFacts;

    fn samples(scene: &Scene<'_>) -> Result<Vec<Sample>, askama::Error> {
        let facts = ReceivedFacts {
            event: scene.event.clone(),
            accepted: vec![4, 2],
            commitment: Some("0f".repeat(32)),
            label: "51b8c3d0a1b2c3d4".to_owned(),
        };
        Ok(vec![Sample { name: "received", letter: Self::letter(&facts, &scene.to, scene.settings)? }])
    }
}

impl Message for ReceivedMessage {
    fn event(&self) -> Option<EventId> {
        Some(self.facts.event.id)
    }

    fn dedupe_key(&self, to: PersonId) -> String {
        format!("received:{}:{to}:{}", self.facts.event.id, self.version)
    }

    fn facts(&self) -> &ReceivedFacts {
        &self.facts
    }
}

impl FromFacts for ReceivedMessage {
    fn letter(facts: &ReceivedFacts, to: &To<'_>, settings: &Settings) -> Composed {
        let wish = words::amounts(&facts.accepted);
        let mut sentences = vec![say::what(wish)];
        sentences.extend(facts.commitment.as_ref().map(|code| say::commitment(words::in_groups(code))));
        sentences.push(say::label(facts.label.as_str()));
        let subject = say::subject(facts.event.name.as_str());
        Page { subject, sentences, ..facts.event.page(to, settings) }.letter(to, settings)
    }
}
