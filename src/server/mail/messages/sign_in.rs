use catalog::mail_sign_in as say;
use chrono::TimeDelta;

use crate::{
    domain::{ids::AttemptId, message::Kind},
    paths,
    server::{
        auth::{Code, Secret},
        config::{LoginUnbound, Settings},
        db::outbox::NewMessage,
        mail::{Asked, Composed, MessageKind, Sample, Scene, To, Writing, page::Page},
    },
};

/// The link and the code that someone asked for on the sign-in page. Anyone can set it off, so it is soon removed.
#[derive(Clone, Copy, Debug)]
pub struct SignInMessage;

impl MessageKind for SignInMessage {
    const KIND: Kind = Kind::SignIn;
    const TITLE: fn() -> &'static str = say::title;
    const WRITING: Writing = Writing::SignIn;
    const WAITED_FOR: bool = true;
    const REMOVED_AFTER: Option<TimeDelta> = Some(TimeDelta::days(7));

    type Facts = Asked;

    fn samples(scene: &Scene<'_>) -> Result<Vec<Sample>, askama::Error> {
        let letter = Self::letter(&scene.to, &scene.token, &scene.code, scene.settings)?;
        let by_link = Self::letter_by_link(&scene.to, &scene.token, &scene.code, scene.settings)?;
        let late = Self::letter_late(&scene.to, &scene.token, &scene.code, scene.settings)?;
        Ok(vec![
            Sample { name: "sign-in", letter },
            Sample { name: "sign-in-by-link", letter: by_link },
            Sample { name: "sign-in-late", letter: late },
        ])
    }
}

impl SignInMessage {
    /// The message to whoever has the address of an attempt, asked for by whoever is answered now: who they are shows when it is
    /// sent.
    pub fn to_whoever_asked(attempt: AttemptId) -> NewMessage {
        let message = NewMessage::of::<Self>(format!("sign-in:{attempt}"), &Asked::now());
        NewMessage { attempt: Some(attempt), ..message }
    }

    /// The letter with its secrets, which the worker has just made.
    ///
    /// # Errors
    /// The template's fault.
    pub fn letter(to: &To<'_>, token: &Secret, code: &Code, settings: &Settings) -> Composed {
        let app = &settings.app_name;
        let page = Page {
            subject: say::subject(code.shown(), app.as_str()),
            preheader: say::preheader().to_owned(),
            heading: say::heading(app.as_str()),
            sentences: vec![say::how().to_owned()],
            code: code.shown(),
            button: say::button(),
            link: settings.link(&paths::link(token.expose())),
            small: say::not_you().to_owned(),
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
        Self::link_alone(to, (token, code), settings, (say::by_link_preheader(), say::by_link_why()))
    }

    /// The letter that leaves only when the browser that asked for it is not remembered anymore, after an outage: only its link
    /// signs in there, and it says why it comes so late.
    ///
    /// # Errors
    /// The template's fault.
    pub fn letter_late(to: &To<'_>, token: &Secret, code: &Code, settings: &Settings) -> Composed {
        Self::link_alone(to, (token, code), settings, (say::late_preheader(), say::late_why()))
    }

    fn link_alone(
        to: &To<'_>,
        (token, code): (&Secret, &Code),
        settings: &Settings,
        (preheader, why): (&str, &str),
    ) -> Composed {
        let app = &settings.app_name;
        let asks = settings.login_unbound == LoginUnbound::Code;
        let how = if asks { say::by_link_how_with_code() } else { say::by_link_how() };
        let page = Page {
            subject: say::heading(app.as_str()),
            preheader: preheader.to_owned(),
            heading: say::heading(app.as_str()),
            sentences: vec![how.to_owned(), why.to_owned()],
            code: if asks { code.shown() } else { String::new() },
            button: say::button(),
            link: settings.link(&paths::link(token.expose())),
            small: say::not_you().to_owned(),
            ..Page::default()
        };
        page.letter(to, settings)
    }
}
