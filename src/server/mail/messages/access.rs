use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use strum::IntoStaticStr;

use crate::{
    domain::{ids::PersonId, message::Kind},
    paths,
    server::{
        config::Settings,
        mail::{Composed, FromFacts, Message, MessageKind, Reaches, Sample, Scene, To, Writing, page::Page},
    },
    words,
};

/// That someone else changed whether, or where, someone is signed in. It reaches those who are deactivated: that is
/// what it tells.
#[derive(Clone, Debug)]
pub struct AccessMessage {
    pub facts: AccessFacts,
}

/// What was done, by whom, and when.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AccessFacts {
    pub change: AccessChange,
    pub by: AccessBy,
    pub at: DateTime<Utc>,
}

/// What was done.
#[derive(Clone, Copy, Debug, PartialEq, Eq, IntoStaticStr, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[strum(serialize_all = "kebab-case")]
pub enum AccessChange {
    /// Every session was ended.
    SignedOut,
    Deactivated,
    Activated,
}

/// Who did it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum AccessBy {
    Admin,
    /// By a command.
    Server,
}

impl MessageKind for AccessMessage {
    const KIND: Kind = Kind::Access;
    const TITLE: &'static str = "Account changed by others";
    const WRITING: Writing = Writing::from_facts::<Self>();
    const REACHES: Reaches = Reaches::DeactivatedToo;

    type Facts = AccessFacts;

    fn samples(scene: &Scene<'_>) -> Result<Vec<Sample>, askama::Error> {
        let all = [
            ("access-signed-out", AccessChange::SignedOut, AccessBy::Admin),
            ("access-deactivated", AccessChange::Deactivated, AccessBy::Admin),
            ("access-activated", AccessChange::Activated, AccessBy::Server),
        ];
        let sample = |(name, change, by)| {
            let facts = AccessFacts { change, by, at: scene.at };
            Ok(Sample { name, letter: Self::letter(&facts, &scene.to, scene.settings)? })
        };
        all.into_iter().map(sample).collect()
    }
}

impl Message for AccessMessage {
    fn dedupe_key(&self, to: PersonId) -> String {
        let AccessFacts { change, at, .. } = &self.facts;
        let change: &str = change.into();
        format!("access:{to}:{change}:{}", at.timestamp_millis())
    }

    fn facts(&self) -> &AccessFacts {
        &self.facts
    }
}

impl FromFacts for AccessMessage {
    fn letter(facts: &AccessFacts, to: &To<'_>, settings: &Settings) -> Composed {
        let (app, when) = (&settings.app_name, words::when(facts.at, settings.time_zone));
        let who = match facts.by {
            AccessBy::Admin => "An admin",
            AccessBy::Server => "Someone who runs the server",
        };
        let (subject, heading, done, then) = match facts.change {
            AccessChange::SignedOut => (
                format!("You were signed out of {app}"),
                "You were signed out",
                format!("{who} signed you out on every device on {when}."),
                "Links and codes that were on their way no longer work. You can sign in again at any time. If you don’t know \
                 why this was done, ask an admin.",
            ),
            AccessChange::Deactivated => (
                format!("Your {app} account was deactivated"),
                "Your account was deactivated",
                format!("{who} deactivated your account on {when}."),
                "You’re signed out, and you can’t sign in. Your requests and results stay as they are, but we won’t email \
                 you about them. If you didn’t expect this, ask an admin.",
            ),
            AccessChange::Activated => (
                format!("Your {app} account is active again"),
                "Your account is active again",
                format!("{who} activated your account again on {when}."),
                "While it was not, no other email was sent to you. Look at your requests and results: something may have \
                 changed.",
            ),
        };
        let page = Page {
            subject,
            preheader: done.clone(),
            heading: heading.to_owned(),
            sentences: vec![done, then.to_owned()],
            button: "Open the site",
            link: settings.link(paths::DASHBOARD),
            ..Page::default()
        };
        page.letter(to, settings)
    }
}
