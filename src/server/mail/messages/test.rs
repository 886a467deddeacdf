use catalog::mail_test as say;
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
    const TITLE: fn() -> &'static str = say::title;
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
            subject: say::subject(app.as_str()),
            preheader: say::preheader().to_owned(),
            heading: say::title().to_owned(),
            sentences: vec![say::what(app.as_str())],
            button: say::button(),
            link: settings.link(paths::DASHBOARD),
            small: say::small().to_owned(),
            ..Page::default()
        };
        page.letter(to, settings)
    }
}
