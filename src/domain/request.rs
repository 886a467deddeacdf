//! Requests: the set of numbers someone would accept, and a note.

use allocation::{MAX_TIERS, Tiers, TiersError};
use serde::{Deserialize, Serialize};

use super::typed::{FieldError, Fields, Problem, lines, number};

/// The longest note, in characters.
pub const MAX_NOTE: usize = 500;

/// The longest reason for removing someone's request, in characters.
pub const MAX_REMOVAL_REASON: usize = 500;

/// What someone typed or ticked.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct RequestForm {
    /// Every accepted number; a blank one is a field left empty.
    pub tiers: Vec<String>,
    pub note: String,
    /// `on`: the person wants a copy by email.
    pub copy: String,
    pub version: String,
    /// How the person was named, by someone who may not choose from a list.
    pub sought: String,
}

/// A request, read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ask {
    pub tiers: Tiers,
    pub note: String,
}

impl RequestForm {
    /// Reads every field; each number must be 1 to `limit`.
    pub fn parse(&self, limit: u32) -> Result<Ask, Vec<FieldError>> {
        let mut fields = Fields::default();
        let tiers = fields.take("tiers", accepted(&self.tiers, limit));
        let note = fields.take("note", lines(&self.note, MAX_NOTE));
        let ask = (|| Some(Ask { tiers: tiers?, note: note? }))();
        fields.finish(ask)
    }
}

/// The accepted numbers as tiers, in whatever order they were ticked.
pub fn accepted(raw: &[String], limit: u32) -> Result<Tiers, Problem> {
    let typed = raw.iter().filter(|number| !number.trim().is_empty());
    let numbers = typed.map(|typed| number(typed, 1, limit)).collect::<Result<Vec<_>, _>>()?;
    Tiers::from_set(numbers).map_err(|error| match error {
        TiersError::Empty => Problem::NoNumber,
        TiersError::TooMany(_) => Problem::TooManyNumbers { max: MAX_TIERS },
        TiersError::Repeated(seen) | TiersError::Ascending(seen) => Problem::NumberTwice { seen },
        TiersError::OutOfRange(seen) => Problem::OutOfRange { min: 1, max: limit, seen: seen.to_string() },
    })
}
