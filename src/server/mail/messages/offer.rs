use catalog::mail_after as say;
use chrono::{DateTime, TimeDelta, Utc};
use serde::{Deserialize, Serialize};

use crate::{
    domain::{
        ids::{EventId, OfferId, PersonId},
        message::Kind,
    },
    paths,
    server::{
        config::Settings,
        db::after::Overlap,
        mail::{Composed, EventFacts, Message, MessageKind, Sample, Scene, To, Writing, page::Page},
    },
    words,
};

/// Tickets are offered to someone, until a time. Its letter has the link by which they answer; it leaves only as long as they can.
#[derive(Clone, Debug)]
pub struct OfferMessage {
    pub facts: OfferFacts,
}

/// That half of the time is over, to whoever has not answered.
#[derive(Clone, Debug)]
pub struct OfferSoonMessage {
    pub facts: OfferFacts,
}

/// What is offered to someone.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct OfferFacts {
    pub event: EventFacts,
    pub offer: OfferId,
    /// How many more they would have,
    pub number: u32,
    /// beside these.
    pub held: u32,
    /// From then on it can no longer be taken.
    pub until: DateTime<Utc>,
    /// Why those who run the event offer it to them; empty: it is their turn.
    #[serde(default)]
    pub reason: String,
    /// What they have, or are offered, at the same time: as it is when the letter is written.
    #[serde(skip)]
    pub overlaps: Vec<Overlap>,
}

impl OfferFacts {
    fn sample(scene: &Scene<'_>, held: u32, reason: &str) -> Self {
        let (event, reason) = (scene.event.clone(), reason.to_owned());
        Self { event, offer: OfferId::new(1), number: 2, held, until: scene.at, reason, overlaps: Vec::new() }
    }

    fn letter(&self, soon: bool, to: &To<'_>, token: &str, settings: &Settings) -> Composed {
        let (event, until) = (self.event.name.as_str(), words::when(self.until, self.event.zone()));
        let mut sentences = match (soon, self.reason.as_str()) {
            (true, _) => vec![say::offer_still(self.number, until)],
            (false, "") => vec![say::offer(self.number, until)],
            (false, reason) => vec![say::offer_by_hand(self.number, until), say::given_reason(reason)],
        };
        if self.held > 0 {
            sentences.push(say::offer_more(self.held, self.held.saturating_add(self.number)));
        }
        sentences.extend(self.overlaps.iter().map(|one| words::overlap(one, None)));
        sentences.push(say::offer_else().to_owned());
        let page = Page {
            subject: if soon { say::soon_subject(self.number, event) } else { say::offer_subject(self.number, event) },
            sentences,
            button: say::offer_button(),
            link: settings.link(&paths::offer(token)),
            ..self.event.page(to, settings)
        };
        page.letter(to, settings)
    }
}

impl MessageKind for OfferMessage {
    const KIND: Kind = Kind::Offer;
    const TITLE: fn() -> &'static str = say::offer_title;
    const WRITING: Writing = Writing::Offer;

    type Facts = OfferFacts;

    fn samples(scene: &Scene<'_>) -> Result<Vec<Sample>, askama::Error> {
        let token = "0".repeat(96);
        let letter =
            |held, reason| Self::letter(&OfferFacts::sample(scene, held, reason), &scene.to, &token, scene.settings);
        Ok(vec![
            Sample { name: "offer", letter: letter(0, "")? },
            Sample { name: "offer-of-more", letter: letter(2, "")? },
            Sample { name: "offer-by-hand", letter: letter(0, "You asked first.")? },
        ])
    }
}

impl OfferMessage {
    /// The letter with the link by which the offer is answered.
    pub fn letter(facts: &OfferFacts, to: &To<'_>, token: &str, settings: &Settings) -> Composed {
        facts.letter(false, to, token, settings)
    }
}

impl Message for OfferMessage {
    fn event(&self) -> Option<EventId> {
        Some(self.facts.event.id)
    }

    fn dedupe_key(&self, to: PersonId) -> String {
        format!("offer:{}:{}:{to}", self.facts.offer, self.facts.until.timestamp())
    }

    fn facts(&self) -> &OfferFacts {
        &self.facts
    }
}

impl MessageKind for OfferSoonMessage {
    const KIND: Kind = Kind::OfferSoon;
    const TITLE: fn() -> &'static str = say::soon_title;
    const WRITING: Writing = Writing::Offer;

    type Facts = OfferFacts;

    fn samples(scene: &Scene<'_>) -> Result<Vec<Sample>, askama::Error> {
        let facts = OfferFacts::sample(scene, 0, "");
        Ok(vec![Sample {
            name: "offer-soon",
            letter: Self::letter(&facts, &scene.to, &"0".repeat(96), scene.settings)?,
        }])
    }
}

impl OfferSoonMessage {
    /// Where there is less time than this, nobody is reminded of it.
    pub const WORTH: TimeDelta = TimeDelta::hours(6);

    /// The letter with the link by which the offer is answered.
    pub fn letter(facts: &OfferFacts, to: &To<'_>, token: &str, settings: &Settings) -> Composed {
        facts.letter(true, to, token, settings)
    }
}

impl Message for OfferSoonMessage {
    fn event(&self) -> Option<EventId> {
        Some(self.facts.event.id)
    }

    fn dedupe_key(&self, to: PersonId) -> String {
        format!("offer-soon:{}:{}:{to}", self.facts.offer, self.facts.until.timestamp())
    }

    fn facts(&self) -> &OfferFacts {
        &self.facts
    }
}
