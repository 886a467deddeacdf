use catalog::mail_address as say;
use chrono::{DateTime, TimeDelta, Utc};
use serde::{Deserialize, Serialize};

use crate::{
    domain::{
        ids::{AddressUndoId, PersonId},
        message::Kind,
    },
    paths,
    server::{
        auth::Secret,
        config::Settings,
        mail::{Composed, Message, MessageKind, Sample, Scene, To, Writing, page::Page},
    },
    words,
};

/// That someone's address was changed in their name, to the one they had, with a way back: it may be that they did not do
/// it. It names an address that someone gave up, so it is removed when the way back ends.
#[derive(Clone, Debug)]
pub struct AddressUndoMessage {
    pub facts: AddressUndoFacts,
}

/// From which address to which, when, and which way leads back.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AddressUndoFacts {
    pub undo: AddressUndoId,
    /// The address they had, to which it goes.
    pub old: String,
    /// The address they have now, hinted at.
    pub new: String,
    pub at: DateTime<Utc>,
}

impl MessageKind for AddressUndoMessage {
    const KIND: Kind = Kind::AddressUndo;
    const TITLE: fn() -> &'static str = say::undo_title;
    const WRITING: Writing = Writing::AddressUndo;
    const REMOVED_AFTER: Option<TimeDelta> = Some(TimeDelta::days(7));

    type Facts = AddressUndoFacts;

    fn samples(scene: &Scene<'_>) -> Result<Vec<Sample>, askama::Error> {
        let (old, new) = (scene.to.address.to_owned(), "n…@example.org".to_owned());
        let facts = AddressUndoFacts { undo: AddressUndoId::new(1), old, new, at: scene.at };
        let letter = Self::letter(&facts, &scene.to, &scene.token, scene.settings)?;
        Ok(vec![Sample { name: "address-undo", letter }])
    }
}

impl Message for AddressUndoMessage {
    fn dedupe_key(&self, _: PersonId) -> String {
        format!("address-undo:{}", self.facts.undo)
    }

    fn facts(&self) -> &AddressUndoFacts {
        &self.facts
    }
}

impl AddressUndoMessage {
    /// The letter with its link, which the worker has just made. Opening the link changes nothing; its button does.
    ///
    /// # Errors
    /// The template's fault.
    pub fn letter(facts: &AddressUndoFacts, to: &To<'_>, token: &Secret, settings: &Settings) -> Composed {
        let (app, when) = (&settings.app_name, words::when(facts.at, to.zone.unwrap_or(settings.time_zone)));
        let page = Page {
            subject: say::subject(app.as_str()),
            preheader: say::preheader(facts.new.as_str()),
            heading: say::heading().to_owned(),
            sentences: vec![say::changed(app.as_str(), facts.new.as_str(), when), say::if_not_you().to_owned()],
            button: say::undo(),
            link: settings.link(&paths::undo_address(token.expose())),
            ..Page::default()
        };
        page.letter(&To { address: &facts.old, ..*to }, settings)
    }
}
