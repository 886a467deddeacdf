use serde::{Deserialize, Serialize};

use crate::{
    domain::{
        ids::{EventId, PersonId},
        message::Kind,
    },
    paths,
    server::{
        config::Settings,
        mail::{Composed, EventFacts, FromFacts, Message, MessageKind, Sample, Scene, To, Writing, page::Page},
    },
    words,
};

/// That requests are closed, to everyone who asked: what was frozen of them, and what of everybody. Whoever keeps the letter
/// can tell later whether their line, or the list it stands in, was changed.
#[derive(Clone, Debug)]
pub struct ClosedMessage {
    /// The event's version when it was closed.
    pub version: i32,
    pub facts: ClosedFacts,
}

/// What was frozen.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ClosedFacts {
    pub event: EventFacts,
    /// What the person said would work, largest first.
    pub accepted: Vec<u32>,
    /// The line that stands for the person in the list; its fields are separated by tabs.
    pub line: String,
    /// The digest of the list.
    pub digest: String,
    /// How many requests stand in it.
    pub requests: u32,
    pub tickets: u32,
    /// The name of who closed requests; `None`: the closing time did.
    pub by: Option<String>,
}

impl MessageKind for ClosedMessage {
    const KIND: Kind = Kind::Closed;
    const TITLE: &'static str = "Requests closed";
    const WRITING: Writing = Writing::from_facts::<Self>();

    type Facts = ClosedFacts;

    fn samples(scene: &Scene<'_>) -> Result<Vec<Sample>, askama::Error> {
        let letter = |by: Option<&str>| {
            let facts = ClosedFacts {
                event: scene.event.clone(),
                accepted: vec![4, 2],
                line: "51b8c3d0a1b2c3d4\t4,2\t1\t-700\t1796040000000".to_owned(),
                digest: "0f".repeat(32),
                requests: 41,
                tickets: 40,
                by: by.map(str::to_owned),
            };
            Self::letter(&facts, &scene.to, scene.settings)
        };
        Ok(vec![
            Sample { name: "closed", letter: letter(None)? },
            Sample { name: "closed-by-hand", letter: letter(Some("Priya Shah"))? },
        ])
    }
}

impl Message for ClosedMessage {
    fn event(&self) -> Option<EventId> {
        Some(self.facts.event.id)
    }

    fn dedupe_key(&self, to: PersonId) -> String {
        format!("closed:{}:{}:{to}", self.facts.event.id, self.version)
    }

    fn facts(&self) -> &ClosedFacts {
        &self.facts
    }
}

impl FromFacts for ClosedMessage {
    fn letter(facts: &ClosedFacts, to: &To<'_>, settings: &Settings) -> Composed {
        let closed = match &facts.by {
            Some(by) => format!("{by} closed requests."),
            None => "Requests are closed.".to_owned(),
        };
        let requests = words::counted(facts.requests, "request", "requests");
        let sentences = vec![
            format!("{closed} You asked for {}.", words::amounts(&facts.accepted)),
            format!("There are {requests} for {}. You get an email with your result.", words::tickets(facts.tickets)),
            format!(
                "Keep this email if you want to verify the draw: your line is {}.",
                facts.line.replace('\t', " · ")
            ),
            format!("The fingerprint of the whole list: {}", words::in_groups(&facts.digest)),
        ];
        let page = Page {
            subject: format!("Requests are closed: {}", facts.event.name),
            sentences,
            why: settings.link(&paths::draw(facts.event.id)),
            ..facts.event.page(settings)
        };
        page.letter(to, settings)
    }
}
