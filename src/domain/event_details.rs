//! An event's details, read from the form. On the server only: the browser never needs to know zones.

use super::{
    draw::MAX_INPUT_NAME,
    event::{DEFAULT_LIMIT, EventForm, MAX_LIMIT, MAX_NAME, MAX_NOTES, MAX_POOL_NAME, MAX_TICKETS, Visibility},
    schedule::{Schedule, Zone},
    typed::{FieldError, Fields, Problem, line, lines, number, optional_line},
};

use crate::domain::ids::PoolId;

/// An event's details, read. Instants are UTC.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EventDetails {
    pub name: String,
    pub schedule: Schedule,
    pub tickets: u32,
    pub limit: u32,
    pub notes: String,
    pub shows_before: Visibility,
    pub shows_after: Visibility,
    /// The pool's number; whether it exists is for the service to see.
    pub pool: PoolId,
    /// The name of a pool that goes before `pool`; it is made if there is none of this name.
    pub new_pool: Option<String>,
    /// What the public will add to the draw; empty: nothing.
    pub public_input_name: String,
}

impl EventForm {
    /// Reads every field. Whether the times lie in the past is not judged here: that depends on the clock and on what
    /// stood there before.
    pub fn parse(&self) -> Result<EventDetails, Vec<FieldError>> {
        let mut fields = Fields::default();
        let name = fields.take("name", line(&self.name, MAX_NAME));
        let zone = fields.take("zone", Zone::parse(&self.zone));
        let schedule = match zone {
            Some(zone) => Schedule::read(&mut fields, &self.starts, &self.closes, zone),
            None if self.starts.trim().is_empty() => fields.take("starts", Err(Problem::Missing)),
            None => None,
        };
        let tickets = fields.take("tickets", number(&self.tickets, 0, MAX_TICKETS));
        let limit = match self.limit.trim() {
            "" => Some(DEFAULT_LIMIT),
            limit => fields.take("limit", number(limit, 1, MAX_LIMIT)),
        };
        let notes = fields.take("notes", lines(&self.notes, MAX_NOTES));
        let shows_before = fields.take("shows_before", Visibility::parse(or(&self.shows_before, "numbers")));
        let shows_after = fields.take("shows_after", Visibility::parse(or(&self.shows_after, "names")));
        let pool = fields.take("pool", number(or(&self.pool, "1"), 1, 1_000_000));
        let new_pool = fields.take("new_pool", optional_line(&self.new_pool, MAX_POOL_NAME));
        let public_input_name =
            fields.take("public_input_name", optional_line(&self.public_input_name, MAX_INPUT_NAME));
        let details = (|| {
            Some(EventDetails {
                name: name?,
                schedule: schedule?,
                tickets: tickets?,
                limit: limit?,
                notes: notes?,
                shows_before: shows_before?,
                shows_after: shows_after?,
                pool: PoolId::new(i32::try_from(pool?).ok()?),
                new_pool: new_pool.map(Some)?.filter(|name| !name.is_empty()),
                public_input_name: public_input_name?,
            })
        })();
        fields.finish(details)
    }
}

fn or<'a>(typed: &'a str, default: &'a str) -> &'a str {
    if typed.trim().is_empty() { default } else { typed }
}
