use catalog::mail_coming_up as say;
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use crate::{
    domain::{
        ids::{EventId, PersonId},
        message::{Kind, Topic},
    },
    server::{
        config::Settings,
        mail::{
            Composed, Consent, EventFacts, FromFacts, Message, MessageKind, Sample, Scene, To, Writing, page::Page,
        },
    },
};

/// That an event is about to begin, to whoever holds tickets. An event that is moved is reminded of anew.
#[derive(Clone, Debug)]
pub struct ComingUpMessage {
    pub facts: ComingUpFacts,
}

/// What someone holds, for when.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ComingUpFacts {
    pub event: EventFacts,
    pub starts_at: DateTime<Utc>,
    pub given: u32,
    /// The organizer's line for those who got tickets; empty if there is none.
    pub line: String,
}

impl MessageKind for ComingUpMessage {
    const KIND: Kind = Kind::ComingUp;
    const TITLE: fn() -> &'static str = say::title;
    const WRITING: Writing = Writing::from_facts::<Self>();
    const CONSENT: Consent = Consent::May(Topic::ComingUp);

    type Facts = ComingUpFacts;

    fn samples(scene: &Scene<'_>) -> Result<Vec<Sample>, askama::Error> {
        let facts = ComingUpFacts {
            event: scene.event.clone(),
            starts_at: scene.at,
            given: 2,
            line: "Pick your tickets up at gate B from noon.\nBring your badge.".to_owned(),
        };
        Ok(vec![Sample { name: "coming-up", letter: Self::letter(&facts, &scene.to, scene.settings)? }])
    }
}

impl Message for ComingUpMessage {
    fn event(&self) -> Option<EventId> {
        Some(self.facts.event.id)
    }

    fn dedupe_key(&self, to: PersonId) -> String {
        format!("coming-up:{}:{}:{to}", self.facts.event.id, self.facts.starts_at.timestamp())
    }

    fn facts(&self) -> &ComingUpFacts {
        &self.facts
    }
}

impl FromFacts for ComingUpMessage {
    fn letter(facts: &ComingUpFacts, to: &To<'_>, settings: &Settings) -> Composed {
        let page = Page {
            subject: say::subject(facts.event.name.as_str()),
            sentences: vec![say::begins(facts.event.when()), say::tickets(facts.given)],
            line: facts.line.clone(),
            ..facts.event.page_with_ticket(facts.given, to, settings)
        };
        page.letter(to, settings)
    }
}
