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
    const TITLE: &'static str = "Email address set by an admin";
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
        let (app, when) = (&settings.app_name, words::when(facts.at, settings.time_zone));
        let page = Page {
            subject: format!("Your {app} email address was changed"),
            preheader: "An admin changed it to this one.".to_owned(),
            heading: "Your email address was changed".to_owned(),
            sentences: vec![
                format!(
                    "An admin changed your {app} email address from {} to this one on {when}. Sign in with this one from \
                     now on. We’ll send all emails here.",
                    facts.old
                ),
                "If you expected this, you’re all set. If not, contact an admin.".to_owned(),
            ],
            button: "Go to your account",
            link: settings.link(paths::ACCOUNT),
            ..Page::default()
        };
        page.letter(to, settings)
    }
}
