use chrono::{DateTime, Days, NaiveDate, TimeDelta, TimeZone, Timelike, Utc};

use crate::domain::schedule::Zone;

/// The hours of a day at which nobody is reminded of anything: from 21:00 to 8:00.
const MORNING: u32 = 8;
const NIGHT: u32 = 21;
/// The hour to which a reminder in the night is brought forward.
const EVENING: u32 = 20;
/// No hour of a night is farther from a decent one.
pub(super) const FARTHEST: TimeDelta = TimeDelta::hours(15);

/// Whether someone may be reminded at this time, where they are.
pub(super) fn is_decent(at: DateTime<Utc>, zone: Zone) -> bool {
    (MORNING..NIGHT).contains(&at.with_timezone(&zone.0).hour())
}

/// When someone is reminded of something, where they are: at the `usual` time; if that is in the night, the evening before; if
/// nobody could know of it then, the morning after, where that comes before the `end`. `None`: the time had passed when the reason
/// for it came up (`since`).
pub(super) fn decent(
    usual: DateTime<Utc>,
    zone: Zone,
    since: DateTime<Utc>,
    end: DateTime<Utc>,
) -> Option<DateTime<Utc>> {
    if usual < since {
        return None;
    }
    if is_decent(usual, zone) {
        return Some(usual);
    }
    let local = usual.with_timezone(&zone.0);
    let late = local.hour() >= NIGHT;
    let (day, other) = (local.date_naive(), if late { Days::new(1) } else { Days::new(0) });
    let evening = if late { Some(day) } else { day.checked_sub_days(Days::new(1)) };
    let before = evening.and_then(|day| on(day, EVENING, zone)).filter(|&before| before >= since);
    let after = || day.checked_add_days(other).and_then(|day| on(day, MORNING, zone)).filter(|&after| after < end);
    before.or_else(after)
}

/// The next morning at which someone may be reminded, or this instant where it is decent.
pub fn not_at_night(now: DateTime<Utc>, zone: Zone) -> DateTime<Utc> {
    if is_decent(now, zone) {
        return now;
    }
    let local = now.with_timezone(&zone.0);
    let days = Days::new(u64::from(local.hour() >= NIGHT));
    local.date_naive().checked_add_days(days).and_then(|day| on(day, MORNING, zone)).unwrap_or(now)
}

/// When the night of a day begins, where someone is.
pub(in crate::server::services) fn night(day: NaiveDate, zone: Zone) -> Option<DateTime<Utc>> {
    on(day, NIGHT, zone)
}

/// The morning of a day, where someone is.
pub(super) fn morning(day: NaiveDate, zone: Zone) -> Option<DateTime<Utc>> {
    on(day, MORNING, zone)
}

/// An hour of a day. Where clocks skip it, there is none.
fn on(day: NaiveDate, hour: u32, zone: Zone) -> Option<DateTime<Utc>> {
    let at = zone.0.from_local_datetime(&day.and_hms_opt(hour, 0, 0)?).earliest()?;
    Some(at.with_timezone(&Utc))
}

#[cfg(test)]
mod tests {
    use chrono::{DateTime, Utc};

    use super::{decent, is_decent, not_at_night};
    use crate::domain::schedule::Zone;

    fn at(instant: &str) -> DateTime<Utc> {
        instant.parse().unwrap()
    }

    #[test]
    fn nobody_is_reminded_in_the_night() {
        let (berlin, long_ago, end) =
            (Zone::parse("Europe/Berlin").unwrap(), at("2026-11-01T00:00:00Z"), at("2026-12-04T00:00:00Z"));
        let when = |usual| decent(at(usual), berlin, long_ago, end);
        assert_eq!(when("2026-12-01T12:00:00Z"), Some(at("2026-12-01T12:00:00Z")), "at 1 in the afternoon");
        assert_eq!(when("2026-12-01T20:00:00Z"), Some(at("2026-12-01T19:00:00Z")), "at 9 in the evening");
        assert_eq!(when("2026-12-01T06:59:00Z"), Some(at("2026-11-30T19:00:00Z")), "a minute before 8");
        assert_eq!(when("2026-12-01T07:00:00Z"), Some(at("2026-12-01T07:00:00Z")), "at 8");
        assert_eq!(not_at_night(at("2026-12-01T21:00:00Z"), berlin), at("2026-12-02T07:00:00Z"));
        assert!(is_decent(not_at_night(at("2026-12-01T03:00:00Z"), berlin), berlin));
    }

    #[test]
    fn what_came_up_in_the_night_is_told_in_the_morning_if_that_is_in_time() {
        let (berlin, usual) = (Zone::parse("Europe/Berlin").unwrap(), at("2026-12-01T02:00:00Z"));
        let since = at("2026-12-01T01:00:00Z");
        assert_eq!(decent(usual, berlin, since, at("2026-12-03T02:00:00Z")), Some(at("2026-12-01T07:00:00Z")));
        assert_eq!(decent(usual, berlin, since, at("2026-12-01T06:00:00Z")), None);
        assert_eq!(decent(usual, berlin, at("2026-12-01T02:00:01Z"), at("2026-12-03T02:00:00Z")), None);
    }
}
