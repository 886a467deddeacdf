use chrono::TimeDelta;

use crate::{
    domain::{ids::AttemptId, message::Kind},
    paths,
    server::{
        auth::{Code, Secret},
        config::{LoginUnbound, Settings},
        db::outbox::NewMessage,
        mail::{Composed, MessageKind, NoFacts, Sample, Scene, To, Writing, page::Page},
    },
};

/// The link and the code that someone asked for on the sign-in page. Anyone can set it off, so it is soon removed.
#[derive(Clone, Copy, Debug)]
pub struct SignInMessage;

impl MessageKind for SignInMessage {
    const KIND: Kind = Kind::SignIn;
    const TITLE: &'static str = "Sign-in mail";
    const WRITING: Writing = Writing::SignIn;
    const WAITED_FOR: bool = true;
    const REMOVED_AFTER: Option<TimeDelta> = Some(TimeDelta::days(7));

    type Facts = NoFacts;

    fn samples(scene: &Scene<'_>) -> Result<Vec<Sample>, askama::Error> {
        let letter = Self::letter(&scene.to, &scene.token, &scene.code, scene.settings)?;
        let by_link = Self::letter_by_link(&scene.to, &scene.token, &scene.code, scene.settings)?;
        Ok(vec![Sample { name: "sign-in", letter }, Sample { name: "sign-in-by-link", letter: by_link }])
    }
}

impl SignInMessage {
    /// The message to whoever has the address of an attempt: who that is shows when it is sent.
    pub fn to_whoever_asked(attempt: AttemptId) -> NewMessage {
        let message = NewMessage::of::<Self>(format!("sign-in:{attempt}"), &NoFacts {});
        NewMessage { attempt: Some(attempt), ..message }
    }

    /// The letter with its secrets, which the worker has just made.
    ///
    /// # Errors
    /// The template's fault.
    pub fn letter(to: &To<'_>, token: &Secret, code: &Code, settings: &Settings) -> Composed {
        let app = &settings.app_name;
        let page = Page {
            subject: format!("{} is your {app} code", code.shown()),
            preheader: "Or press the button in the mail. Both work once.".to_owned(),
            heading: format!("Sign in to {app}"),
            sentences: vec![
                "Enter this code where you asked for it, within 10 minutes. Or press the button, within 15.".to_owned(),
            ],
            code: code.shown(),
            button: "Sign in",
            link: settings.link(&paths::link(token.expose())),
            small: "If you did not ask for this, ignore this mail. Nobody who works for us ever asks for the code."
                .to_owned(),
            ..Page::default()
        };
        page.letter(to, settings)
    }

    /// The letter where so many wrong codes came that no code is taken today: only its link signs in. The code stands there
    /// only if the page behind the link asks for it.
    ///
    /// # Errors
    /// The template's fault.
    pub fn letter_by_link(to: &To<'_>, token: &Secret, code: &Code, settings: &Settings) -> Composed {
        let app = &settings.app_name;
        let asks = settings.login_unbound == LoginUnbound::Code;
        let then = if asks { " The page behind it may ask for this code." } else { "" };
        let page = Page {
            subject: format!("Sign in to {app}"),
            preheader: "Only the button works today, not a code.".to_owned(),
            heading: format!("Sign in to {app}"),
            sentences: vec![
                format!("Select the button within 15 minutes. It works once.{then}"),
                "Someone entered too many wrong codes for your account today, so the sign-in page takes no more until \
                 midnight UTC."
                    .to_owned(),
            ],
            code: if asks { code.shown() } else { String::new() },
            button: "Sign in",
            link: settings.link(&paths::link(token.expose())),
            small: "Didn’t request this? You can ignore this email. We’ll never ask you for this code.".to_owned(),
            ..Page::default()
        };
        page.letter(to, settings)
    }
}
