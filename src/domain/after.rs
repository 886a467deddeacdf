//! What an organizer sets about the time after the result. On the server only: the browser never needs to know zones.

use chrono::{DateTime, TimeDelta, Utc};
use serde::{Deserialize, Serialize};

use super::{
    person::choice,
    schedule::Schedule,
    typed::{FieldError, Fields, Problem},
};

/// Whether people may hand tickets on to somebody they name.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum HandOn {
    /// They may not.
    #[default]
    Off,
    /// They may, once somebody who runs the event confirms it.
    Confirm,
    /// They may.
    Free,
}

impl HandOn {
    /// All choices, from the least to the most.
    pub const ALL: [Self; 3] = [Self::Off, Self::Confirm, Self::Free];

    /// The word used in forms and in the database.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Off => "off",
            Self::Confirm => "confirm",
            Self::Free => "free",
        }
    }

    /// Reads [`HandOn::as_str`] back.
    pub fn parse(raw: &str) -> Result<Self, Problem> {
        choice(raw, &Self::ALL, Self::as_str)
    }
}

/// Whether people say who uses their tickets.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Guests {
    /// Nobody is asked.
    #[default]
    Off,
    /// They may.
    Optional,
    /// They have to.
    Required,
}

impl Guests {
    /// All choices, from the least to the most.
    pub const ALL: [Self; 3] = [Self::Off, Self::Optional, Self::Required];

    /// The word used in forms and in the database.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Off => "off",
            Self::Optional => "optional",
            Self::Required => "required",
        }
    }

    /// Reads [`Guests::as_str`] back.
    pub fn parse(raw: &str) -> Result<Self, Problem> {
        choice(raw, &Self::ALL, Self::as_str)
    }
}

/// What an organizer types about it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct AfterForm {
    /// `YYYY-MM-DDTHH:MM`, local in the event's zone; empty: two hours before the event begins.
    pub returns_until: String,
    /// [`HandOn`].
    pub hand_on: String,
    /// [`Guests`].
    pub guests: String,
    /// As `returns_until`; empty: as long as tickets can be given back.
    pub guests_until: String,
    pub version: String,
}

/// The same, read. Instants are UTC.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct AfterSettings {
    pub returns_until: Option<DateTime<Utc>>,
    pub hand_on: HandOn,
    pub guests: Guests,
    pub guests_until: Option<DateTime<Utc>>,
}

impl AfterSettings {
    /// The same for an event at another time: as long before its start, by the clocks of its zone. What would be over `now` is left
    /// as every event has it.
    #[must_use]
    pub fn moved(self, from: &Schedule, to: &Schedule, now: DateTime<Utc>) -> Self {
        let moved = |at: DateTime<Utc>| {
            let before = from.zone.local(from.starts_at) - from.zone.local(at);
            let at = to.zone.first_at(to.zone.local(to.starts_at) - before.max(TimeDelta::zero()))?;
            Some(at.min(to.starts_at)).filter(|at| *at > now)
        };
        Self {
            returns_until: self.returns_until.and_then(moved),
            guests_until: self.guests_until.and_then(moved),
            ..self
        }
    }
}

impl AfterForm {
    /// Reads every field, for an event that takes place then.
    ///
    /// # Errors
    /// What is none of the choices, no time, or a time after the event begins.
    pub fn parse(&self, schedule: &Schedule) -> Result<AfterSettings, Vec<FieldError>> {
        let mut fields = Fields::default();
        let until = |typed: &str| match typed.trim() {
            "" => Ok(None),
            typed => match schedule.zone.instant(typed)? {
                at if at > schedule.starts_at => Err(Problem::AfterTheStart),
                at => Ok(Some(at)),
            },
        };
        let returns_until = fields.take("returns_until", until(&self.returns_until));
        let hand_on = fields.take("hand_on", HandOn::parse(&self.hand_on));
        let guests = fields.take("guests", Guests::parse(&self.guests));
        let guests_until = fields.take("guests_until", until(&self.guests_until));
        let settings = (|| {
            Some(AfterSettings {
                returns_until: returns_until?,
                hand_on: hand_on?,
                guests: guests?,
                guests_until: guests_until?,
            })
        })();
        fields.finish(settings)
    }
}
