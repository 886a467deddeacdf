use catalog::mail_welcome as say;
use chrono::{DateTime, Utc};

use crate::{
    domain::{ids::PersonId, message::Kind},
    paths,
    server::{
        auth::{Code, Secret},
        config::Settings,
        mail::{Composed, Message, MessageKind, NoFacts, Sample, Scene, To, Writing, page::Page},
    },
};

/// A link that an admin sends to someone who cannot sign in. One a minute, however often someone presses.
#[derive(Clone, Copy, Debug)]
pub struct LinkMessage {
    pub at: DateTime<Utc>,
}

impl MessageKind for LinkMessage {
    const KIND: Kind = Kind::Link;
    const TITLE: fn() -> &'static str = say::link_title;
    const WRITING: Writing = Writing::Link;

    type Facts = NoFacts;

    fn samples(scene: &Scene<'_>) -> Result<Vec<Sample>, askama::Error> {
        let letter = |code| Self::letter(&scene.to, &scene.token, code, scene.settings);
        Ok(vec![
            Sample { name: "link", letter: letter(None)? },
            Sample { name: "link-code", letter: letter(Some(&scene.code))? },
        ])
    }
}

impl Message for LinkMessage {
    fn dedupe_key(&self, to: PersonId) -> String {
        format!("link:{to}:{}", self.at.timestamp().div_euclid(60))
    }

    fn facts(&self) -> &NoFacts {
        &NoFacts {}
    }
}

impl LinkMessage {
    /// The letter with its secrets, which the worker has just made. The code stands in it only where the link is worth
    /// nothing without.
    ///
    /// # Errors
    /// The template's fault.
    pub fn letter(to: &To<'_>, token: &Secret, code: Option<&Code>, settings: &Settings) -> Composed {
        let app = settings.app_name.as_str();
        let mut page = Page {
            subject: say::link_subject(app),
            preheader: say::preheader().to_owned(),
            heading: say::link_subject(app),
            sentences: vec![say::link_what(app)],
            button: say::button(),
            link: settings.link(&paths::link(token.expose())),
            small: say::link_unexpected().to_owned(),
            ..Page::default()
        };
        if let Some(code) = code {
            page.sentences.push(say::code().to_owned());
            page.code = code.shown();
        }
        page.letter(to, settings)
    }
}
