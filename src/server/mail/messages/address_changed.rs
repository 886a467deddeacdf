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

/// That someone's address was changed, to the one they had: by an admin, or back to an earlier one. It names an address that
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
    /// Messages from before there was a way back do not say who.
    #[serde(default)]
    pub by: ChangedBy,
}

/// Who changed an address.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ChangedBy {
    /// The person.
    #[default]
    Person,
    Admin,
    /// Whoever reads the email at an earlier address, by the link that came there.
    Undo,
}

impl MessageKind for AddressChangedMessage {
    const KIND: Kind = Kind::AddressChanged;
    const TITLE: fn() -> &'static str = say::title;
    const WRITING: Writing = Writing::from_facts::<Self>();
    const REMOVED_AFTER: Option<TimeDelta> = Some(TimeDelta::days(7));
    const REACHES: Reaches = Reaches::DeactivatedToo;

    type Facts = AddressFacts;

    fn samples(scene: &Scene<'_>) -> Result<Vec<Sample>, askama::Error> {
        let (old, new) = (scene.to.address.to_owned(), "n…@example.org".to_owned());
        let all = [
            ("address-changed", ChangedBy::Person),
            ("address-changed-by-admin", ChangedBy::Admin),
            ("address-changed-back", ChangedBy::Undo),
        ];
        let sample = |(name, by)| {
            let facts = AddressFacts { old: old.clone(), new: new.clone(), at: scene.at, by };
            Ok(Sample { name, letter: Self::letter(&facts, &scene.to, scene.settings)? })
        };
        all.into_iter().map(sample).collect()
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
        let (app, when) = (&settings.app_name, words::when(facts.at, to.zone.unwrap_or(settings.time_zone)));
        let new = facts.new.as_str();
        let page = Page {
            subject: say::subject(app.as_str()),
            preheader: say::preheader(new),
            heading: say::heading().to_owned(),
            sentences: match facts.by {
                ChangedBy::Person => vec![say::changed(app.as_str(), new, when), say::if_not_you_admin().to_owned()],
                ChangedBy::Admin => vec![say::changed_by_admin(app.as_str(), new, when), say::if_not().to_owned()],
                ChangedBy::Undo => vec![say::changed_back(app.as_str(), new, when), say::if_not().to_owned()],
            },
            button: say::account(),
            link: settings.link(paths::ACCOUNT),
            ..Page::default()
        };
        page.letter(&To { address: &facts.old, ..*to }, settings)
    }
}
