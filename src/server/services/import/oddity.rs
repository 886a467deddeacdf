use std::fmt;

use allocation::Tiers;
use chrono::{DateTime, Utc};

use crate::{
    domain::{event::EventStatus, ids::EventId},
    server::db::legacy::{Misread, Place},
    words::tickets,
};

/// Early versions of the original had no such column, and everyone could sign in.
pub(super) const NO_ACTIVE: &str = "column users.is_active";

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
    /// A table or a column that is not in the file.
    Missing { what: String },
    /// A value that is no text as it stands.
    Misread(Misread),
    /// An event or a request names a person who is not in the file.
    PersonMissing { id: i64, now: String },
    /// An event does not say by number who made it.
    CreatorUnnamed { place: Place, seen: String, now: String },
    /// No mail can be sent to this address and nobody can sign in with it.
    AddressUnusable { place: Place, address: String },
    /// No address: the person is inactive under one that reaches nobody.
    AddressReplaced { place: Place, seen: String, now: String },
    /// Another person's address. They keep it, for this reason; this one is inactive under one that reaches nobody.
    AddressShared { place: Place, kept: Place, seen: String, now: String, why: &'static str },
    /// Two people have one number. What refers to it means the one who keeps it.
    NumberShared { place: Place, kept: Place, why: &'static str },
    /// A person without a number: nothing can refer to them.
    NoNumber { place: Place },
    /// Neither set nor not: taken as not set.
    NoFlag { place: Place, column: &'static str, seen: String },
    /// Not a time; another stands in its place, or none.
    NoTime { place: Place, column: &'static str, seen: String, now: Option<DateTime<Utc>> },
    /// The same once more; another row was taken, for this reason.
    Twice { place: Place, taken: Place, why: &'static str },
    /// An event without a number that ours could have. It is left out.
    EventLeftOut { place: Place, name: String },
    /// A request that names nobody. It is left out.
    NobodyAsks { place: Place, seen: String },
    /// Control characters in a text of several lines. They are left out.
    Cleaned { place: Place },
    /// An event that ours would not let begin so late. It stands.
    FarAhead { event: EventName, now: DateTime<Utc> },
    /// A name that is empty, too long, or holds control characters.
    Renamed { what: String, now: String },
    /// The clocks skip this local time (the moment after the gap was taken) or show it twice (the first).
    Clocks { event: EventName, seen: String, twice: bool, now: DateTime<Utc> },
    /// Not a time; that of creation stands in its place.
    TimeUnreadable { event: EventName, seen: String, now: DateTime<Utc> },
    /// Finalized, but not said when; the time of creation stands in its place.
    FinalizedWithoutTime { event: EventName, now: DateTime<Utc> },
    /// A word for a state that the original did not use, but that can mean only one.
    StatusRead { event: EventName, seen: String, now: EventStatus },
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
    Undecided { event: EventName, people: Vec<String> },
    /// More given than there is, each number possible by itself.
    OverGiven { event: EventName, given: u64, tickets: u32, finalized: bool },
    /// A request for an event that is not in the file. It is left out.
    EventMissing { place: Place, event: String },
}

impl fmt::Display for EventName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "event {} “{}”", self.event, self.name)
    }
}

impl fmt::Display for Oddity {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Missing { what } => {
                let counts = if what == NO_ACTIVE { "everyone counts as active" } else { "all in it counts as empty" };
                write!(f, "there is no {what}; {counts}")
            }
            Self::Misread(misread) => misread.fmt(f),
            Self::NoTime { place, column, seen, now } => {
                write!(f, "{place}: its {column}, {seen}, is not a time from 1970 to 2199")?;
                now.map_or(Ok(()), |now| write!(f, "; taken as {}", shown_time(now)))
            }
            Self::Twice { place, taken, why } => {
                let same = match place.table {
                    "users" => "id and the address",
                    "events" => "id",
                    _ => "person and the event",
                };
                write!(f, "{place} has the {same} of {taken}, which was taken, since {why}; left out")
            }
            Self::Cleaned { place } => write!(f, "{place}: control characters in its notes; left out of them"),
            Self::PersonMissing { .. }
            | Self::CreatorUnnamed { .. }
            | Self::AddressUnusable { .. }
            | Self::AddressReplaced { .. }
            | Self::AddressShared { .. }
            | Self::NumberShared { .. }
            | Self::NoNumber { .. }
            | Self::NoFlag { .. }
            | Self::Renamed { .. } => self.of_person(f),
            Self::NobodyAsks { .. }
            | Self::EventMissing { .. }
            | Self::Wish { .. }
            | Self::OutsideTiers { .. }
            | Self::Undecided { .. }
            | Self::OverGiven { .. } => self.of_request(f),
            _ => self.of_event(f),
        }
    }
}

impl Oddity {
    fn of_person(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::PersonMissing { id, now } => {
                write!(f, "person {id} is not in the file; stands as “{now}”, inactive")
            }
            Self::CreatorUnnamed { place, seen, now } => {
                write!(
                    f,
                    "{place}: its created_by, {seen}, is nobody’s number; its creator stands as “{now}”, inactive"
                )
            }
            Self::AddressUnusable { place, address } => {
                write!(f, "{place}: no mail can be sent to {address}; correct it before they sign in")
            }
            Self::AddressReplaced { place, seen, now } => {
                write!(f, "{place}: its address, {seen}, cannot be one; stands as {now}, inactive")
            }
            Self::AddressShared { place, kept, seen, now, why } => write!(
                f,
                "{place}: {seen} is also the address of {kept}, which keeps it, since {why}; stands as {now}, inactive"
            ),
            Self::NumberShared { place, kept, why } => write!(
                f,
                "{place}: its number is also that of {kept}, which keeps it, since {why}; it comes along without a number, and \
                 no event or request is its own"
            ),
            Self::NoNumber { place } => write!(f, "{place}: has no number; no event or request is its own"),
            Self::NoFlag { place, column, seen } => {
                write!(f, "{place}: its {column}, {seen}, is not 0 or 1; taken as 0")
            }
            Self::Renamed { what, now } => write!(f, "{what}: its name was empty, too long or garbled; now “{now}”"),
            _ => Ok(()),
        }
    }

    fn of_event(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::EventLeftOut { place, name } => write!(
                f,
                "{place}, {name}: its number is not between 1 and {}, so no link could lead to it; left out",
                i32::MAX
            ),
            Self::FarAhead { event, now } => {
                write!(f, "{event}: begins more than ten years ahead, {}; kept", shown_time(*now))
            }
            Self::Clocks { event, seen, twice: false, now } => {
                write!(f, "{event}: the clocks skip {seen}; taken as {}", shown_time(*now))
            }
            Self::Clocks { event, seen, twice: true, now } => {
                write!(f, "{event}: {seen} comes twice; the first was taken, {}", shown_time(*now))
            }
            Self::TimeUnreadable { event, seen, now } => {
                let now = shown_time(*now);
                write!(f, "{event}: {seen} is not a time from 1970 to 2199; its creation stands there, {now}")
            }
            Self::FinalizedWithoutTime { event, now } => {
                write!(f, "{event}: not said when it was finalized; its creation stands there, {}", shown_time(*now))
            }
            Self::StatusRead { event, seen, now } => {
                write!(f, "{event}: {seen} is not a state of the original; taken as {}", now.as_str())
            }
            Self::StatusUnknown { event, seen } => write!(f, "{event}: {seen} is not a state; taken as open"),
            Self::Tickets { event, seen, now } => write!(f, "{event}: {seen} is not a number of tickets; now {now}"),
            Self::LongText { event, whose, most } => {
                let whose =
                    whose.as_ref().map_or_else(|| "its notes are".into(), |name| format!("the note of {name} is"));
                write!(f, "{event}: {whose} longer than {most} characters; kept whole")
            }
            _ => Ok(()),
        }
    }

    fn of_request(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NobodyAsks { place, seen } => write!(f, "{place}: its user_id, {seen}, names nobody; left out"),
            Self::EventMissing { place, event } => {
                write!(f, "{place}: is for event {event}, which is not in the file or was left out; left out")
            }
            Self::Wish { event, person, seen, now: Some(now) } => {
                write!(f, "{event}: {person} asked for {seen}; taken as {now}")
            }
            Self::Wish { event, person, seen, now: None } => {
                write!(f, "{event}: {person} asked for {seen}, which is no number; stands as withdrawn")
            }
            Self::OutsideTiers { event, person, given } => {
                write!(f, "{event}: {person} got {}, which they had not asked for; kept", tickets(*given))
            }
            Self::Undecided { event, people } => {
                write!(f, "{event}: finalized while undecided, so they got none: {}", people.join(", "))
            }
            Self::OverGiven { event, given, tickets, finalized: true } => {
                write!(f, "{event}: {given} of {tickets} tickets given; all stand, and it has {given} tickets now")
            }
            Self::OverGiven { event, given, tickets, finalized: false } => {
                write!(f, "{event}: a draft gave {given} of {tickets} tickets; all are undecided again")
            }
            _ => Ok(()),
        }
    }
}

fn shown_time(instant: DateTime<Utc>) -> impl fmt::Display {
    instant.format("%Y-%m-%d %H:%M UTC")
}
