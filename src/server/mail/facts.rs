//! What a message tells, written into the outbox when it becomes true.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use super::CalendarFacts;

use crate::domain::ids::EventId;

/// The event a message is about.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct EventFacts {
    pub number: EventId,
    pub name: String,
    /// Date and time with zone, in words.
    pub when: String,
    pub organizer: String,
    /// The organizer's address: where answers go.
    pub reply_to: String,
    /// What its calendar file needs; messages from before there was one tell nothing.
    #[serde(default)]
    pub calendar: Option<CalendarFacts>,
}

/// What one person got, or now gets.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ResultFacts {
    pub event: EventFacts,
    pub given: u32,
    /// What the person was told before, when this is a change.
    pub before: Option<u32>,
    /// What the person said would work, largest first.
    pub accepted: Vec<u32>,
    pub tickets: u32,
    pub people: u64,
    pub requested: u64,
    /// The organizer's line for those who got tickets; empty if there is none.
    pub line: String,
    /// Whether there was a draw, so that there is a page that says why.
    #[serde(default)]
    pub drawn: bool,
}

/// That a request is in, to whoever wanted a copy.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReceivedFacts {
    pub event: EventFacts,
    /// What the person said would work, largest first.
    pub accepted: Vec<u32>,
    /// What the event's draws are bound to.
    pub commitment: Option<String>,
    /// What stands for the person in them.
    pub label: String,
}

/// That an event does not take place.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CancelledFacts {
    pub event: EventFacts,
}

/// That somebody signed in with a device that is new to them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DeviceFacts {
    /// What the browser calls itself.
    pub device: String,
    pub at: DateTime<Utc>,
}

/// That somebody's address was changed, to the one they had.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AddressFacts {
    /// The address they had: nothing else knows it any more.
    pub old: String,
    /// The address they have now, hinted at.
    pub new: String,
    pub at: DateTime<Utc>,
}
