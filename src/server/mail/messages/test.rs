use chrono::{DateTime, Utc};

use crate::{
    domain::{ids::PersonId, message::Kind},
    paths,
    server::{
        config::Settings,
        mail::{Composed, FromFacts, Message, MessageKind, NoFacts, Sample, Scene, To, Writing, page::Page},
    },
};

/// To see whether email works: whoever reads it knows. One a minute, however often someone asks.
#[derive(Clone, Copy, Debug)]
pub struct TestMessage {
    pub at: DateTime<Utc>,
}

impl MessageKind for TestMessage {
    const KIND: Kind = Kind::Test;
    const TITLE: &'static str = "Test message";
    const WRITING: Writing = Writing::from_facts::<Self>();

    type Facts = NoFacts;

    fn samples(scene: &Scene<'_>) -> Result<Vec<Sample>, askama::Error> {
        Ok(vec![Sample { name: "test", letter: Self::letter(&NoFacts {}, &scene.to, scene.settings)? }])
    }
}

impl Message for TestMessage {
    fn dedupe_key(&self, to: PersonId) -> String {
        format!("test:{to}:{}", self.at.timestamp().div_euclid(60))
    }

    fn facts(&self) -> &NoFacts {
        &NoFacts {}
    }
}

impl FromFacts for TestMessage {
    fn letter(_: &NoFacts, to: &To<'_>, settings: &Settings) -> Composed {
        let app = &settings.app_name;
        let page = Page {
            subject: format!("Test message from {app}"),
            preheader: "If you can read it, mail works.".to_owned(),
            heading: "Test message".to_owned(),
            sentences: vec![format!("This is a test message from {app}. If you can read it, mail works.")],
            button: "Open Ticket Pool",
            link: settings.link(paths::DASHBOARD),
            small: "You asked for it on the Settings page.".to_owned(),
            ..Page::default()
        };
        page.letter(to, settings)
    }
}
