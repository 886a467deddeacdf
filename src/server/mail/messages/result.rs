use catalog::mail_result as say;
use serde::{Deserialize, Serialize};

use crate::{
    domain::{
        event::EventStatus,
        ids::{EventId, PersonId},
        message::Kind,
    },
    paths,
    server::{
        config::Settings,
        mail::{
            CalendarMethod, Composed, EventFacts, FromFacts, Holds, Message, MessageKind, Sample, Scene, To, Writing,
            page::Page,
        },
    },
    words,
};

/// What someone got, once the event is finalized.
#[derive(Clone, Debug)]
pub struct ResultMessage {
    /// How often the event was finalized, this time included.
    pub revision: u32,
    pub facts: ResultFacts,
}

/// What one person got, or now gets.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ResultFacts {
    pub event: EventFacts,
    pub given: u32,
    /// What the person was told before, when this is a change.
    pub before: Option<u32>,
    /// What the person said would work, largest first.
    pub accepted: Vec<u32>,
    pub tickets: u32,
    pub people: u64,
    pub requested: u64,
    /// The organizer's line for those who got tickets; empty if there is none.
    pub line: String,
    /// Whether there was a draw, so that there is a page that says why.
    #[serde(default)]
    pub drawn: bool,
    /// Who changed what the person was told; empty where nothing was.
    #[serde(default)]
    pub by: String,
    /// Why it was changed.
    #[serde(default)]
    pub why: String,
    /// Why the organizer set this number by hand; empty where nobody said why.
    #[serde(default)]
    pub reason: String,
    /// Whether they were told another date, end, or place before.
    #[serde(default)]
    pub other_date: bool,
}

/// Results are true while their event is finalized.
pub(super) const WHILE_FINALIZED: Holds = |event, now| event.status_at(now) == EventStatus::Finalized;

impl MessageKind for ResultMessage {
    const KIND: Kind = Kind::Result;
    const TITLE: fn() -> &'static str = say::title;
    const WRITING: Writing = Writing::from_facts::<Self>();
    const HOLDS_WHILE: Option<Holds> = Some(WHILE_FINALIZED);
    const TELLS_OUTCOME: bool = true;

    type Facts = ResultFacts;

    fn samples(scene: &Scene<'_>) -> Result<Vec<Sample>, askama::Error> {
        let letter = |given| Self::letter(&ResultFacts::sample(&scene.event, given, None), &scene.to, scene.settings);
        Ok(vec![
            Sample { name: "result-4", letter: letter(4)? },
            Sample { name: "result-2", letter: letter(2)? },
            Sample { name: "result-0", letter: letter(0)? },
        ])
    }
}

impl Message for ResultMessage {
    fn event(&self) -> Option<EventId> {
        Some(self.facts.event.id)
    }

    fn dedupe_key(&self, to: PersonId) -> String {
        self.facts.dedupe_key(self.revision, to)
    }

    fn facts(&self) -> &ResultFacts {
        &self.facts
    }
}

impl FromFacts for ResultMessage {
    fn letter(facts: &ResultFacts, to: &To<'_>, settings: &Settings) -> Composed {
        facts.letter(to, settings)
    }
}

/// What the letter with these facts will look like, for the page before finalizing. It goes nowhere.
///
/// # Errors
/// The template's fault.
pub fn preview(name: &str, facts: &ResultFacts, settings: &Settings) -> Composed {
    facts.letter(&To { name, address: "", chain: "", zone: None, mark: "", off: "" }, settings)
}

impl ResultFacts {
    /// The number the person was told before, if it is another one.
    fn changed_from(&self) -> Option<u32> {
        self.before.filter(|&before| before != self.given)
    }

    /// Whether the person was told another number before: then it is a [`super::ChangedMessage`].
    pub fn is_change(&self) -> bool {
        self.changed_from().is_some()
    }

    /// The key of a result, changed or not: each person is told once each time an event is finalized.
    pub(super) fn dedupe_key(&self, revision: u32, to: PersonId) -> String {
        format!("result:{}:{revision}:{to}", self.event.id)
    }

    /// What someone got; what they get now, if they had been told another number before. The sentences are [`words`]', the
    /// same as on the pages.
    pub(super) fn letter(&self, to: &To<'_>, settings: &Settings) -> Composed {
        let outcome = words::outcome(&words::Outcome {
            given: self.given,
            accepted: &self.accepted,
            tickets: self.tickets,
            people: self.people,
            requested: self.requested,
            reason: &self.reason,
        });
        let name = self.event.name.as_str();
        let mut page = match self.changed_from() {
            Some(before) => {
                // How many asked for how many is no reason for taking back what someone had.
                let now = if self.given == 0 { words::none_now().to_owned() } else { outcome };
                let changed = say::changed(words::change(before, self.given));
                // Messages from before there was a reason tell none.
                let because = (!self.why.is_empty()).then(|| words::changed_because(&self.by, &self.why));
                Page {
                    subject: say::changed_subject(self.given, name, before),
                    preheader: now.clone(),
                    sentences: [changed, now].into_iter().chain(because).collect(),
                    ..self.event.page_with_ticket(self.given, to, settings)
                }
            }
            None => Page {
                subject: say::subject(self.given, name),
                sentences: vec![outcome],
                ..self.event.page_with_ticket(self.given, to, settings)
            },
        };
        if self.other_date {
            page.sentences.push(say::other_date().to_owned());
        }
        if self.drawn {
            page.why = settings.link(&paths::draw(self.event.id));
        }
        if self.given > 0 {
            page.line.clone_from(&self.line);
            page.attachment = self.event.calendar_file(&self.line, Some(CalendarMethod::Request), to, settings);
        } else if self.before.is_some_and(|before| before > 0) {
            // What the calendar took from the email before.
            page.attachment = self.event.calendar_file(words::none_now(), Some(CalendarMethod::Cancel), to, settings);
        }
        page.letter(to, settings)
    }

    /// What someone could have got.
    pub(in crate::server::mail) fn sample(event: &EventFacts, given: u32, before: Option<u32>) -> Self {
        Self {
            event: event.clone(),
            given,
            before,
            accepted: vec![4, 2],
            tickets: 40,
            people: 41,
            requested: 96,
            line: "Pick your tickets up at gate B from noon.\nBring your badge.".to_owned(),
            drawn: true,
            by: String::new(),
            why: String::new(),
            reason: String::new(),
            other_date: false,
        }
    }
}
