use catalog::mail_canceled as say;
use serde::{Deserialize, Serialize};

use crate::{
    domain::{
        event::EventStatus,
        ids::{EventId, PersonId},
        message::Kind,
    },
    server::{
        config::Settings,
        mail::{
            CalendarMethod, Composed, EventFacts, FromFacts, Holds, Message, MessageKind, Sample, Scene, To, Writing,
            page::Page,
        },
    },
};

/// That an event does not take place, to everyone who asked for tickets.
#[derive(Clone, Debug)]
pub struct CancelledMessage {
    /// The event's version when it was canceled.
    pub version: i32,
    pub facts: CancelledFacts,
}

/// The event that does not take place.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CancelledFacts {
    /// Whether they held tickets: then it is taken out of their calendar. Messages from before this was kept take it out of
    /// everyone's.
    #[serde(default = "everyone")]
    pub holds: bool,
    pub event: EventFacts,
}

const fn everyone() -> bool {
    true
}

impl MessageKind for CancelledMessage {
    const KIND: Kind = Kind::Canceled;
    const TITLE: fn() -> &'static str = say::title;
    const WRITING: Writing = Writing::from_facts::<Self>();
    const HOLDS_WHILE: Option<Holds> = Some(|event, now| event.status_at(now) == EventStatus::Canceled);
    const TELLS_OUTCOME: bool = true;

    type Facts = CancelledFacts;

    fn samples(scene: &Scene<'_>) -> Result<Vec<Sample>, askama::Error> {
        let facts = CancelledFacts { holds: true, event: scene.event.clone() };
        Ok(vec![Sample { name: "cancelled", letter: Self::letter(&facts, &scene.to, scene.settings)? }])
    }
}

impl Message for CancelledMessage {
    fn event(&self) -> Option<EventId> {
        Some(self.facts.event.id)
    }

    fn dedupe_key(&self, to: PersonId) -> String {
        format!("cancelled:{}:{}:{to}", self.facts.event.id, self.version)
    }

    fn facts(&self) -> &CancelledFacts {
        &self.facts
    }
}

impl FromFacts for CancelledMessage {
    fn letter(facts: &CancelledFacts, to: &To<'_>, settings: &Settings) -> Composed {
        let cancel = Some(CalendarMethod::Cancel).filter(|_| facts.holds);
        let attachment = cancel.and_then(|_| facts.event.calendar_file("", cancel, to, settings));
        let page = Page {
            subject: say::subject(facts.event.name.as_str()),
            sentences: vec![say::what().to_owned()],
            attachment,
            ..facts.event.page(to, settings)
        };
        page.letter(to, settings)
    }
}
