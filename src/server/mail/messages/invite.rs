use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use crate::{
    paths,
    server::config::Settings,
    server::mail::{EventFacts, Scene, To, page::Page},
};
use catalog::mail_letter as say;

/// An event for which tickets can be requested. It is as of when the message was written; what leaves tells the event as it is
/// then.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct InviteFacts {
    pub event: EventFacts,
    pub tickets: u32,
    /// When requests close.
    pub closes_at: DateTime<Utc>,
}

impl InviteFacts {
    /// A letter with a way to request tickets, still without subject and sentences.
    pub(super) fn page(&self, to: &To<'_>, settings: &Settings) -> Page {
        Page {
            button: say::view_request(),
            link: settings.link(&paths::request(self.event.id)),
            ..self.event.page(to, settings)
        }
    }

    /// What someone could be invited to.
    pub(super) fn sample(scene: &Scene<'_>) -> Self {
        Self { event: scene.event.clone(), tickets: 40, closes_at: scene.at }
    }
}
