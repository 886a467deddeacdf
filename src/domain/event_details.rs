//! An event's details, read from the form. On the server only: the browser never needs to know zones.

use chrono::{DateTime, TimeDelta, Utc};

use super::{
    draw::{MAX_INPUT_NAME, RandomnessSource},
    event::{
        DEFAULT_LIMIT, EventForm, MAX_LIMIT, MAX_NAME, MAX_NOTES, MAX_PLACE, MAX_SEASON_NAME, MAX_TICKETS, NO_SEASON,
        Visibility,
    },
    schedule::{Schedule, Zone, is_too_far_ahead},
    typed::{FieldError, Fields, Problem, line, lines, number, optional_line, plain_line},
};

use crate::domain::ids::SeasonId;

/// How long an event may take, in days.
const MOST_DAYS: i64 = 31;

/// In which season an event is to count. Whether it exists, and whose it is, is for the service to see.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SeasonChoice {
    /// Nothing was said: where it is; a new event in the first season its maker keeps, if any.
    Unsaid,
    /// In none.
    None,
    /// In this one.
    This(SeasonId),
    /// In the one of this name; it is made if there is none.
    Named(String),
}

/// An event's details, read. Instants are UTC.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EventDetails {
    pub name: String,
    pub schedule: Schedule,
    /// Where it takes place, one line; empty: nothing is said.
    pub place: String,
    /// When it ends; `None`: nothing is said.
    pub ends_at: Option<DateTime<Utc>>,
    pub tickets: u32,
    pub limit: u32,
    pub notes: String,
    pub shows_before: Visibility,
    pub shows_after: Visibility,
    pub season: SeasonChoice,
    pub outside: Outside,
}

/// What goes into the draws of an event from outside.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Outside {
    /// `None`: nothing was said.
    pub source: Option<RandomnessSource>,
    /// What the public will add to the draw; empty: nothing.
    pub name: String,
    /// When that becomes known.
    pub known_at: Option<DateTime<Utc>>,
}

impl EventDetails {
    /// Judges the times at `now`: those of the schedule ([`Schedule::judge`]), and that what is typed in becomes known within
    /// the same bound. `before` is what stood there.
    pub fn judge(&self, now: DateTime<Utc>, before: Option<(&Schedule, Option<DateTime<Utc>>)>) -> Vec<FieldError> {
        let mut errors = self.schedule.judge(now, before.map(|(schedule, _)| schedule));
        let new = self.outside.known_at.filter(|_| before.is_none_or(|(_, before)| before != self.outside.known_at));
        if let Some(known_at) = new.filter(|known_at| is_too_far_ahead(*known_at, now)) {
            let problem = self.schedule.zone.too_far_ahead(known_at, now);
            errors.push(FieldError { field: "known_at".into(), problem });
        }
        errors
    }
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
        let place = fields.take("place", optional_line(&self.place, MAX_PLACE));
        let ends_at = fields.take("ends", self.ends(schedule.as_ref()));
        let tickets = fields.take("tickets", number(&self.tickets, 0, MAX_TICKETS));
        let limit = match self.limit.trim() {
            "" => Some(DEFAULT_LIMIT),
            limit => fields.take("limit", number(limit, 1, MAX_LIMIT)),
        };
        let notes = fields.take("notes", lines(&self.notes, MAX_NOTES));
        let shows_before = fields.take("shows_before", Visibility::parse(or(&self.shows_before, "numbers")));
        let shows_after = fields.take("shows_after", Visibility::parse(or(&self.shows_after, "names")));
        let season = self.season(&mut fields);
        let outside = self.outside(&mut fields, schedule.as_ref());
        let details = (|| {
            Some(EventDetails {
                name: name?,
                schedule: schedule?,
                place: place?,
                ends_at: ends_at?,
                tickets: tickets?,
                limit: limit?,
                notes: notes?,
                shows_before: shows_before?,
                shows_after: shows_after?,
                season: season?,
                outside: outside?,
            })
        })();
        fields.finish(details)
    }

    /// An event ends after it begins, at most [`MOST_DAYS`] later. Nothing where the start cannot be read: that is said already.
    fn ends(&self, schedule: Option<&Schedule>) -> Result<Option<DateTime<Utc>>, Problem> {
        let (typed, Some(schedule)) = (self.ends.trim(), schedule) else { return Ok(None) };
        if typed.is_empty() {
            return Ok(None);
        }
        let ends_at = schedule.zone.instant(typed)?;
        let lasts = ends_at - schedule.starts_at;
        if lasts <= TimeDelta::zero() || lasts > TimeDelta::days(MOST_DAYS) {
            return Err(Problem::EndsAtOddTime);
        }
        Ok(Some(ends_at))
    }

    /// Something to type in has a name, and becomes known after requests close; the other sources have neither.
    fn outside(&self, fields: &mut Fields, schedule: Option<&Schedule>) -> Option<Outside> {
        let source = match self.randomness.trim() {
            "" => None,
            word => Some(fields.take("randomness", RandomnessSource::parse(word))?),
        };
        let name = fields.take("public_input_name", plain_line(&self.public_input_name, MAX_INPUT_NAME))?;
        let typed = source == Some(RandomnessSource::Typed) || (source.is_none() && !name.is_empty());
        if typed && name.is_empty() {
            return fields.take("public_input_name", Err(Problem::Missing));
        }
        let given = [("public_input_name", !name.is_empty()), ("known_at", !self.known_at.trim().is_empty())];
        if let Some((field, _)) = given.into_iter().find(|&(_, given)| given && !typed) {
            return fields.take(field, Err(Problem::NothingIsTyped));
        }
        let known_at = match (self.known_at.trim(), schedule) {
            ("", _) | (_, None) => None,
            (typed, Some(schedule)) => {
                let at = fields.take("known_at", schedule.zone.instant(typed))?;
                if at <= schedule.requests_close_at() {
                    return fields.take("known_at", Err(Problem::KnownTooSoon));
                }
                Some(at)
            }
        };
        Some(Outside { source: if typed { Some(RandomnessSource::Typed) } else { source }, name, known_at })
    }

    /// The name of a new season goes before what was chosen.
    fn season(&self, fields: &mut Fields) -> Option<SeasonChoice> {
        let chosen = match self.season.trim() {
            "" => Some(SeasonChoice::Unsaid),
            NO_SEASON => Some(SeasonChoice::None),
            number_of => fields
                .take("season", number(number_of, 1, 1_000_000))
                .and_then(|id| Some(SeasonChoice::This(SeasonId::new(i32::try_from(id).ok()?)))),
        };
        let named = fields.take("new_season", optional_line(&self.new_season, MAX_SEASON_NAME))?;
        if named.is_empty() { chosen } else { Some(SeasonChoice::Named(named)) }
    }
}

fn or<'a>(typed: &'a str, default: &'a str) -> &'a str {
    if typed.trim().is_empty() { default } else { typed }
}
