use catalog::mail_digest as say;
use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};

use crate::{
    domain::{
        ids::{EventId, PersonId},
        message::{Kind, Topic},
        schedule::Zone,
    },
    paths,
    server::{
        config::Settings,
        mail::{Composed, Consent, FromFacts, Message, MessageKind, Sample, Scene, To, Writing, page::Page},
    },
    words,
};

/// What happened since the last one on the events that someone runs, once a day; none where nothing did.
#[derive(Clone, Debug)]
pub struct DigestMessage {
    /// The day where they are.
    pub day: NaiveDate,
    pub facts: DigestFacts,
}

/// What happened, event by event.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DigestFacts {
    pub events: Vec<Happened>,
}

/// What happened on one event. There is something.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Happened {
    pub event: EventId,
    pub name: String,
    /// Requests that are new.
    pub new: u32,
    /// Requests that were changed.
    pub changed: u32,
    /// Requests that were withdrawn or removed.
    pub withdrawn: u32,
    /// Emails about it that failed.
    pub failed: u32,
    /// Tickets that came back after the result,
    #[serde(default)]
    pub returned: u32,
    /// that were offered to people,
    #[serde(default)]
    pub offered: u32,
    /// that were taken, or given to people,
    #[serde(default)]
    pub taken: u32,
    /// that went on the open table.
    #[serde(default)]
    pub tabled: u32,
    /// People who ask to hand tickets on, and wait for an answer. Messages from before there were any tell none.
    #[serde(default)]
    pub handings: u32,
    /// When requests close, where that is today, and the zone of the event.
    pub closes: Option<(DateTime<Utc>, Zone)>,
}

impl Happened {
    /// One sentence, after the name of the event.
    fn sentence(&self) -> String {
        let counts = [
            (self.new, say::new as fn(u32) -> String),
            (self.changed, say::changed),
            (self.withdrawn, say::withdrawn),
            (self.failed, say::failed),
            (self.returned, say::returned),
            (self.offered, say::offered),
            (self.taken, say::taken),
            (self.tabled, say::tabled),
            (self.handings, say::handings),
        ];
        let counts: Vec<String> =
            counts.into_iter().filter(|(count, _)| *count > 0).map(|(count, say)| say(count)).collect();
        let closes = self.closes.map(|(at, zone)| words::when(at, zone));
        let name = self.name.as_str();
        match closes {
            Some(closes) if counts.is_empty() => say::only_closes(name, closes),
            Some(closes) => say::and_closes(name, words::all_of(&counts), closes),
            None => say::happened(name, words::all_of(&counts)),
        }
    }
}

impl MessageKind for DigestMessage {
    const KIND: Kind = Kind::Digest;
    const TITLE: fn() -> &'static str = say::title;
    const WRITING: Writing = Writing::from_facts::<Self>();
    const CONSENT: Consent = Consent::May(Topic::Digest);

    type Facts = DigestFacts;

    fn samples(scene: &Scene<'_>) -> Result<Vec<Sample>, askama::Error> {
        let zone = Zone(chrono_tz::Europe::London);
        let quiet = Happened {
            event: scene.event.id,
            name: scene.event.name.clone(),
            new: 0,
            changed: 0,
            withdrawn: 0,
            failed: 0,
            returned: 0,
            offered: 0,
            taken: 0,
            tabled: 0,
            handings: 0,
            closes: Some((scene.at, zone)),
        };
        let busy = Happened { new: 3, changed: 1, withdrawn: 2, failed: 1, closes: None, ..quiet.clone() };
        let both = Happened { new: 1, ..quiet.clone() };
        let (returned, offered, taken, tabled, handings) = (4, 3, 2, 1, 2);
        let after = Happened { returned, offered, taken, tabled, handings, closes: None, ..quiet.clone() };
        let facts = DigestFacts { events: vec![busy, both, after, quiet] };
        Ok(vec![Sample { name: "digest", letter: Self::letter(&facts, &scene.to, scene.settings)? }])
    }
}

impl Message for DigestMessage {
    fn dedupe_key(&self, to: PersonId) -> String {
        format!("digest:{to}:{}", self.day)
    }

    fn facts(&self) -> &DigestFacts {
        &self.facts
    }
}

impl FromFacts for DigestMessage {
    fn letter(facts: &DigestFacts, to: &To<'_>, settings: &Settings) -> Composed {
        let sentences: Vec<String> = facts.events.iter().map(Happened::sentence).collect();
        let link = match &*facts.events {
            [one] => paths::event(one.event),
            _ => paths::DASHBOARD.to_owned(),
        };
        let page = Page {
            subject: say::subject(facts.events.len() as u64, settings.app_name.as_str()),
            preheader: sentences.first().cloned().unwrap_or_default(),
            heading: say::heading().to_owned(),
            sentences,
            button: say::button(),
            link: settings.link(&link),
            ..Page::default()
        };
        page.letter(to, settings)
    }
}
