use std::{future::Future, pin::Pin, time::Duration};

use super::{Account, Console, Letter, Ses, Smtp, plain};
use crate::server::config::{MailTransport, Settings};

/// No way of sending takes longer: after this the outcome counts as unknown.
pub const LONGEST_SEND: Duration = Duration::from_secs(30);

/// The longest reason, in characters.
const MAX_REASON: usize = 300;

/// A letter of which everything is done but to hand it over. That happens when it is awaited, and nothing has left before: not
/// where it is dropped instead, and not where the program dies. It ends with the name that the other side gave the letter.
pub type Begun<'a> = Pin<Box<dyn Future<Output = Result<String, TransportError>> + Send + 'a>>;

/// A way for letters to leave.
pub trait Transport: Send + Sync {
    /// Begins a letter: what can be done and learned before any of it is in the hands of the other side. Tries once; what
    /// happens after a failure, here or when it is handed over, is for the outbox to decide.
    fn begin(&self, letter: &Letter) -> impl Future<Output = Result<Begun<'_>, TransportError>> + Send;

    /// Asks how mail stands at the moment, without sending any.
    fn health(&self) -> impl Future<Output = Health> + Send {
        std::future::ready(Health::default())
    }
}

impl<T: Transport> Transport for &T {
    async fn begin(&self, letter: &Letter) -> Result<Begun<'_>, TransportError> {
        (*self).begin(letter).await
    }

    async fn health(&self) -> Health {
        (*self).health().await
    }
}

/// What a failure means for the letter.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Class {
    /// It was not taken; later it may be.
    Retry,
    /// Whoever takes letters failed to take it: the letter's fault or theirs.
    Faltering,
    /// It was not taken for coming too fast: no letter's fault, and no try of this one.
    TooFast,
    /// Whoever takes letters could not be reached, or would not speak: no letter's fault, and no try of this one.
    Unreachable,
    /// Nobody knows whether it was taken.
    Unknown,
    /// It will never be taken as it is.
    Permanent,
    /// The address it goes to is refused, whatever the letter says.
    NoRecipient,
    /// No letter at all is taken until someone changes something.
    Paused,
}

/// Why a letter did not leave.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{reason}")]
pub struct TransportError {
    pub class: Class,
    /// For an admin to read: one short line without email addresses.
    pub reason: String,
}

impl TransportError {
    /// A failure; whatever looks like an address is taken out of its reason.
    pub fn new(class: Class, reason: &str) -> Self {
        let shown = |word: &str| if word.contains('@') { "(address)".to_owned() } else { word.to_owned() };
        let reason = plain::plain(reason).split(' ').map(shown).collect::<Vec<_>>().join(" ");
        Self { class, reason: plain::clipped(&reason, MAX_REASON) }
    }
}

/// The way that the settings choose.
#[derive(Debug)]
pub enum ConfiguredTransport {
    Console(Console),
    Ses(Ses),
    Smtp(Smtp),
}

/// How mail stands at the moment.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Health {
    /// Whether none can leave. A service that does not let us ask is not taken for down.
    pub down: bool,
    /// What the service says of the account, if there is one and it says.
    pub account: Option<Account>,
}

impl ConfiguredTransport {
    /// Makes ready what the settings choose. Nothing is sent and nothing is asked yet.
    pub async fn open(settings: &Settings) -> Self {
        match &settings.mail.transport {
            MailTransport::Console => Self::Console(Console),
            MailTransport::Ses(ses) => Self::Ses(Ses::open(ses, &settings.app_name, &settings.mail.sender).await),
            MailTransport::Smtp(smtp) => Self::Smtp(Smtp::open(smtp, settings)),
        }
    }
}

impl Transport for ConfiguredTransport {
    async fn begin(&self, letter: &Letter) -> Result<Begun<'_>, TransportError> {
        match self {
            Self::Console(console) => console.begin(letter).await,
            Self::Ses(ses) => ses.begin(letter).await,
            Self::Smtp(smtp) => smtp.begin(letter).await,
        }
    }

    async fn health(&self) -> Health {
        match self {
            Self::Console(_) => Health::default(),
            Self::Ses(ses) => ses.health().await,
            Self::Smtp(smtp) => smtp.health().await,
        }
    }
}
