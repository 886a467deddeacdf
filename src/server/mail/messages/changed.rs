use super::result::{ResultFacts, WHILE_FINALIZED};
use crate::{
    domain::{
        ids::{EventId, PersonId},
        message::Kind,
    },
    server::{
        config::Settings,
        mail::{Composed, FromFacts, Holds, Message, MessageKind, Sample, Scene, To, Writing},
    },
};
use catalog::mail_result as say;

/// What someone gets now, who was told another number before. The letter is a result's, and says so.
#[derive(Clone, Debug)]
pub struct ChangedMessage {
    /// How often the event was finalized, this time included.
    pub revision: u32,
    pub facts: ResultFacts,
}

impl MessageKind for ChangedMessage {
    const KIND: Kind = Kind::Changed;
    const TITLE: fn() -> &'static str = say::changed_title;
    const WRITING: Writing = Writing::from_facts::<Self>();
    const HOLDS_WHILE: Option<Holds> = Some(WHILE_FINALIZED);
    const TELLS_OUTCOME: bool = true;

    type Facts = ResultFacts;

    fn samples(scene: &Scene<'_>) -> Result<Vec<Sample>, askama::Error> {
        let letter = |given, by: &str, why: &str| {
            let facts = ResultFacts::sample(&scene.event, given, Some(2));
            Self::letter(&ResultFacts { by: by.to_owned(), why: why.to_owned(), ..facts }, &scene.to, scene.settings)
        };
        let taken = letter(0, "Priya Shah", "The club took four tickets back.")?;
        Ok(vec![
            // As it was before a reason was asked for.
            Sample { name: "changed-2-3", letter: letter(3, "", "")? },
            Sample { name: "changed-2-0", letter: taken },
        ])
    }
}

impl Message for ChangedMessage {
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

impl FromFacts for ChangedMessage {
    fn letter(facts: &ResultFacts, to: &To<'_>, settings: &Settings) -> Composed {
        facts.letter(to, settings)
    }
}
