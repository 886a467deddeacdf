use crate::{
    domain::{ids::PersonId, message::Kind},
    paths,
    server::{
        auth::{Code, Secret},
        config::Settings,
        mail::{Composed, Message, MessageKind, NoFacts, Sample, Scene, To, Writing, page::Page},
    },
};

/// The first link of someone an admin has added.
#[derive(Clone, Copy, Debug)]
pub struct WelcomeMessage;

impl MessageKind for WelcomeMessage {
    const KIND: Kind = Kind::Welcome;
    const TITLE: &'static str = "Welcome";
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
            subject: format!("Welcome to {app}"),
            preheader: "Your first link works once, within 3 days.".to_owned(),
            heading: format!("Welcome to {app}"),
            sentences: vec![
                format!("You now have an account at {app}: ask for tickets there, and see what you got."),
                "There is no password. This link signs you in; it works once, within 3 days. Later, enter your address on \
                 the sign-in page and a new link comes by mail."
                    .to_owned(),
            ],
            button: "Sign in",
            link: settings.link(&paths::link(token.expose())),
            small: "If you did not expect this, ignore this mail.".to_owned(),
            ..Page::default()
        };
        if let Some(code) = code {
            page.sentences.push("The page behind the link asks for this code:".to_owned());
            page.code = code.shown();
        }
        page.letter(to, settings)
    }
}
