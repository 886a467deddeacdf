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

/// Someone has more tickets than before: they took what was offered, or what was on the open table, or were given them.
#[derive(Clone, Debug)]
pub struct TookMessage {
    pub at: DateTime<Utc>,
    pub facts: TookFacts,
}

/// What someone took or was given, and has now.
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
    /// Why those who run the event gave it to them; empty: they took it themselves.
    #[serde(default)]
    pub reason: String,
}

impl MessageKind for TookMessage {
    const KIND: Kind = Kind::Took;
    const TITLE: fn() -> &'static str = say::took_title;
    const WRITING: Writing = Writing::from_facts::<Self>();

    type Facts = TookFacts;

    fn samples(scene: &Scene<'_>) -> Result<Vec<Sample>, askama::Error> {
        let line = "Pick your tickets up at gate B from noon.\nBring your badge.".to_owned();
        let event = scene.event.clone();
        let facts = TookFacts { event, number: 2, held: 2, line, back_until: None, reason: String::new() };
        let by_link = TookFacts { line: String::new(), back_until: Some(scene.at), ..facts.clone() };
        let given = TookFacts { reason: "You help at the door.".into(), ..facts.clone() };
        let sample = |name, facts| Ok(Sample { name, letter: Self::letter(facts, &scene.to, scene.settings)? });
        [("took", &facts), ("took-by-link", &by_link), ("given", &given)]
            .map(|(name, facts)| sample(name, facts))
            .into_iter()
            .collect()
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
        let mut sentences = if facts.reason.is_empty() {
            vec![say::took(facts.number, facts.held)]
        } else {
            vec![say::given(facts.number, facts.held), say::given_reason(facts.reason.as_str())]
        };
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
