use catalog::{counts, mail_closed as say};
use chrono::{DateTime, Utc};
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

/// That requests are closed, to everyone who asked: what was frozen of them, and what of everyone. Whoever keeps the letter
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
    /// The digest of what the season adds for whom; none for events that are drawn without it.
    #[serde(default)]
    pub season: Option<String>,
    /// The round of drand that decides the draw, and when it comes; none where no beacon does.
    #[serde(default)]
    pub round: Option<(u64, DateTime<Utc>)>,
}

impl MessageKind for ClosedMessage {
    const KIND: Kind = Kind::Closed;
    const TITLE: fn() -> &'static str = say::title;
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
                season: by.map(|_| "a5".repeat(32)),
                round: by.map(|_| (34_567_890, scene.at)),
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
        let wish = words::amounts(&facts.accepted);
        let requests = counts::requests(facts.requests);
        let mut sentences = vec![
            match &facts.by {
                Some(by) => say::closed_by(by.as_str(), wish),
                None => say::closed(wish),
            },
            say::counts(requests, words::tickets(facts.tickets)),
            say::keep(facts.line.replace('\t', " · ")),
            say::list(words::in_groups(&facts.digest)),
        ];
        sentences.extend(facts.season.as_ref().map(|digest| say::season(words::in_groups(digest))));
        sentences.extend(facts.round.map(|(round, at)| {
            let round = catalog::number(i64::try_from(round).unwrap_or(i64::MAX));
            say::round(round, words::when(at, facts.event.zone()))
        }));
        let page = Page {
            subject: say::subject(facts.event.name.as_str()),
            sentences,
            why: settings.link(&paths::draw(facts.event.id)),
            ..facts.event.page(to, settings)
        };
        page.letter(to, settings)
    }
}
