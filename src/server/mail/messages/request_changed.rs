use catalog::mail_request_changed as say;
use serde::{Deserialize, Serialize};

use crate::{
    domain::{
        ids::{EventId, PersonId},
        message::Kind,
    },
    server::{
        config::Settings,
        mail::{
            CalendarMethod, Composed, EventFacts, FromFacts, Message, MessageKind, Sample, Scene, To, Writing,
            page::Page,
        },
    },
    words,
};

/// That someone else did something to a person's request. Nobody's request changes without this.
#[derive(Clone, Debug)]
pub struct RequestChangedMessage {
    /// Moves with every change of the request.
    pub version: i32,
    pub facts: RequestChangedFacts,
}

/// Who did what to a request, and what it says before and after.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RequestChangedFacts {
    pub event: EventFacts,
    pub change: RequestChange,
    /// The organizer's name.
    pub by: String,
    /// What the request said before, largest first; empty: there was none.
    pub before: Vec<u32>,
    /// What it says now, largest first.
    pub now: Vec<u32>,
    /// The number the person had been told; `None`: none yet.
    pub told: Option<u32>,
    /// The organizer's reason; empty where none is asked for.
    pub reason: String,
}

/// What was done to a request.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum RequestChange {
    Entered,
    Changed,
    Removed,
    Restored,
}

impl MessageKind for RequestChangedMessage {
    const KIND: Kind = Kind::RequestChanged;
    const TITLE: fn() -> &'static str = say::title;
    const WRITING: Writing = Writing::from_facts::<Self>();

    type Facts = RequestChangedFacts;

    fn samples(scene: &Scene<'_>) -> Result<Vec<Sample>, askama::Error> {
        let letter = |change, before: &[u32], now: &[u32], told, reason: &str| {
            let facts = RequestChangedFacts {
                event: scene.event.clone(),
                change,
                by: "Priya Shah".to_owned(),
                before: before.to_vec(),
                now: now.to_vec(),
                told,
                reason: reason.to_owned(),
            };
            Self::letter(&facts, &scene.to, scene.settings)
        };
        let removed = letter(RequestChange::Removed, &[4, 2], &[4, 2], Some(2), "Asked twice under two addresses.")?;
        Ok(vec![
            Sample { name: "request-entered", letter: letter(RequestChange::Entered, &[], &[2, 1], None, "")? },
            Sample { name: "request-changed", letter: letter(RequestChange::Changed, &[4, 2], &[2], None, "")? },
            Sample { name: "request-removed", letter: removed },
        ])
    }
}

impl Message for RequestChangedMessage {
    fn event(&self) -> Option<EventId> {
        Some(self.facts.event.id)
    }

    fn dedupe_key(&self, to: PersonId) -> String {
        format!("request-changed:{}:{to}:{}", self.facts.event.id, self.version)
    }

    fn facts(&self) -> &RequestChangedFacts {
        &self.facts
    }
}

impl FromFacts for RequestChangedMessage {
    fn letter(facts: &RequestChangedFacts, to: &To<'_>, settings: &Settings) -> Composed {
        let (name, by) = (facts.event.name.as_str(), facts.by.as_str());
        let (before, now) = (words::amounts(&facts.before), words::amounts(&facts.now));
        let (subject, done) = match facts.change {
            RequestChange::Entered => (say::subject_entered(name), say::entered(by, now)),
            RequestChange::Changed if before == now => (say::subject_changed(name), say::note(by, now)),
            RequestChange::Changed => (say::subject_changed(name), say::changed(by, before, now)),
            RequestChange::Removed => (say::subject_removed(name), say::removed(by, before)),
            RequestChange::Restored => (say::subject_restored(name), say::restored(by, now)),
        };
        let mut sentences = vec![done];
        if let (RequestChange::Removed, Some(told)) = (facts.change, facts.told.filter(|&told| told > 0)) {
            sentences.push(say::lost(told));
        }
        if !facts.reason.is_empty() {
            sentences.push(say::reason(facts.reason.as_str()));
        }
        sentences.push(say::not_right().to_owned());
        let lost = facts.change == RequestChange::Removed && facts.told > Some(0);
        let cancel = Some(CalendarMethod::Cancel);
        let attachment = if lost { facts.event.calendar_file("", cancel, to, settings) } else { None };
        let page = Page { subject, sentences, attachment, ..facts.event.page(to, settings) };
        page.letter(to, settings)
    }
}
