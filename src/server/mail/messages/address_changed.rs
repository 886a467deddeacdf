use chrono::{DateTime, TimeDelta, Utc};
use serde::{Deserialize, Serialize};

use crate::{
    domain::{ids::PersonId, message::Kind},
    paths,
    server::{
        config::Settings,
        mail::{Composed, FromFacts, Message, MessageKind, Sample, Scene, To, Writing, page::Page},
    },
    words,
};

/// That someone's address was changed, to the one they had: it may be that they did not do it. It names an address that
/// someone gave up, so it is soon removed.
#[derive(Clone, Debug)]
pub struct AddressChangedMessage {
    /// The person's version before.
    pub version: i32,
    pub facts: AddressFacts,
}

/// From which address to which, and when.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AddressFacts {
    /// The address they had, to which it goes: nothing else knows it anymore.
    pub old: String,
    /// The address they have now, hinted at.
    pub new: String,
    pub at: DateTime<Utc>,
}

impl MessageKind for AddressChangedMessage {
    const KIND: Kind = Kind::AddressChanged;
    const TITLE: &'static str = "Address changed";
    const WRITING: Writing = Writing::from_facts::<Self>();
    const REMOVED_AFTER: Option<TimeDelta> = Some(TimeDelta::days(7));

    type Facts = AddressFacts;

    fn samples(scene: &Scene<'_>) -> Result<Vec<Sample>, askama::Error> {
        let (old, new) = (scene.to.address.to_owned(), "n…@example.org".to_owned());
        let facts = AddressFacts { old, new, at: scene.at };
        Ok(vec![Sample { name: "address-changed", letter: Self::letter(&facts, &scene.to, scene.settings)? }])
    }
}

impl Message for AddressChangedMessage {
    fn dedupe_key(&self, to: PersonId) -> String {
        format!("address-changed:{to}:{}", self.version)
    }

    fn facts(&self) -> &AddressFacts {
        &self.facts
    }
}

impl FromFacts for AddressChangedMessage {
    fn letter(facts: &AddressFacts, to: &To<'_>, settings: &Settings) -> Composed {
        let (app, when) = (&settings.app_name, words::when(facts.at, settings.time_zone));
        let page = Page {
            subject: format!("Your address at {app} was changed"),
            preheader: format!("It is {} now.", facts.new),
            heading: "Your address was changed".to_owned(),
            sentences: vec![
                format!("Your address at {app} was changed to {} on {when}. All mail goes there from now on.", facts.new),
                "If that was you, there is nothing to do. If not, tell an admin at once: they can change it back and sign \
                 all your devices out."
                    .to_owned(),
            ],
            button: "See your account",
            link: settings.link(paths::ACCOUNT),
            ..Page::default()
        };
        page.letter(&To { name: to.name, address: &facts.old }, settings)
    }
}
