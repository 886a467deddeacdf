use chrono::TimeDelta;
use serde_json::json;

use crate::{
    domain::deed::Deed,
    server::{
        auth::{Client, Known, Secret},
        db::{
            WriteTx,
            audit::{self, Entry},
            drafts,
            outbox::{self, NewMessage},
            people::{self, Person},
            reach,
            sessions::{self, NewSession},
        },
        mail::messages::{CommandMessage, DeviceFacts, DeviceMessage},
        services::{Done, draft::KEPT},
        site::Site,
    },
};

/// How long a session lasts, whatever is done with it.
pub const SESSION_LASTS: TimeDelta = TimeDelta::days(365);

/// What a browser brings along.
#[derive(Clone, Debug, Default)]
pub struct Browser {
    /// That it asked for a link.
    pub binding: Option<Secret>,
    /// The session it has now; it ends.
    pub session: Option<Secret>,
    /// That someone has signed in there before.
    pub known: Option<Known>,
    /// What it calls itself, for the list of devices.
    pub device: String,
    /// From where it comes.
    pub client: Client,
}

impl Browser {
    /// What it brings along that it has signed this address in before. Whether someone has that address is looked up alike
    /// for all, and only for a browser that brings something along.
    pub(super) async fn known_for(&self, site: &Site, email: &str) -> Done<Option<&Known>> {
        let Some(known) = &self.known else { return Ok(None) };
        let epoch = people::known_epoch(site.db.read(), email).await?;
        Ok(known.vouches_for(email, epoch, &site.settings).then_some(known))
    }
}

/// A fresh session, for the cookies of the browser.
#[derive(Debug)]
pub struct SignedIn {
    pub session: Secret,
    pub known: Known,
    /// Where to go: a path of ours.
    pub next: String,
}

/// How someone came in, as the audit log and the email about a new device tell it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Way {
    /// By a link, in the browser that asked for it.
    Link,
    /// By a link, in another browser.
    LinkElsewhere,
    /// By a code, with or without its link.
    Code,
    /// By a link that a command printed, which whoever runs commands can do for everyone.
    Command,
    /// As the first admin.
    SetUp,
}

impl Way {
    const fn as_str(self) -> &'static str {
        match self {
            Self::Link => "link",
            Self::LinkElsewhere => "link-elsewhere",
            Self::Code => "code",
            Self::Command => "command",
            Self::SetUp => "set-up",
        }
    }
}

/// Starts a session with a new id and ends the one the browser had. What the same person had typed there goes along.
///
/// The person is told by email when the browser is new to them: whenever the link was used elsewhere than it was asked
/// for, and whenever they are signed in somewhere else already. They are always told of a link that a command printed:
/// someone else may have asked the server for it.
pub(in crate::server::services) async fn start_session(
    site: &Site,
    tx: &WriteTx,
    person: &Person,
    browser: &Browser,
    way: Way,
) -> Done<(Secret, Known)> {
    let now = site.now();
    let before = browser.session.as_ref().map(Secret::hash);
    let known = browser.known.as_ref();
    let known = known.is_some_and(|known| known.vouches_for(&person.email, person.known_epoch, &site.settings));
    let tell = match way {
        Way::Command | Way::SetUp => false,
        Way::LinkElsewhere => !known,
        Way::Link | Way::Code => !known && sessions::count_others(tx, person.id, before.as_deref(), now).await? > 0,
    };
    // Who came in by an email got it. A link from a command says nothing of emails.
    if person.failing.is_some() && way != Way::Command {
        reach::clear_failing(tx, person.id).await?;
    }
    let session = Secret::new(&*site.chance);
    let device: String = browser.device.chars().filter(|c| !c.is_control()).take(200).collect();
    let (token_hash, expires_at) = (session.hash(), now + SESSION_LASTS);
    let new = NewSession { person: person.id, token_hash, device: device.clone(), now, expires_at };
    let id = sessions::insert(tx, new).await?;
    if let Some(before) = &before {
        drafts::follow(tx, person.id, (before, id), (now, now + KEPT)).await?;
        sessions::end(tx, before).await?;
    }
    let facts = DeviceFacts { device, at: now };
    let message = match way {
        Way::Command => Some(NewMessage::to(person.id, &CommandMessage { session: id, facts })),
        _ => tell.then(|| NewMessage::to(person.id, &DeviceMessage { session: id, facts })),
    };
    outbox::insert(tx, message, now).await?;
    let details = json!({ "session": id, "way": way.as_str(), "known": known });
    let entry = Entry::of(Deed::SessionStart).about(person.id).with(details).from(&browser.client);
    audit::note(tx, now, Entry { actor: Some(person.id), ..entry }).await?;
    Ok((session, Known::new(&person.email, person.known_epoch, &site.settings, &*site.chance)))
}
