use catalog::mail_address as say;
use chrono::{DateTime, TimeDelta, Utc};
use serde::{Deserialize, Serialize};

use crate::{
    domain::{ids::PersonId, message::Kind},
    paths,
    server::{
        config::Settings,
        mail::{Composed, FromFacts, Message, MessageKind, Reaches, Sample, Scene, To, Writing, page::Page},
    },
    words,
};

/// That an admin changed someone's address, to the one they have now. It hints at one that someone gave up, so it is soon
/// removed.
#[derive(Clone, Debug)]
pub struct AddressSetMessage {
    /// The person's version before.
    pub version: i32,
    pub facts: SetFacts,
}

/// From which address, and when.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SetFacts {
    /// The address they had, hinted at.
    pub old: String,
    pub at: DateTime<Utc>,
}

impl MessageKind for AddressSetMessage {
    const KIND: Kind = Kind::AddressSet;
    const TITLE: fn() -> &'static str = say::set_title;
    const WRITING: Writing = Writing::from_facts::<Self>();
    const REMOVED_AFTER: Option<TimeDelta> = Some(TimeDelta::days(7));
    const REACHES: Reaches = Reaches::DeactivatedToo;

    type Facts = SetFacts;

    fn samples(scene: &Scene<'_>) -> Result<Vec<Sample>, askama::Error> {
        let facts = SetFacts { old: "n…@example.org".to_owned(), at: scene.at };
        Ok(vec![Sample { name: "address-set", letter: Self::letter(&facts, &scene.to, scene.settings)? }])
    }
}

impl Message for AddressSetMessage {
    fn dedupe_key(&self, to: PersonId) -> String {
        format!("address-set:{to}:{}", self.version)
    }

    fn facts(&self) -> &SetFacts {
        &self.facts
    }
}

impl FromFacts for AddressSetMessage {
    fn letter(facts: &SetFacts, to: &To<'_>, settings: &Settings) -> Composed {
        let (app, when) = (&settings.app_name, words::when(facts.at, to.zone.unwrap_or(settings.time_zone)));
        let page = Page {
            subject: say::subject(app.as_str()),
            preheader: say::set_preheader().to_owned(),
            heading: say::heading().to_owned(),
            sentences: vec![say::set(app.as_str(), facts.old.as_str(), when), say::set_if_not().to_owned()],
            button: say::account(),
            link: settings.link(paths::ACCOUNT),
            ..Page::default()
        };
        page.letter(to, settings)
    }
}
