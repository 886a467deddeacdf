use catalog::mail_address as say;
use chrono::TimeDelta;
use serde::{Deserialize, Serialize};

use crate::{
    domain::{
        ids::{AddressChangeId, PersonId},
        message::Kind,
    },
    paths,
    server::{
        auth::Code,
        config::Settings,
        mail::{Asked, Composed, Message, MessageKind, Sample, Scene, To, Writing, page::Page},
    },
};

/// The code that proves an address to which someone wants to change. Whether one left would tell whether someone else has
/// that address, so it does not stand in the file about oneself.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AddressCodeMessage {
    /// The change of address that is under way.
    pub asking: AddressChangeId,
    #[serde(flatten)]
    pub asked: Asked,
}

impl MessageKind for AddressCodeMessage {
    const KIND: Kind = Kind::AddressCode;
    const TITLE: fn() -> &'static str = say::code_title;
    const WRITING: Writing = Writing::AddressCode;
    const WAITED_FOR: bool = true;
    const REMOVED_AFTER: Option<TimeDelta> = Some(TimeDelta::days(7));
    const IN_OWN_DATA: bool = false;

    type Facts = Self;

    fn samples(scene: &Scene<'_>) -> Result<Vec<Sample>, askama::Error> {
        let letter = Self::letter(&scene.to, &scene.code, scene.settings)?;
        Ok(vec![Sample { name: "address-code", letter }])
    }
}

impl Message for AddressCodeMessage {
    fn dedupe_key(&self, _: PersonId) -> String {
        format!("address-code:{}", self.asking)
    }

    fn facts(&self) -> &Self {
        self
    }
}

impl AddressCodeMessage {
    /// The letter with its code, which the worker has just made. The code opens nothing by itself: it counts only where the
    /// person is signed in.
    ///
    /// # Errors
    /// The template's fault.
    pub fn letter(to: &To<'_>, code: &Code, settings: &Settings) -> Composed {
        let app = &settings.app_name;
        let page = Page {
            subject: say::code_subject(code.shown(), app.as_str()),
            preheader: say::code_preheader().to_owned(),
            heading: say::code_heading().to_owned(),
            sentences: vec![say::code_what(app.as_str())],
            code: code.shown(),
            button: say::account(),
            link: settings.link(paths::ACCOUNT),
            small: say::code_not_you().to_owned(),
            ..Page::default()
        };
        page.letter(to, settings)
    }
}
