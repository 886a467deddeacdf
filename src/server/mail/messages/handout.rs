use catalog::mail_after as say;
use chrono::{DateTime, TimeDelta, Utc};
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

/// An organizer handed out what belongs to someone's tickets, or took it back.
#[derive(Clone, Debug)]
pub struct HandoutMessage {
    pub at: DateTime<Utc>,
    pub facts: HandoutFacts,
}

/// The line, and whether there is a file. The file itself is on the event's page, behind the sign-in.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct HandoutFacts {
    pub event: EventFacts,
    /// Empty: none.
    pub line: String,
    pub has_file: bool,
}

impl HandoutMessage {
    /// How long it waits: what is put right at once is told only as it is then.
    pub const LATER: TimeDelta = TimeDelta::minutes(2);
}

impl MessageKind for HandoutMessage {
    const KIND: Kind = Kind::Handout;
    /// The line is in it, which stays no longer than the event's own.
    const REMOVED_AFTER: Option<TimeDelta> = Some(TimeDelta::days(30));
    const TITLE: fn() -> &'static str = say::handout_title;
    const WRITING: Writing = Writing::from_facts::<Self>();

    type Facts = HandoutFacts;

    fn samples(scene: &Scene<'_>) -> Result<Vec<Sample>, askama::Error> {
        let facts = HandoutFacts { event: scene.event.clone(), line: "Row 5, seats 1–4".into(), has_file: true };
        Ok(vec![Sample { name: "handout", letter: Self::letter(&facts, &scene.to, scene.settings)? }])
    }
}

impl Message for HandoutMessage {
    fn event(&self) -> Option<EventId> {
        Some(self.facts.event.id)
    }

    fn dedupe_key(&self, to: PersonId) -> String {
        format!("handout:{}:{}:{to}", self.facts.event.id, self.at.timestamp_millis())
    }

    fn facts(&self) -> &HandoutFacts {
        &self.facts
    }
}

impl FromFacts for HandoutMessage {
    fn letter(facts: &HandoutFacts, to: &To<'_>, settings: &Settings) -> Composed {
        let name = facts.event.name.as_str();
        let (subject, sentences) = if facts.line.is_empty() && !facts.has_file {
            (say::handout_gone_subject(name), vec![say::handout_gone().to_owned()])
        } else {
            let file = facts.has_file.then(|| say::handout_file().to_owned());
            let line = (!facts.line.is_empty()).then(|| say::handout_line().to_owned());
            (say::handout_subject(name), line.into_iter().chain(file).collect())
        };
        let page = Page { subject, sentences, line: facts.line.clone(), ..facts.event.page(to, settings) };
        page.letter(to, settings)
    }
}
