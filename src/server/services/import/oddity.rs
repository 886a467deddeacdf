use std::fmt;

use allocation::Tiers;
use chrono::{DateTime, Utc};

use crate::{
    domain::ids::EventId,
    words::{counted, tickets},
};

/// An event of the file, to be found by its number.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EventName {
    pub event: EventId,
    pub name: String,
}

/// Something in the file that ours had to take otherwise than it stands there. Texts of the file are shortened and free
/// of control characters.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Oddity {
    /// An event or a request names a person who is not in the file.
    PersonMissing { id: i64, now: String },
    /// No mail can be sent to this address and nobody can sign in with it.
    AddressUnusable { id: i64, address: String },
    /// No address, or another person's: the person is inactive under one that reaches nobody.
    AddressReplaced { id: i64, seen: String, now: String },
    /// A name that is empty, too long, or holds control characters.
    Renamed { what: String, now: String },
    /// The clocks skip this local time (the moment after the gap was taken) or show it twice (the first).
    Clocks { event: EventName, seen: String, twice: bool, now: DateTime<Utc> },
    /// Not a time; that of creation stands in its place.
    TimeUnreadable { event: EventName, seen: String, now: DateTime<Utc> },
    /// Finalized, but not said when; the time of creation stands in its place.
    FinalizedWithoutTime { event: EventName, now: DateTime<Utc> },
    /// Not a state of the original; taken as open.
    StatusUnknown { event: EventName, seen: String },
    /// Not a number of tickets.
    Tickets { event: EventName, seen: String, now: u32 },
    /// Longer than our forms accept. It is kept whole; only who edits it must shorten it.
    LongText { event: EventName, whose: Option<String>, most: usize },
    /// Not numbers in descending order with a 0 at the end. `None`: no number at all, so it stands as withdrawn.
    Wish { event: EventName, person: String, seen: String, now: Option<Tiers> },
    /// A possible number that the person had not asked for. It stands.
    OutsideTiers { event: EventName, person: String, given: u32 },
    /// Finalized with undecided requests: they got none.
    Undecided { event: EventName, count: usize },
    /// More given than there is, each number possible by itself.
    OverGiven { event: EventName, given: u64, tickets: u32, finalized: bool },
    /// A request for an event that is not in the file. It is left out.
    EventMissing { request: i64, event: i64 },
}

impl fmt::Display for EventName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "event {} “{}”", self.event, self.name)
    }
}

impl fmt::Display for Oddity {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::PersonMissing { id, now } => write!(f, "person {id} is not in the file; stands as “{now}”, inactive"),
            Self::AddressUnusable { id, address } => {
                write!(f, "person {id}: no mail can be sent to “{address}”; correct it before they sign in")
            }
            Self::AddressReplaced { id, seen, now } => {
                write!(f, "person {id}: “{seen}” is empty or somebody else's; stands as {now}, inactive")
            }
            Self::Renamed { what, now } => write!(f, "{what}: its name was empty, too long or garbled; now “{now}”"),
            Self::Clocks { event, seen, twice: false, now } => {
                write!(f, "{event}: the clocks skip {seen}; taken as {}", shown_time(*now))
            }
            Self::Clocks { event, seen, twice: true, now } => {
                write!(f, "{event}: {seen} comes twice; the first was taken, {}", shown_time(*now))
            }
            Self::TimeUnreadable { event, seen, now } => {
                write!(f, "{event}: “{seen}” is not a time; its creation stands there, {}", shown_time(*now))
            }
            Self::FinalizedWithoutTime { event, now } => {
                write!(f, "{event}: not said when it was finalized; its creation stands there, {}", shown_time(*now))
            }
            Self::StatusUnknown { event, seen } => write!(f, "{event}: “{seen}” is not a state; taken as open"),
            Self::Tickets { event, seen, now } => write!(f, "{event}: “{seen}” is not a number of tickets; now {now}"),
            Self::LongText { event, whose, most } => {
                let whose =
                    whose.as_ref().map_or_else(|| "its notes are".into(), |name| format!("the note of {name} is"));
                write!(f, "{event}: {whose} longer than {most} characters; kept whole")
            }
            Self::Wish { event, person, seen, now: Some(now) } => {
                write!(f, "{event}: {person} asked for “{seen}”; taken as {now}")
            }
            Self::Wish { event, person, seen, now: None } => {
                write!(f, "{event}: {person} asked for “{seen}”, which is no number; stands as withdrawn")
            }
            Self::OutsideTiers { event, person, given } => {
                write!(f, "{event}: {person} got {}, which they had not asked for; kept", tickets(*given))
            }
            Self::Undecided { event, count } => {
                let count = counted(u64::try_from(*count).unwrap_or(u64::MAX), "request", "requests");
                write!(f, "{event}: finalized with {count} undecided; they got none")
            }
            Self::OverGiven { event, given, tickets, finalized: true } => {
                write!(f, "{event}: {given} of {tickets} tickets given; all stand, and it has {given} tickets now")
            }
            Self::OverGiven { event, given, tickets, finalized: false } => {
                write!(f, "{event}: a draft gave {given} of {tickets} tickets; all are undecided again")
            }
            Self::EventMissing { request, event } => {
                write!(f, "request {request} is for event {event}, which is not in the file; left out")
            }
        }
    }
}

fn shown_time(instant: DateTime<Utc>) -> impl fmt::Display {
    instant.format("%Y-%m-%d %H:%M UTC")
}
