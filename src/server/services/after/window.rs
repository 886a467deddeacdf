use chrono::{DateTime, NaiveTime, TimeDelta, Timelike, Utc};

use crate::{domain::schedule::Zone, server::services::remind::decent};

/// So long before an event nothing is offered in order any more, and nights count.
const LAST_DAY: TimeDelta = TimeDelta::hours(24);
/// The longest time to answer, the shortest, and the shortest in the last hours.
const LONGEST: TimeDelta = TimeDelta::hours(24);
const SHORTEST: TimeDelta = TimeDelta::hours(1);
const LAST_HOURS: TimeDelta = TimeDelta::hours(6);
const IN_LAST_HOURS: TimeDelta = TimeDelta::minutes(30);

/// Until when an offer can be answered that is made now: a quarter of the time that is left, at most a day, at least an hour
/// (half an hour in the last six). Nights of the event's place, from 21:00 to 8:00, are not counted, unless less than a day is
/// left. It ends with a whole minute, as it is said, and when the event begins at the latest.
pub(super) fn answer_until(now: DateTime<Utc>, starts_at: DateTime<Utc>, zone: Zone) -> DateTime<Utc> {
    let left = starts_at - now;
    let shortest = if left <= LAST_HOURS { IN_LAST_HOURS } else { SHORTEST };
    let time = (left / 4).clamp(shortest, LONGEST);
    let until = if left < LAST_DAY { now + time } else { by_day(now, time, zone) };
    whole_minute(until).min(starts_at)
}

/// The end of so much time by day.
fn by_day(now: DateTime<Utc>, time: TimeDelta, zone: Zone) -> DateTime<Utc> {
    let (mut at, mut rest) = (decent::not_at_night(now, zone), time);
    // Nobody waits for more than a day of days; where clocks change, one more.
    for _ in 0..8 {
        let Some(night) = decent::night(at.with_timezone(&zone.0).date_naive(), zone) else { break };
        if at + rest <= night {
            break;
        }
        rest -= night - at;
        at = decent::not_at_night(night, zone);
    }
    at + rest
}

fn whole_minute(at: DateTime<Utc>) -> DateTime<Utc> {
    let whole = at.with_time(NaiveTime::from_hms_opt(at.hour(), at.minute(), 0).unwrap_or(at.time()));
    let whole = whole.single().unwrap_or(at);
    if whole == at { at } else { whole + TimeDelta::minutes(1) }
}

#[cfg(test)]
mod tests {
    use chrono::{DateTime, Utc};

    use super::answer_until;
    use crate::domain::schedule::Zone;

    fn until(now: &str, starts_at: &str) -> DateTime<Utc> {
        let at = |instant: &str| instant.parse().unwrap();
        answer_until(at(now), at(starts_at), Zone::parse("Europe/Berlin").unwrap())
    }

    fn at(instant: &str) -> DateTime<Utc> {
        instant.parse().unwrap()
    }

    #[test]
    fn there_is_a_quarter_of_the_time_that_is_left_and_nights_do_not_count() {
        // At noon in Berlin, eight hours are a quarter of 32: they end at 8 in the evening.
        assert_eq!(until("2026-12-01T11:00:00Z", "2026-12-02T19:00:00Z"), at("2026-12-01T19:00:00Z"));
        // A day of waking hours: nine until 9 in the evening, thirteen the next day, two on the third.
        assert_eq!(until("2026-12-01T11:00:00Z", "2026-12-31T19:00:00Z"), at("2026-12-03T09:00:00Z"));
        // In the night it begins in the morning.
        assert_eq!(until("2026-12-01T22:00:00Z", "2026-12-03T06:00:00Z"), at("2026-12-02T15:00:00Z"));
        assert_eq!(until("2026-12-01T11:00:30Z", "2026-12-02T19:00:30Z"), at("2026-12-01T19:01:00Z"));
    }

    #[test]
    fn on_the_last_day_nights_count_and_half_an_hour_is_the_least() {
        assert_eq!(until("2026-12-01T20:00:00Z", "2026-12-02T16:00:00Z"), at("2026-12-02T01:00:00Z"));
        assert_eq!(until("2026-12-01T11:00:00Z", "2026-12-01T18:00:00Z"), at("2026-12-01T12:45:00Z"));
        assert_eq!(until("2026-12-01T11:00:00Z", "2026-12-01T12:00:00Z"), at("2026-12-01T11:30:00Z"));
        assert_eq!(until("2026-12-01T11:00:00Z", "2026-12-01T11:20:00Z"), at("2026-12-01T11:20:00Z"));
    }

    #[test]
    fn the_night_in_which_clocks_change_is_a_night() {
        // On October 25, 2026, at 3 in the morning the clocks go back. From 8 in the evening, eleven hours: one, then ten.
        assert_eq!(until("2026-10-24T18:00:00Z", "2026-10-26T14:00:00Z"), at("2026-10-25T17:00:00Z"));
    }
}
