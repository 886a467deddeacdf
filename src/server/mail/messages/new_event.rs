use catalog::mail_new_event as say;

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

/// That tickets for an event can be requested, to everyone, once, when who runs the event wants it.
#[derive(Clone, Debug)]
pub struct NewEventMessage {
    pub facts: InviteFacts,
}

impl MessageKind for NewEventMessage {
    const KIND: Kind = Kind::NewEvent;
    const TITLE: fn() -> &'static str = say::title;
    const WRITING: Writing = Writing::from_facts::<Self>();
    const CONSENT: Consent = Consent::May(Topic::NewEvent);

    type Facts = InviteFacts;

    fn samples(scene: &Scene<'_>) -> Result<Vec<Sample>, askama::Error> {
        let letter = Self::letter(&InviteFacts::sample(scene), &scene.to, scene.settings)?;
        Ok(vec![Sample { name: "new-event", letter }])
    }
}

impl Message for NewEventMessage {
    fn event(&self) -> Option<EventId> {
        Some(self.facts.event.id)
    }

    fn dedupe_key(&self, to: PersonId) -> String {
        format!("new-event:{}:{to}", self.facts.event.id)
    }

    fn facts(&self) -> &InviteFacts {
        &self.facts
    }
}

impl FromFacts for NewEventMessage {
    fn letter(facts: &InviteFacts, to: &To<'_>, settings: &Settings) -> Composed {
        let closes = words::when(facts.closes_at, facts.event.zone());
        let page = Page {
            subject: say::subject(facts.event.name.as_str()),
            sentences: vec![say::tickets(facts.tickets), say::closes(closes)],
            ..facts.page(to, settings)
        };
        page.letter(to, settings)
    }
}
