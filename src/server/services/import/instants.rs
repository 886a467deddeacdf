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
    let raw = &as_original(raw?.trim());
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
    let raw = &as_original(raw?.trim());
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

/// A time that can be meant in one way only, as the original writes it: `2026/12/24 7:30 PM`, `24.12.2026 19:30`,
/// `20261224T193000`, `2026-12-24 19:30:00 UTC`. Others stay as they are.
fn as_original(raw: &str) -> String {
    let (date, time) = raw.split_once([' ', 'T']).unwrap_or((raw, ""));
    let parts: Vec<&str> = date.split(['-', '/', '.']).collect();
    let one_sign = ["-", "/", "."].iter().filter(|sign| date.contains(**sign)).count() == 1;
    let is_number =
        |part: &str, most: usize| (1..=most).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_digit());
    let compact = is_number(date, 8) && date.len() == 8 && raw.contains('T');
    let date = match parts.as_slice() {
        [day] if compact => format!("{}-{}-{}", &day[..4], &day[4..6], &day[6..]),
        [year, month, day] if one_sign && year.len() == 4 && is_number(month, 2) && is_number(day, 2) => {
            format!("{year}-{month:0>2}-{day:0>2}")
        }
        [day, month, year]
            if date.contains('.') && one_sign && year.len() == 4 && is_number(month, 2) && is_number(day, 2) =>
        {
            format!("{year}-{month:0>2}-{day:0>2}")
        }
        _ => return raw.to_owned(),
    };
    if time.is_empty() {
        return date;
    }
    let upper = time.trim().to_ascii_uppercase();
    let utc = ["UTC", "GMT", "Z"].iter().find_map(|zone| upper.strip_suffix(zone));
    let time = utc.unwrap_or(&upper).trim_end();
    let zone = if utc.is_some() { "+00:00" } else { "" };
    let halves = time.strip_suffix("AM").or_else(|| time.strip_suffix("PM"));
    let of_halves = || {
        let formats = ["%I:%M:%S %p", "%I:%M %p", "%I:%M:%S%p", "%I:%M%p"];
        formats.iter().find_map(|format| NaiveTime::parse_from_str(time, format).ok())
    };
    match (halves.map(|_| of_halves()), time.as_bytes()) {
        (Some(Some(read)), _) => format!("{date} {read}{zone}"),
        (None, [_, _, _, _, _, _]) if is_number(time, 6) && compact => {
            format!("{date} {}:{}:{}{zone}", &time[..2], &time[2..4], &time[4..])
        }
        _ => format!("{date} {time}{zone}"),
    }
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
    fn a_time_that_can_be_meant_in_one_way_only_is_read() {
        for raw in [
            "2026/12/24 19:30",
            "24.12.2026 19:30",
            "2026-12-24 7:30 PM",
            "2026-12-24 07:30:00pm",
            "20261224T193000",
            "2026-12-24 19:30:00 UTC",
            "2026-12-24 19:30 GMT",
            "20261224T193000Z",
            "2026/12/24T19:30:00Z",
        ] {
            assert_eq!(london(raw), ("2026-12-24T19:30:00+00:00".into(), Fit::Once), "{raw}");
        }
        assert_eq!(london("2026-06-24 19:30:00 UTC").0, "2026-06-24T19:30:00+00:00");
        assert_eq!(london("24.6.2026 12:05 AM").0, "2026-06-23T23:05:00+00:00");
        assert_eq!(london("1.2.2026").0, "2026-02-01T00:00:00+00:00");
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
            "12/24/2026 19:30",
            "24/12/2026",
            "2026.12-24 19:30",
            "20261224",
            "2026-12-24 19:30 PM",
            "24.12.26 19:30",
            "2026-12-24 19:30 CET",
        ] {
            assert_eq!(local(Some(raw), Zone(chrono_tz::UTC)), None, "{raw}");
            assert_eq!(utc(Some(raw)), None, "{raw}");
        }
        assert_eq!(utc(Some("2025-08-30 19:30:00.123456")).unwrap().to_rfc3339(), "2025-08-30T19:30:00.123+00:00");
    }
}
