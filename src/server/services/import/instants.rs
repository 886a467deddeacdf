//! Times as the original wrote them: `2025-09-01 19:30:00`, with or without fractions of a second, mostly without zone.

use chrono::{
    DateTime, Datelike, Duration, LocalResult, NaiveDate, NaiveDateTime, NaiveTime, SubsecRound, TimeZone, Timelike,
    Utc,
};

use super::{Oddity, Report, text::shown_or_null};
use crate::{
    domain::schedule::{Zone, is_leap_second},
    server::db::legacy::Place,
};

/// The years that are taken: what lies beyond is a slip, or a way to write "never".
const YEARS: std::ops::RangeInclusive<i32> = 1970..=2199;

/// How well a local time names one moment.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Fit {
    /// Exactly one.
    Once,
    /// None: the clocks skip it. The moment after the gap was taken.
    Skipped,
    /// Two: the clocks are put back over it. The first was taken.
    Twice,
}

/// A time that is UTC.
pub(super) fn utc(raw: Option<&str>) -> Option<DateTime<Utc>> {
    let raw = raw?.trim();
    zoned(raw).or_else(|| naive(raw).map(|naive| naive.and_utc())).map(|instant| instant.trunc_subsecs(3))
}

/// The same, or what stands in its place where it is missing; reports what is no time.
pub(super) fn told(
    place: &Place,
    column: &'static str,
    raw: Option<&str>,
    instead: DateTime<Utc>,
    report: &mut Report,
) -> DateTime<Utc> {
    let read = utc(raw);
    if raw.is_some() && read.is_none() {
        let (place, seen) = (place.clone(), shown_or_null(raw));
        report.oddities.push(Oddity::NoTime { place, column, seen, now: Some(instead) });
    }
    read.unwrap_or(instead)
}

/// A time that is local in `zone`, unless it names an offset itself.
pub(super) fn local(raw: Option<&str>, zone: Zone) -> Option<(DateTime<Utc>, Fit)> {
    let raw = raw?.trim();
    if let Some(instant) = zoned(raw) {
        return Some((instant.trunc_subsecs(3), Fit::Once));
    }
    let naive = naive(raw)?.trunc_subsecs(3);
    match zone.0.from_local_datetime(&naive) {
        LocalResult::Single(instant) => Some((instant.to_utc(), Fit::Once)),
        LocalResult::Ambiguous(first, _) => Some((first.to_utc(), Fit::Twice)),
        LocalResult::None => after_gap(naive, zone).map(|instant| (instant, Fit::Skipped)),
    }
}

/// The first minute after `naive` that the zone's clocks show. The longest gap was a whole day (Samoa, 2011).
fn after_gap(naive: NaiveDateTime, zone: Zone) -> Option<DateTime<Utc>> {
    let minute = naive.with_second(0)?.with_nanosecond(0)?;
    (1..=25 * 60).find_map(|minutes| {
        let later = minute.checked_add_signed(Duration::minutes(minutes))?;
        zone.0.from_local_datetime(&later).earliest().map(|instant| instant.to_utc())
    })
}

fn zoned(raw: &str) -> Option<DateTime<Utc>> {
    let formats = ["%Y-%m-%dT%H:%M:%S%.f%#z", "%Y-%m-%d %H:%M:%S%.f%#z", "%Y-%m-%dT%H:%M%#z", "%Y-%m-%d %H:%M%#z"];
    let zoned = formats.iter().find_map(|format| DateTime::parse_from_str(raw, format).ok())?;
    sane(raw, zoned.naive_utc()).map(|naive| naive.and_utc())
}

fn naive(raw: &str) -> Option<NaiveDateTime> {
    let formats = ["%Y-%m-%d %H:%M:%S%.f", "%Y-%m-%dT%H:%M:%S%.f", "%Y-%m-%d %H:%M", "%Y-%m-%dT%H:%M"];
    let midnight = || NaiveDate::parse_from_str(raw, "%Y-%m-%d").ok().map(|date| date.and_time(NaiveTime::MIN));
    let read = formats.iter().find_map(|format| NaiveDateTime::parse_from_str(raw, format).ok()).or_else(midnight);
    read.and_then(|read| sane(raw, read))
}

/// A year of four digits within [`YEARS`], and at most 59 seconds.
fn sane(raw: &str, naive: NaiveDateTime) -> Option<NaiveDateTime> {
    let plain = raw.find(|c: char| !c.is_ascii_digit()) == Some(4);
    (plain && YEARS.contains(&naive.year()) && !is_leap_second(&naive)).then_some(naive)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn london(raw: &str) -> (String, Fit) {
        let (instant, fit) = local(Some(raw), Zone::parse("Europe/London").unwrap()).unwrap();
        (instant.to_rfc3339(), fit)
    }

    #[test]
    fn a_local_time_is_read_in_the_zone() {
        assert_eq!(london("2025-09-01 19:30:00"), ("2025-09-01T18:30:00+00:00".into(), Fit::Once));
        assert_eq!(london("2025-12-01T19:30"), ("2025-12-01T19:30:00+00:00".into(), Fit::Once));
        for raw in ["2025-09-01 19:30:00+05:30", "2025-09-01T19:30+05:30", "2025-09-01T14:00Z", "2025-09-01 14:00:00Z"]
        {
            assert_eq!(london(raw), ("2025-09-01T14:00:00+00:00".into(), Fit::Once), "{raw}");
        }
    }

    #[test]
    fn a_time_the_clocks_skip_becomes_the_moment_after_and_one_that_comes_twice_the_first() {
        assert_eq!(london("2026-03-29 01:30:20.5"), ("2026-03-29T01:00:00+00:00".into(), Fit::Skipped));
        assert_eq!(london("2025-10-26 01:30:00"), ("2025-10-26T00:30:00+00:00".into(), Fit::Twice));
        let apia = Zone::parse("Pacific/Apia").unwrap();
        let (instant, fit) = local(Some("2011-12-30 12:00"), apia).unwrap();
        assert_eq!((instant.to_rfc3339(), fit), ("2011-12-30T10:00:00+00:00".into(), Fit::Skipped));
    }

    #[test]
    fn what_is_not_a_time_is_not_guessed() {
        for raw in [
            "",
            "soon",
            "2025-02-30 10:00:00",
            "1756755000",
            "0000-00-00 00:00:00",
            "-9999-01-01 00:00",
            "+2026-01-01 10:00",
            "226-01-01 10:00",
            "2026-01-01 23:59:60",
            "2026-01-01 23:59:60+00:00",
            "2026-01-01 24:00:00",
            "2200-01-01 00:00:00",
            "9999-12-31 23:00:00-08:00",
        ] {
            assert_eq!(local(Some(raw), Zone(chrono_tz::UTC)), None, "{raw}");
            assert_eq!(utc(Some(raw)), None, "{raw}");
        }
        assert_eq!(utc(Some("2025-08-30 19:30:00.123456")).unwrap().to_rfc3339(), "2025-08-30T19:30:00.123+00:00");
    }
}
