use catalog::mail_access as say;
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
    const TITLE: fn() -> &'static str = say::title;
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
        let (app, when) = (&settings.app_name, words::when(facts.at, to.zone.unwrap_or(settings.time_zone)));
        let by_admin = facts.by == AccessBy::Admin;
        let (subject, heading, done, then) = match facts.change {
            AccessChange::SignedOut => (
                say::out_subject(app.as_str()),
                say::out_heading(),
                if by_admin { say::out_by_admin(when) } else { say::out_by_server(when) },
                say::out_then(),
            ),
            AccessChange::Deactivated => (
                say::off_subject(app.as_str()),
                say::off_heading(),
                if by_admin { say::off_by_admin(when) } else { say::off_by_server(when) },
                say::off_then(),
            ),
            AccessChange::Activated => (
                say::on_subject(app.as_str()),
                say::on_heading(),
                if by_admin { say::on_by_admin(when) } else { say::on_by_server(when) },
                say::on_then(),
            ),
        };
        let page = Page {
            subject,
            preheader: done.clone(),
            heading: heading.to_owned(),
            sentences: vec![done, then.to_owned()],
            button: say::button(),
            link: settings.link(paths::DASHBOARD),
            ..Page::default()
        };
        page.letter(to, settings)
    }
}
