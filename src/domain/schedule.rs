//! When an event begins and when requests close: local times with their zone, kept as instants.

use chrono::{
    DateTime, Datelike, LocalResult, NaiveDate, NaiveDateTime, NaiveTime, TimeDelta, TimeZone, Timelike, Utc,
};
use chrono_tz::Tz;
use serde::{Deserialize, Serialize};

use super::typed::{FieldError, Fields, Problem};

/// A zone of the IANA time zone database; stored by its name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Zone(pub Tz);

/// When an event begins, and when its requests close. Both UTC; `zone` says how to show them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Schedule {
    pub starts_at: DateTime<Utc>,
    /// `None`: requests close when the event begins.
    pub closes_at: Option<DateTime<Utc>>,
    pub zone: Zone,
}

impl Zone {
    /// Reads an IANA name, whatever its case.
    pub fn parse(raw: &str) -> Result<Self, Problem> {
        let name = raw.trim();
        if name.is_empty() {
            return Err(Problem::Missing);
        }
        Tz::from_str_insensitive(name)
            .map(Self)
            .map_err(|_| Problem::UnknownZone { seen: name.chars().take(60).collect() })
    }

    /// The zone's IANA name.
    pub fn name(self) -> &'static str {
        self.0.name()
    }

    /// The instant at which this zone's clocks show `raw` (`YYYY-MM-DDTHH:MM`, seconds from 0 to 59 accepted). Which year is
    /// too far ahead depends on the clock: [`EventDetails::judge`](super::event_details::EventDetails::judge) sees to it.
    pub fn instant(self, raw: &str) -> Result<DateTime<Utc>, Problem> {
        let typed = raw.trim();
        if typed.is_empty() {
            return Err(Problem::Missing);
        }
        let seen: String = typed.chars().take(40).collect();
        let local = ["%Y-%m-%dT%H:%M", "%Y-%m-%dT%H:%M:%S", "%Y-%m-%d %H:%M", "%Y-%m-%d %H:%M:%S"]
            .iter()
            .find_map(|format| NaiveDateTime::parse_from_str(typed, format).ok())
            .filter(|local| has_plain_year(typed) && local.year() >= 1970 && !is_leap_second(local))
            .ok_or_else(|| Problem::NotATime { seen: seen.clone() })?;
        match self.0.from_local_datetime(&local) {
            LocalResult::Single(instant) => Ok(instant.with_timezone(&Utc)),
            LocalResult::Ambiguous(..) => Err(Problem::TimeTwice { seen, zone: self.name().to_owned() }),
            LocalResult::None => Err(Problem::TimeSkipped { seen, zone: self.name().to_owned() }),
        }
    }

    /// What this zone's clocks show.
    pub fn local(self, instant: DateTime<Utc>) -> NaiveDateTime {
        instant.with_timezone(&self.0).naive_local()
    }

    /// The first instant at which this zone's clocks show that; where they skip it, as long after the skip.
    pub fn first_at(self, local: NaiveDateTime) -> Option<DateTime<Utc>> {
        let later = |hours| self.0.from_local_datetime(&(local + TimeDelta::hours(hours))).earliest();
        later(0).or_else(|| later(1)).map(|at| at.with_timezone(&Utc))
    }

    /// The first instant of a day (`YYYY-MM-DD`) in this zone.
    pub fn day_start(self, raw: &str) -> Result<DateTime<Utc>, Problem> {
        Ok(self.start_of(day(raw)?))
    }

    /// The first instant that no longer belongs to a day in this zone.
    pub fn day_end(self, raw: &str) -> Result<DateTime<Utc>, Problem> {
        Ok(self.start_of(day(raw)? + chrono::Days::new(1)))
    }

    fn start_of(self, day: NaiveDate) -> DateTime<Utc> {
        // Where the clocks are put forward over midnight, the day begins when they have been.
        let local = |hour| day.and_hms_opt(hour, 0, 0).and_then(|at| self.0.from_local_datetime(&at).earliest());
        let start = local(0).or_else(|| local(1)).or_else(|| local(2));
        start.map_or_else(|| day.and_time(NaiveTime::MIN).and_utc(), |start| start.with_timezone(&Utc))
    }

    /// What is said of a time that lies too far ahead of `now`.
    pub fn too_far_ahead(self, at: DateTime<Utc>, now: DateTime<Utc>) -> Problem {
        let latest = (now + MAX_AHEAD).with_timezone(&self.0).format("%Y-%m-%d").to_string();
        Problem::TooFarAhead { seen: self.field(at), latest }
    }

    /// The local time in this zone as a `datetime-local` field holds it.
    pub fn field(self, instant: DateTime<Utc>) -> String {
        instant.with_timezone(&self.0).format("%Y-%m-%dT%H:%M").to_string()
    }
}

/// A day from 1970 to 2199.
fn day(raw: &str) -> Result<NaiveDate, Problem> {
    let seen: String = raw.trim().chars().take(40).collect();
    let day = NaiveDate::parse_from_str(&seen, "%Y-%m-%d").ok();
    day.filter(|day| has_plain_year(&seen) && (1970..=2199).contains(&day.year())).ok_or(Problem::NotADay { seen })
}

/// Whether a text begins with four digits and no more: a year that every calendar reads, without a sign.
fn has_plain_year(typed: &str) -> bool {
    typed.find(|c: char| !c.is_ascii_digit()) == Some(4)
}

/// Whether a time has a 60th second. It never shows on our clocks, and few calendars read it.
pub fn is_leap_second(local: &NaiveDateTime) -> bool {
    local.nanosecond() >= 1_000_000_000
}

/// How far ahead an event may begin, in days: ten years. A start of another millennium would hide an event at the end of
/// every list, and a year of five digits sorts before all others as text.
const MAX_AHEAD: TimeDelta = TimeDelta::days(3_653);

/// Whether a time lies so far ahead of `now` that no event may begin then.
pub fn is_too_far_ahead(at: DateTime<Utc>, now: DateTime<Utc>) -> bool {
    at - now > MAX_AHEAD
}

impl Schedule {
    /// Reads both times; [`Schedule::judge`] sees whether they make sense.
    pub fn read(fields: &mut Fields, starts: &str, closes: &str, zone: Zone) -> Option<Self> {
        let starts_at = fields.take("starts", zone.instant(starts));
        let closes_at = match closes.trim() {
            "" => Some(None),
            closes => fields.take("closes", zone.instant(closes)).map(Some),
        };
        let (starts_at, closes_at) = (starts_at?, closes_at?);
        Some(Self { starts_at, closes_at, zone })
    }

    /// Judges the times at `now`. What stood there `before` may lie in the past, what is new may not; requests close
    /// before the event begins, or at that moment.
    pub fn judge(&self, now: DateTime<Utc>, before: Option<&Self>) -> Vec<FieldError> {
        let mut fields = Fields::default();
        let new_start = before.is_none_or(|before| before.starts_at != self.starts_at);
        let new_close = before.is_none_or(|before| before.closes_at != self.closes_at);
        if new_start && self.starts_at <= now {
            fields.refuse("starts", Problem::InThePast);
        } else if new_start && is_too_far_ahead(self.starts_at, now) {
            fields.refuse("starts", self.zone.too_far_ahead(self.starts_at, now));
        }
        if self.closes_at.is_some_and(|closes_at| closes_at > self.starts_at) {
            fields.refuse("closes", Problem::ClosesAfterStart);
        } else if new_close && self.closes_at.is_some_and(|closes_at| closes_at <= now) {
            fields.refuse("closes", Problem::InThePast);
        }
        fields.errors()
    }

    /// When requests close: as set, and at the latest when the event begins.
    pub fn requests_close_at(&self) -> DateTime<Utc> {
        self.closes_at.unwrap_or(self.starts_at)
    }

    /// Whether requests that are open at `now` close within two days.
    pub fn closes_soon(&self, now: DateTime<Utc>) -> bool {
        self.requests_close_at() - now < TimeDelta::days(2)
    }
}
