use catalog::mail_after as say;
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

/// An event began with tickets that nobody has, to those who run it.
#[derive(Clone, Debug)]
pub struct LeftOverMessage {
    pub starts_at: DateTime<Utc>,
    pub facts: LeftOverFacts,
}

/// How many were left.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct LeftOverFacts {
    pub event: EventFacts,
    /// Tickets that nobody had.
    pub left: u32,
    /// Tickets that people had, and said too late will not be used.
    pub late: u32,
}

impl MessageKind for LeftOverMessage {
    const KIND: Kind = Kind::LeftOver;
    const TITLE: fn() -> &'static str = say::left_title;
    const WRITING: Writing = Writing::from_facts::<Self>();
    const CONSENT: Consent = Consent::May(Topic::Digest);

    type Facts = LeftOverFacts;

    fn samples(scene: &Scene<'_>) -> Result<Vec<Sample>, askama::Error> {
        let letter = |left, late| {
            let facts = LeftOverFacts { event: scene.event.clone(), left, late };
            Self::letter(&facts, &scene.to, scene.settings)
        };
        Ok(vec![
            Sample { name: "left-over", letter: letter(3, 1)? },
            Sample { name: "left-over-late", letter: letter(0, 1)? },
        ])
    }
}

impl Message for LeftOverMessage {
    fn event(&self) -> Option<EventId> {
        Some(self.facts.event.id)
    }

    fn dedupe_key(&self, to: PersonId) -> String {
        format!("left-over:{}:{}:{to}", self.facts.event.id, self.starts_at.timestamp())
    }

    fn facts(&self) -> &LeftOverFacts {
        &self.facts
    }
}

impl FromFacts for LeftOverMessage {
    fn letter(facts: &LeftOverFacts, to: &To<'_>, settings: &Settings) -> Composed {
        let some = |count: u32, say: fn(u32) -> String| (count > 0).then(|| say(count));
        let sentences = [some(facts.left, say::left), some(facts.late, say::left_late)];
        let page = Page {
            subject: say::left_subject(facts.left + facts.late, facts.event.name.as_str()),
            sentences: sentences.into_iter().flatten().collect(),
            ..facts.event.page(to, settings)
        };
        page.letter(to, settings)
    }
}
