use crate::{
    domain::{ids::PersonId, message::Kind},
    paths,
    server::{
        auth::{Code, Secret},
        config::Settings,
        mail::{Composed, Message, MessageKind, NoFacts, Sample, Scene, To, Writing, page::Page},
    },
};
use catalog::mail_welcome as say;

/// The first link of someone an admin has added.
#[derive(Clone, Copy, Debug)]
pub struct WelcomeMessage;

impl MessageKind for WelcomeMessage {
    const KIND: Kind = Kind::Welcome;
    const TITLE: fn() -> &'static str = say::title;
    const WRITING: Writing = Writing::Welcome;

    type Facts = NoFacts;

    fn samples(scene: &Scene<'_>) -> Result<Vec<Sample>, askama::Error> {
        let letter = |code| Self::letter(&scene.to, &scene.token, code, scene.settings);
        Ok(vec![
            Sample { name: "welcome", letter: letter(None)? },
            Sample { name: "welcome-code", letter: letter(Some(&scene.code))? },
        ])
    }
}

impl Message for WelcomeMessage {
    fn dedupe_key(&self, to: PersonId) -> String {
        format!("welcome:{to}")
    }

    fn facts(&self) -> &NoFacts {
        &NoFacts {}
    }
}

impl WelcomeMessage {
    /// The letter with its secrets, which the worker has just made. The code stands in it only where the link is worth
    /// nothing without.
    ///
    /// # Errors
    /// The template's fault.
    pub fn letter(to: &To<'_>, token: &Secret, code: Option<&Code>, settings: &Settings) -> Composed {
        let app = &settings.app_name;
        let mut page = Page {
            subject: say::subject(app.as_str()),
            preheader: say::preheader().to_owned(),
            heading: say::subject(app.as_str()),
            sentences: vec![say::what(app.as_str()), say::how().to_owned()],
            button: say::button(),
            link: settings.link(&paths::link(token.expose())),
            small: say::unexpected().to_owned(),
            ..Page::default()
        };
        if let Some(code) = code {
            page.sentences.push(say::code().to_owned());
            page.code = code.shown();
        }
        page.letter(to, settings)
    }
}
