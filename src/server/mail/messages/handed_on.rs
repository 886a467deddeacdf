use catalog::mail_hand_on as say;
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

/// Tickets were handed on; to the one whose they were, and to the one whose they are.
#[derive(Clone, Debug)]
pub struct HandedOnMessage {
    /// The draw, and the entry of its ledger.
    pub entry: (u32, usize),
    pub facts: HandedOnFacts,
}

/// What was handed on, as one of the two is told.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct HandedOnFacts {
    pub event: EventFacts,
    /// Whether it is the one who has them now.
    pub got: bool,
    /// The name of the other.
    pub other: String,
    pub number: u32,
    /// How many they have now.
    pub held: u32,
    /// Whether they count in a season, as the giver's.
    pub counts: bool,
    /// What the giver writes to the other; empty: nothing.
    pub words: String,
    /// The organizer's line for those who have tickets; empty if there is none.
    pub line: String,
}

impl HandedOnFacts {
    fn sample(scene: &Scene<'_>, got: bool, held: u32) -> Self {
        Self {
            event: scene.event.clone(),
            got,
            other: if got { "Bram de Vries" } else { "Chloe Martin" }.to_owned(),
            number: 2,
            held,
            counts: true,
            words: if got { "Have fun, and tell me how it was!" } else { "" }.to_owned(),
            line: if got { "Pick your tickets up at gate B from noon." } else { "" }.to_owned(),
        }
    }
}

impl MessageKind for HandedOnMessage {
    const KIND: Kind = Kind::HandedOn;
    const TITLE: fn() -> &'static str = say::title;
    const WRITING: Writing = Writing::from_facts::<Self>();

    type Facts = HandedOnFacts;

    fn samples(scene: &Scene<'_>) -> Result<Vec<Sample>, askama::Error> {
        let letter = |got, held| Self::letter(&HandedOnFacts::sample(scene, got, held), &scene.to, scene.settings);
        Ok(vec![
            Sample { name: "handed-on", letter: letter(false, 2)? },
            Sample { name: "handed-all-on", letter: letter(false, 0)? },
            Sample { name: "handed-on-to-them", letter: letter(true, 2)? },
        ])
    }
}

impl Message for HandedOnMessage {
    fn event(&self) -> Option<EventId> {
        Some(self.facts.event.id)
    }

    fn dedupe_key(&self, to: PersonId) -> String {
        let (draw, entry) = self.entry;
        format!("handed-on:{}:{draw}:{entry}:{to}", self.facts.event.id)
    }

    fn facts(&self) -> &HandedOnFacts {
        &self.facts
    }
}

impl FromFacts for HandedOnMessage {
    fn letter(facts: &HandedOnFacts, to: &To<'_>, settings: &Settings) -> Composed {
        let (number, held, other, event) = (facts.number, facts.held, facts.other.as_str(), facts.event.name.as_str());
        let (subject, sentences) = if facts.got {
            let words = (!facts.words.is_empty()).then(|| say::words(other, facts.words.as_str()));
            let sentences = [say::got(number, other, held)].into_iter().chain(words);
            (say::got_subject(number, other, event), sentences.collect())
        } else {
            let counts = facts.counts.then(|| say::counts().to_owned());
            (say::gave_subject(number, event), [say::gave(number, other, held)].into_iter().chain(counts).collect())
        };
        let mut page = Page {
            subject,
            sentences,
            line: facts.line.clone(),
            ..facts.event.page_with_ticket(if facts.got { held } else { 0 }, to, settings)
        };
        page.attachment = if facts.got {
            facts.event.calendar_file(&facts.line, Some(CalendarMethod::Request), to, settings)
        } else if held == 0 {
            // What their calendar took from the email before.
            facts.event.calendar_file(words::none_now(), Some(CalendarMethod::Cancel), to, settings)
        } else {
            None
        };
        page.letter(to, settings)
    }
}
