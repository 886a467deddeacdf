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
use catalog::mail_device as say;

use super::DeviceFacts;

/// That someone signed in by a link that a command printed: whoever can run commands can do so for everyone, and no email
/// with the link went to the person.
#[derive(Clone, Debug)]
pub struct CommandMessage {
    /// The session that began.
    pub session: SessionId,
    pub facts: DeviceFacts,
}

impl MessageKind for CommandMessage {
    const KIND: Kind = Kind::Command;
    const TITLE: fn() -> &'static str = say::command_title;
    const WRITING: Writing = Writing::from_facts::<Self>();

    type Facts = DeviceFacts;

    fn samples(scene: &Scene<'_>) -> Result<Vec<Sample>, askama::Error> {
        let facts = DeviceFacts { device: "Mozilla/5.0 (Android 16) Firefox/140.0".to_owned(), at: scene.at };
        Ok(vec![Sample { name: "command", letter: Self::letter(&facts, &scene.to, scene.settings)? }])
    }
}

impl Message for CommandMessage {
    fn dedupe_key(&self, _: PersonId) -> String {
        format!("command:{}", self.session)
    }

    fn facts(&self) -> &DeviceFacts {
        &self.facts
    }
}

impl FromFacts for CommandMessage {
    fn letter(facts: &DeviceFacts, to: &To<'_>, settings: &Settings) -> Composed {
        let app = &settings.app_name;
        let (name, when) = (words::device(&facts.device), words::when(facts.at, to.zone.unwrap_or(settings.time_zone)));
        let page = Page {
            subject: say::command_subject(app.as_str()),
            preheader: when.clone(),
            heading: say::heading().to_owned(),
            sentences: vec![say::command_what(name, when, app.as_str()), say::command_if_not().to_owned()],
            button: say::button(),
            link: settings.link(paths::ACCOUNT),
            ..Page::default()
        };
        page.letter(to, settings)
    }
}
