use crate::domain::event::EventStatus;

/// What a message tells.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    SignIn,
    Welcome,
    Received,
    Result,
    Changed,
    Cancelled,
    /// Somebody signed in with a device that is new to them.
    Device,
    /// The code that proves an address to which somebody wants to change.
    AddressCode,
    /// That somebody's address was changed, to the one they had.
    AddressChanged,
    /// An admin wants to see whether mail works.
    Test,
}

impl Kind {
    /// All kinds.
    pub const ALL: [Self; 10] = [
        Self::SignIn,
        Self::Welcome,
        Self::Received,
        Self::Result,
        Self::Changed,
        Self::Cancelled,
        Self::Device,
        Self::AddressCode,
        Self::AddressChanged,
        Self::Test,
    ];

    /// How an event has to stand for what a message tells of it to be true; `None`: it is always true.
    pub const fn true_while(self) -> Option<EventStatus> {
        match self {
            Self::Result | Self::Changed => Some(EventStatus::Finalized),
            Self::Cancelled => Some(EventStatus::Cancelled),
            _ => None,
        }
    }

    /// The word used in the database and on pages.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::SignIn => "sign-in",
            Self::Welcome => "welcome",
            Self::Received => "received",
            Self::Result => "result",
            Self::Changed => "changed",
            Self::Cancelled => "cancelled",
            Self::Device => "device",
            Self::AddressCode => "address-code",
            Self::AddressChanged => "address-changed",
            Self::Test => "test",
        }
    }

    /// Whether somebody sits there and waits for it.
    pub const fn is_waited_for(self) -> bool {
        matches!(self, Self::SignIn | Self::AddressCode)
    }

    /// Reads [`Kind::as_str`] back.
    pub fn parse(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.as_str() == word)
    }
}

/// Where a message stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Delivery {
    /// In the queue.
    Waiting,
    /// A worker has it.
    Sending,
    /// The mail service took it.
    Sent,
    /// It will not be tried again unless somebody asks; the reason stands beside.
    Failed,
    /// There was nobody to send it to any more.
    Skipped,
}

impl Delivery {
    const ALL: [Self; 5] = [Self::Waiting, Self::Sending, Self::Sent, Self::Failed, Self::Skipped];

    /// The word used in the database and on pages.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Waiting => "waiting",
            Self::Sending => "sending",
            Self::Sent => "sent",
            Self::Failed => "failed",
            Self::Skipped => "skipped",
        }
    }

    pub(super) fn parse(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|delivery| delivery.as_str() == word)
    }
}
