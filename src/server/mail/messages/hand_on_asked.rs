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

/// Someone asks to hand tickets on, and there is no time to wait for the next summary; to those who run the event.
#[derive(Clone, Debug)]
pub struct HandOnAskedMessage {
    /// The number of what is asked.
    pub request: i32,
    pub facts: HandOnAskedFacts,
}

/// What someone asks to hand on, and to whom.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct HandOnAskedFacts {
    pub event: EventFacts,
    pub from: String,
    pub to: String,
    pub number: u32,
}

impl MessageKind for HandOnAskedMessage {
    const KIND: Kind = Kind::HandOnAsked;
    const TITLE: fn() -> &'static str = say::asked_title;
    const WRITING: Writing = Writing::from_facts::<Self>();

    type Facts = HandOnAskedFacts;

    fn samples(scene: &Scene<'_>) -> Result<Vec<Sample>, askama::Error> {
        let (from, to) = ("Bram de Vries".to_owned(), "Chloe Martin".to_owned());
        let facts = HandOnAskedFacts { event: scene.event.clone(), from, to, number: 2 };
        Ok(vec![Sample { name: "hand-on-asked", letter: Self::letter(&facts, &scene.to, scene.settings)? }])
    }
}

impl Message for HandOnAskedMessage {
    fn event(&self) -> Option<EventId> {
        Some(self.facts.event.id)
    }

    fn dedupe_key(&self, to: PersonId) -> String {
        format!("hand-on-asked:{}:{to}", self.request)
    }

    fn facts(&self) -> &HandOnAskedFacts {
        &self.facts
    }
}

impl FromFacts for HandOnAskedMessage {
    fn letter(facts: &HandOnAskedFacts, to: &To<'_>, settings: &Settings) -> Composed {
        let asked = say::asked(facts.number, facts.from.as_str(), facts.to.as_str());
        let page = Page {
            subject: say::asked_subject(facts.from.as_str(), facts.event.name.as_str()),
            sentences: vec![asked, say::asked_until().to_owned()],
            button: say::asked_button(),
            ..facts.event.page(to, settings)
        };
        page.letter(to, settings)
    }
}
