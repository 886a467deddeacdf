use catalog::mail_closing_soon as say;

use super::InviteFacts;
use crate::{
    domain::{
        ids::{EventId, PersonId},
        message::{Kind, Topic},
    },
    server::{
        config::Settings,
        mail::{Composed, Consent, FromFacts, Message, MessageKind, Sample, Scene, To, Writing, page::Page},
    },
    words,
};

/// That requests for an event close soon, to whoever has not answered. A close that is moved is reminded of anew.
#[derive(Clone, Debug)]
pub struct ClosingSoonMessage {
    pub facts: InviteFacts,
}

impl MessageKind for ClosingSoonMessage {
    const KIND: Kind = Kind::ClosingSoon;
    const TITLE: fn() -> &'static str = say::title;
    const WRITING: Writing = Writing::from_facts::<Self>();
    const CONSENT: Consent = Consent::May(Topic::ClosingSoon);

    type Facts = InviteFacts;

    fn samples(scene: &Scene<'_>) -> Result<Vec<Sample>, askama::Error> {
        let letter = Self::letter(&InviteFacts::sample(scene), &scene.to, scene.settings)?;
        Ok(vec![Sample { name: "closing-soon", letter }])
    }
}

impl Message for ClosingSoonMessage {
    fn event(&self) -> Option<EventId> {
        Some(self.facts.event.id)
    }

    fn dedupe_key(&self, to: PersonId) -> String {
        format!("closing-soon:{}:{}:{to}", self.facts.event.id, self.facts.closes_at.timestamp())
    }

    fn facts(&self) -> &InviteFacts {
        &self.facts
    }
}

impl FromFacts for ClosingSoonMessage {
    fn letter(facts: &InviteFacts, to: &To<'_>, settings: &Settings) -> Composed {
        let closes = words::when(facts.closes_at, facts.event.zone());
        let page = Page {
            subject: say::subject(facts.event.name.as_str()),
            sentences: vec![say::closes(closes), say::unanswered().to_owned()],
            ..facts.page(to, settings)
        };
        page.letter(to, settings)
    }
}
