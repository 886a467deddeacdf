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

/// Tickets came back on the last day before an event, to those who run it; at most one an hour.
#[derive(Clone, Debug)]
pub struct CameBackMessage {
    pub at: DateTime<Utc>,
    pub facts: CameBackFacts,
}

/// What came back since they were told last, and what there is to have now.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CameBackFacts {
    pub event: EventFacts,
    /// Tickets that came back.
    pub returned: u32,
    /// Tickets that people said too late will not be used.
    pub late: u32,
    /// Tickets that are offered to people now.
    pub offered: u32,
    /// Tickets that are on the open table now.
    pub on_table: u32,
}

impl MessageKind for CameBackMessage {
    const KIND: Kind = Kind::CameBack;
    const TITLE: fn() -> &'static str = say::back_title;
    const WRITING: Writing = Writing::from_facts::<Self>();
    const CONSENT: Consent = Consent::May(Topic::Digest);

    type Facts = CameBackFacts;

    fn samples(scene: &Scene<'_>) -> Result<Vec<Sample>, askama::Error> {
        let letter = |returned, late| {
            let facts = CameBackFacts { event: scene.event.clone(), returned, late, offered: 0, on_table: returned };
            Self::letter(&facts, &scene.to, scene.settings)
        };
        Ok(vec![
            Sample { name: "came-back", letter: letter(3, 1)? },
            Sample { name: "came-back-late", letter: letter(0, 2)? },
        ])
    }
}

impl Message for CameBackMessage {
    fn event(&self) -> Option<EventId> {
        Some(self.facts.event.id)
    }

    fn dedupe_key(&self, to: PersonId) -> String {
        format!("came-back:{}:{}:{to}", self.facts.event.id, self.at.timestamp_millis())
    }

    fn facts(&self) -> &CameBackFacts {
        &self.facts
    }
}

impl FromFacts for CameBackMessage {
    fn letter(facts: &CameBackFacts, to: &To<'_>, settings: &Settings) -> Composed {
        let some = |count: u32, say: fn(u32) -> String| (count > 0).then(|| say(count));
        let sentences = [
            some(facts.returned, say::back_returned),
            some(facts.late, say::back_late),
            some(facts.offered, say::back_offered),
            some(facts.on_table, say::back_on_table),
        ];
        let page = Page {
            subject: say::back_subject(facts.event.name.as_str()),
            sentences: sentences.into_iter().flatten().collect(),
            ..facts.event.page(to, settings)
        };
        page.letter(to, settings)
    }
}
