use catalog::mail_after as say;
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

/// What was offered to someone no longer is.
#[derive(Clone, Debug)]
pub struct OfferOverMessage {
    /// Since when it was, in milliseconds since 1970.
    pub since: i64,
    pub facts: OfferOverFacts,
}

/// What was offered, and why it no longer is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct OfferOverFacts {
    pub event: EventFacts,
    pub number: u32,
    pub why: OverWhy,
    /// Why those who run the event took it back; else empty.
    #[serde(default)]
    pub reason: String,
}

/// Why an offer is over that nobody answered.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum OverWhy {
    /// The time ran out.
    Lapsed,
    /// The time ran out; they keep their place for more.
    LapsedInLine,
    /// The event was reopened.
    Reopened,
    /// Those who run the event took it back, and say why.
    Recalled,
    /// There are fewer tickets than there were.
    Fewer,
}

impl MessageKind for OfferOverMessage {
    const KIND: Kind = Kind::OfferOver;
    const TITLE: fn() -> &'static str = say::over_title;
    const WRITING: Writing = Writing::from_facts::<Self>();

    type Facts = OfferOverFacts;

    fn samples(scene: &Scene<'_>) -> Result<Vec<Sample>, askama::Error> {
        let letter = |why, reason: &str| {
            let facts = OfferOverFacts { event: scene.event.clone(), number: 2, why, reason: reason.to_owned() };
            Self::letter(&facts, &scene.to, scene.settings)
        };
        Ok(vec![
            Sample { name: "offer-over", letter: letter(OverWhy::Lapsed, "")? },
            Sample { name: "offer-over-in-line", letter: letter(OverWhy::LapsedInLine, "")? },
            Sample { name: "offer-over-reopened", letter: letter(OverWhy::Reopened, "")? },
            Sample {
                name: "offer-over-recalled",
                letter: letter(OverWhy::Recalled, "These seats are needed for the players’ families.")?,
            },
            Sample { name: "offer-over-fewer", letter: letter(OverWhy::Fewer, "")? },
        ])
    }
}

impl Message for OfferOverMessage {
    fn event(&self) -> Option<EventId> {
        Some(self.facts.event.id)
    }

    fn dedupe_key(&self, to: PersonId) -> String {
        format!("offer-over:{}:{}:{to}", self.facts.event.id, self.since)
    }

    fn facts(&self) -> &OfferOverFacts {
        &self.facts
    }
}

impl FromFacts for OfferOverMessage {
    fn letter(facts: &OfferOverFacts, to: &To<'_>, settings: &Settings) -> Composed {
        let (number, event) = (facts.number, facts.event.name.as_str());
        let mut sentences = vec![match facts.why {
            OverWhy::Lapsed | OverWhy::LapsedInLine => say::lapsed(number),
            OverWhy::Reopened => say::reopened(number),
            OverWhy::Recalled => say::recalled(number, facts.reason.as_str()),
            OverWhy::Fewer => say::fewer(number),
        }];
        sentences.extend((facts.why == OverWhy::LapsedInLine).then(|| say::place_kept().to_owned()));
        let page = Page { subject: say::over_subject(event), sentences, ..facts.event.page(to, settings) };
        page.letter(to, settings)
    }
}
