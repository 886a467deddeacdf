//! Times as the original wrote them: `2025-09-01 19:30:00`, with or without fractions of a second, mostly without zone.

use chrono::{
    DateTime, Duration, LocalResult, NaiveDate, NaiveDateTime, NaiveTime, SubsecRound, TimeZone, Timelike, Utc,
};

use crate::domain::schedule::Zone;

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
    let formats = ["%Y-%m-%dT%H:%M:%S%.f%#z", "%Y-%m-%d %H:%M:%S%.f%#z"];
    let zoned = formats.iter().find_map(|format| DateTime::parse_from_str(raw, format).ok())?;
    sane(zoned.naive_utc()).map(|naive| naive.and_utc())
}

fn naive(raw: &str) -> Option<NaiveDateTime> {
    let formats = ["%Y-%m-%d %H:%M:%S%.f", "%Y-%m-%dT%H:%M:%S%.f", "%Y-%m-%d %H:%M", "%Y-%m-%dT%H:%M"];
    let midnight = || NaiveDate::parse_from_str(raw, "%Y-%m-%d").ok().map(|date| date.and_time(NaiveTime::MIN));
    formats.iter().find_map(|format| NaiveDateTime::parse_from_str(raw, format).ok()).or_else(midnight).and_then(sane)
}

/// The years our own forms accept.
fn sane(naive: NaiveDateTime) -> Option<NaiveDateTime> {
    (1970..=9998).contains(&chrono::Datelike::year(&naive)).then_some(naive)
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
        assert_eq!(london("2025-09-01 19:30:00+05:30"), ("2025-09-01T14:00:00+00:00".into(), Fit::Once));
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
        for raw in ["", "soon", "2025-02-30 10:00:00", "1756755000", "0000-00-00 00:00:00", "-9999-01-01 00:00"] {
            assert_eq!(local(Some(raw), Zone(chrono_tz::UTC)), None, "{raw}");
        }
        assert_eq!(utc(Some("2025-08-30 19:30:00.123456")).unwrap().to_rfc3339(), "2025-08-30T19:30:00.123+00:00");
    }
}
