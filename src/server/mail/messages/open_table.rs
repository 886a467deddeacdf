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

/// Tickets are on the open table: whoever comes first has them. To everyone who may ask, each time the table opens: most who
/// would come look only then.
#[derive(Clone, Debug)]
pub struct OpenTableMessage {
    /// When it opened.
    pub at: DateTime<Utc>,
    pub facts: OpenTableFacts,
}

/// Where the table is, and how many one person may have.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct OpenTableFacts {
    pub event: EventFacts,
    pub limit: u32,
}

impl MessageKind for OpenTableMessage {
    const KIND: Kind = Kind::OpenTable;
    const TITLE: fn() -> &'static str = say::table_title;
    const WRITING: Writing = Writing::from_facts::<Self>();
    const CONSENT: Consent = Consent::May(Topic::OpenTable);

    type Facts = OpenTableFacts;

    fn samples(scene: &Scene<'_>) -> Result<Vec<Sample>, askama::Error> {
        let facts = OpenTableFacts { event: scene.event.clone(), limit: 4 };
        Ok(vec![Sample { name: "open-table", letter: Self::letter(&facts, &scene.to, scene.settings)? }])
    }
}

impl Message for OpenTableMessage {
    fn event(&self) -> Option<EventId> {
        Some(self.facts.event.id)
    }

    fn dedupe_key(&self, to: PersonId) -> String {
        format!("open-table:{}:{}:{to}", self.facts.event.id, self.at.timestamp_millis())
    }

    fn facts(&self) -> &OpenTableFacts {
        &self.facts
    }
}

impl FromFacts for OpenTableMessage {
    fn letter(facts: &OpenTableFacts, to: &To<'_>, settings: &Settings) -> Composed {
        let page = Page {
            subject: say::table_subject(facts.event.name.as_str()),
            sentences: vec![say::table(facts.limit), say::table_gone().to_owned()],
            ..facts.event.page(to, settings)
        };
        page.letter(to, settings)
    }
}
