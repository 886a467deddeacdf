//! What an event knows of the time after its result: until when things can be done, and what became of its tickets.

use chrono::{DateTime, TimeDelta, Utc};

use super::{super::entity::event, Event};
use crate::domain::after::{Guests, HandOn};

/// How long before it begins nothing is given back any more, unless the organizer says otherwise.
const RETURNS_END: TimeDelta = TimeDelta::hours(2);
/// How long before it begins it can be noted who came.
const DOOR_OPENS: TimeDelta = TimeDelta::hours(3);
/// How long after it the names of guests are kept.
pub const GUESTS_STAY: TimeDelta = TimeDelta::days(30);

/// What became of the tickets of an event after the result, as it is kept with the event.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct After {
    /// Tickets that are offered to people.
    pub offered: u32,
    /// Tickets on the open table.
    pub on_table: u32,
    /// How many entries its ledgers have; 0: nothing was given back yet.
    pub sequence: u32,
    /// When something happens next by itself.
    pub due_at: Option<DateTime<Utc>>,
    /// Until when tickets can be given back, where the organizer said so.
    pub returns_until: Option<DateTime<Utc>>,
    /// Whether they can be handed on.
    pub hand_on: HandOn,
    /// Whether guests are named.
    pub guests: Guests,
    /// Until when, where the organizer said so.
    pub guests_until: Option<DateTime<Utc>>,
}

impl After {
    pub(super) fn of(row: &event::Model) -> Option<Self> {
        Some(Self {
            offered: row.offered.try_into().ok()?,
            on_table: row.on_table.try_into().ok()?,
            sequence: row.after_sequence.try_into().ok()?,
            due_at: row.after_due_at,
            returns_until: row.returns_until,
            hand_on: HandOn::parse(&row.hand_on).ok()?,
            guests: Guests::parse(&row.guests).ok()?,
            guests_until: row.guests_until,
        })
    }

    /// Whether anything was given back, or is about to be.
    pub fn happens(self) -> bool {
        self.sequence > 0 || self.due_at.is_some()
    }
}

impl Event {
    /// Until when tickets can be given back: as the organizer said, or else until two hours before it begins; never after that.
    pub fn returns_until(&self) -> DateTime<Utc> {
        returns_until(self.schedule.starts_at, self.after.returns_until)
    }

    /// Until when people can say who their guests are: as the organizer said, or else as long as tickets can be given back.
    pub fn guests_until(&self) -> DateTime<Utc> {
        guests_until(self.schedule.starts_at, (self.after.returns_until, self.after.guests_until))
    }

    /// Whether people are asked who uses their tickets.
    pub fn asks_for_guests(&self) -> bool {
        self.after.guests != Guests::Off
    }

    /// Until when who came can be noted; then the names of guests are removed: 30 days after it ends, or begins where no end is
    /// known.
    pub fn door_closes_at(&self) -> DateTime<Utc> {
        self.ends_at.unwrap_or(self.schedule.starts_at) + GUESTS_STAY
    }

    /// From when on: three hours before it begins.
    pub fn door_opens_at(&self) -> DateTime<Utc> {
        self.schedule.starts_at - DOOR_OPENS
    }

    /// Whether who came can be noted now.
    pub fn door_is_open(&self, now: DateTime<Utc>) -> bool {
        self.door_opens_at() <= now && now < self.door_closes_at()
    }
}

/// The rule behind [`Event::returns_until`].
fn returns_until(starts_at: DateTime<Utc>, set: Option<DateTime<Utc>>) -> DateTime<Utc> {
    std::cmp::min(set.unwrap_or(starts_at - RETURNS_END), starts_at)
}

/// The rule behind [`Event::guests_until`]; `set`: what the organizer said of returns, and of guests.
pub fn guests_until(
    starts_at: DateTime<Utc>,
    (returns, guests): (Option<DateTime<Utc>>, Option<DateTime<Utc>>),
) -> DateTime<Utc> {
    guests.map_or_else(|| returns_until(starts_at, returns), |until| std::cmp::min(until, starts_at))
}
