use catalog::mail_after as say;
use chrono::{DateTime, Utc};
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

/// Someone has more tickets than before: they took what was offered, or what was on the open table.
#[derive(Clone, Debug)]
pub struct TookMessage {
    pub at: DateTime<Utc>,
    pub facts: TookFacts,
}

/// What someone took, and has now.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TookFacts {
    pub event: EventFacts,
    pub number: u32,
    pub held: u32,
    /// The organizer's line for those who got tickets; empty if there is none.
    pub line: String,
    /// Until when they can give them back, where an email filter may have pressed the button.
    #[serde(default)]
    pub back_until: Option<DateTime<Utc>>,
}

impl MessageKind for TookMessage {
    const KIND: Kind = Kind::Took;
    const TITLE: fn() -> &'static str = say::took_title;
    const WRITING: Writing = Writing::from_facts::<Self>();

    type Facts = TookFacts;

    fn samples(scene: &Scene<'_>) -> Result<Vec<Sample>, askama::Error> {
        let line = "Pick your tickets up at gate B from noon.\nBring your badge.".to_owned();
        let facts = TookFacts { event: scene.event.clone(), number: 2, held: 2, line, back_until: None };
        let by_link = TookFacts { line: String::new(), back_until: Some(scene.at), ..facts.clone() };
        Ok(vec![
            Sample { name: "took", letter: Self::letter(&facts, &scene.to, scene.settings)? },
            Sample { name: "took-by-link", letter: Self::letter(&by_link, &scene.to, scene.settings)? },
        ])
    }
}

impl Message for TookMessage {
    fn event(&self) -> Option<EventId> {
        Some(self.facts.event.id)
    }

    fn dedupe_key(&self, to: PersonId) -> String {
        format!("took:{}:{}:{to}", self.facts.event.id, self.at.timestamp_millis())
    }

    fn facts(&self) -> &TookFacts {
        &self.facts
    }
}

impl FromFacts for TookMessage {
    fn letter(facts: &TookFacts, to: &To<'_>, settings: &Settings) -> Composed {
        let mut sentences = vec![say::took(facts.number, facts.held)];
        if let Some(until) = facts.back_until {
            sentences.push(say::took_by_link(words::when(until, facts.event.zone())));
        }
        let page = Page {
            subject: say::took_subject(facts.held, facts.event.name.as_str()),
            sentences,
            line: facts.line.clone(),
            ..facts.event.page(to, settings)
        };
        page.letter(to, settings)
    }
}
