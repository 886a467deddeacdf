//! Events: what they hold, the states they go through, what others may see.

use serde::{Deserialize, Serialize};

use super::{
    person::choice,
    typed::{Problem, token},
};

/// The longest event name, in characters.
pub const MAX_NAME: usize = 120;
/// The longest notes, in characters.
pub const MAX_NOTES: usize = 4_000;
/// The longest place, in characters.
pub const MAX_PLACE: usize = 160;
/// The longest name of a season, in characters.
pub const MAX_SEASON_NAME: usize = 60;
/// What stands in the form of an event that is to count in no season.
pub const NO_SEASON: &str = "none";
/// The largest number of tickets an event is created with.
pub const MAX_TICKETS: u32 = 100_000;
/// The largest number one request may name.
pub const MAX_LIMIT: u32 = 1_000;
/// The limit of a request where the organizer says nothing.
pub const DEFAULT_LIMIT: u32 = 8;

/// Where an event stands: `open ↔ closed → finalized → closed`, and `canceled` from each.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum EventStatus {
    /// Members ask, change and withdraw.
    Open,
    /// The list of requests is frozen; the organizer allocates.
    Closed,
    /// Locked; everyone was told.
    Finalized,
    /// Does not take place.
    Canceled,
}

impl EventStatus {
    /// All states.
    pub const ALL: [Self; 4] = [Self::Open, Self::Closed, Self::Finalized, Self::Canceled];

    /// The word used in the database.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Open => "open",
            Self::Closed => "closed",
            Self::Finalized => "finalized",
            Self::Canceled => "cancelled",
        }
    }

    /// Reads [`EventStatus::as_str`] back.
    pub fn parse(raw: &str) -> Result<Self, Problem> {
        choice(raw, &Self::ALL, Self::as_str)
    }
}

/// What people see of each other's requests. Notes are for the organizer and the author under every setting.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Visibility {
    /// One's own request only.
    Own,
    /// How many people asked for how many tickets, without names.
    Numbers,
    /// Names beside numbers.
    Names,
}

impl Visibility {
    /// All settings, from the least to the most.
    pub const ALL: [Self; 3] = [Self::Own, Self::Numbers, Self::Names];

    /// The word used in forms and in the database.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Own => "own",
            Self::Numbers => "numbers",
            Self::Names => "names",
        }
    }

    /// Reads [`Visibility::as_str`] back.
    pub fn parse(raw: &str) -> Result<Self, Problem> {
        choice(raw, &Self::ALL, Self::as_str)
    }
}

/// What an organizer types about an event.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct EventForm {
    pub name: String,
    /// `YYYY-MM-DDTHH:MM`, local in `zone`.
    pub starts: String,
    /// An IANA name such as `Europe/London`.
    pub zone: String,
    /// As `starts`; empty: requests close when the event begins.
    pub closes: String,
    /// As `starts`; empty: nothing is said of the end.
    pub ends: String,
    /// Where it takes place; may be empty.
    pub place: String,
    pub tickets: String,
    /// The most one request may name; empty: [`DEFAULT_LIMIT`].
    pub limit: String,
    pub notes: String,
    /// [`Visibility`] until the event is finalized.
    pub shows_before: String,
    /// [`Visibility`] once it is finalized.
    pub shows_after: String,
    /// The number of a season, [`NO_SEASON`], or empty: nothing is said.
    pub season: String,
    /// The name of a season to make, instead of `season`.
    pub new_season: String,
    /// What the public will add to the draw, such as "the lottery numbers of December 5"; empty: nothing.
    pub public_input_name: String,
    /// When that becomes known, as `starts`; empty: nothing is said.
    pub known_at: String,
    /// [`RandomnessSource`](super::draw::RandomnessSource); empty: as it is, for a new event drand.
    pub randomness: String,
    pub version: String,
    /// What tells a new form from another: letters and digits. Sent twice, a form makes one event.
    pub once: String,
    /// The number of an event it is like: what was set there about the time after the result comes along; may be empty.
    pub like: String,
}

impl EventForm {
    /// [`EventForm::once`], where it is of that kind.
    pub fn token(&self) -> Option<&str> {
        token(&self.once)
    }
}
