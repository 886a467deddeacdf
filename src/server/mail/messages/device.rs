use catalog::mail_device as say;
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use crate::{
    domain::{
        ids::{PersonId, SessionId},
        message::Kind,
    },
    paths,
    server::{
        config::Settings,
        mail::{Composed, FromFacts, Message, MessageKind, Sample, Scene, To, Writing, page::Page},
    },
    words,
};

/// That someone signed in with a device that is new to them.
#[derive(Clone, Debug)]
pub struct DeviceMessage {
    /// The session that began.
    pub session: SessionId,
    pub facts: DeviceFacts,
}

/// Which device, and when.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DeviceFacts {
    /// What the browser calls itself.
    pub device: String,
    pub at: DateTime<Utc>,
}

impl MessageKind for DeviceMessage {
    const KIND: Kind = Kind::Device;
    const TITLE: fn() -> &'static str = say::title;
    const WRITING: Writing = Writing::from_facts::<Self>();

    type Facts = DeviceFacts;

    fn samples(scene: &Scene<'_>) -> Result<Vec<Sample>, askama::Error> {
        let facts = DeviceFacts { device: "Mozilla/5.0 (Android 16) Firefox/140.0".to_owned(), at: scene.at };
        Ok(vec![Sample { name: "device", letter: Self::letter(&facts, &scene.to, scene.settings)? }])
    }
}

impl Message for DeviceMessage {
    fn dedupe_key(&self, _: PersonId) -> String {
        format!("device:{}", self.session)
    }

    fn facts(&self) -> &DeviceFacts {
        &self.facts
    }
}

impl FromFacts for DeviceMessage {
    /// There is no way to sign in here, so that nobody learns to press buttons in such emails.
    fn letter(facts: &DeviceFacts, to: &To<'_>, settings: &Settings) -> Composed {
        let app = &settings.app_name;
        let (name, when) = (words::device(&facts.device), words::when(facts.at, to.zone.unwrap_or(settings.time_zone)));
        let page = Page {
            subject: say::subject(app.as_str(), name.as_str()),
            preheader: when.clone(),
            heading: say::heading().to_owned(),
            sentences: vec![say::what(name, when), say::if_not().to_owned()],
            button: say::button(),
            link: settings.link(paths::ACCOUNT),
            ..Page::default()
        };
        page.letter(to, settings)
    }
}
