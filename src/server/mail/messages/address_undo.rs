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
    const TITLE: &'static str = "Email address changed";
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
        let (app, when) = (&settings.app_name, words::when(facts.at, settings.time_zone));
        let page = Page {
            subject: format!("Your {app} email address was changed"),
            preheader: format!("Your new address is {}.", facts.new),
            heading: "Your email address was changed".to_owned(),
            sentences: vec![
                format!(
                    "Your {app} email address was changed to {} on {when}. We’ll send all emails there from now on.",
                    facts.new
                ),
                "If this was you, you’re all set. If not, undo the change: your address is this one again, and every device \
                 is signed out. The link works once, for 7 days."
                    .to_owned(),
            ],
            button: "Undo the change",
            link: settings.link(&paths::undo_address(token.expose())),
            ..Page::default()
        };
        page.letter(&To { address: &facts.old, ..*to }, settings)
    }
}
