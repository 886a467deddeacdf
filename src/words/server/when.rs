use chrono::{DateTime, Datelike, TimeDelta, Utc};

use crate::domain::schedule::Zone;

/// "Sunday, December 6, 2026, 3:00 PM (Europe/London)".
pub fn when(instant: DateTime<Utc>, zone: Zone) -> String {
    format!("{}, {} ({})", long_date(instant, zone), time(instant, zone), zone_name(zone))
}

/// "Fri Dec 4, 6:00 PM"; with the year when it is not `now`'s.
pub fn when_short(instant: DateTime<Utc>, zone: Zone, now: DateTime<Utc>) -> String {
    format!("{}, {}", short_date(instant, zone, now), time(instant, zone))
}

/// "3:30 PM for you (Asia/Kolkata)", where someone's own clock shows another time than that of `zone`; with the day where it
/// is another day there.
pub fn when_for_you(instant: DateTime<Utc>, zone: Zone, own: Zone) -> Option<String> {
    let (there, here) = (instant.with_timezone(&zone.0).naive_local(), instant.with_timezone(&own.0).naive_local());
    let day = if there.date() == here.date() { String::new() } else { format!("{}, ", long_date(instant, own)) };
    (there != here).then(|| format!("{day}{} for you ({})", time(instant, own), zone_name(own)))
}

/// "3:00:07 PM on Dec 6".
pub fn to_the_second(instant: DateTime<Utc>, zone: Zone) -> String {
    instant.with_timezone(&zone.0).format("%-I:%M:%S\u{a0}%p on %b %-d").to_string()
}

/// "2026-12-06 15:00:07", for logs.
pub fn when_exact(instant: DateTime<Utc>, zone: Zone) -> String {
    instant.with_timezone(&zone.0).format("%Y-%m-%d %H:%M:%S").to_string()
}

/// "Sunday, December 6, 2026".
pub fn long_date(instant: DateTime<Utc>, zone: Zone) -> String {
    instant.with_timezone(&zone.0).format("%A, %B %-d, %Y").to_string()
}

/// "Fri Dec 4"; with the year when it is not `now`'s.
pub fn short_date(instant: DateTime<Utc>, zone: Zone, now: DateTime<Utc>) -> String {
    let local = instant.with_timezone(&zone.0);
    let format = if local.year() == now.with_timezone(&zone.0).year() { "%a %b %-d" } else { "%a %b %-d, %Y" };
    local.format(format).to_string()
}

/// "6:00 PM", which stays on one line.
fn time(instant: DateTime<Utc>, zone: Zone) -> String {
    instant.with_timezone(&zone.0).format("%-I:%M\u{a0}%p").to_string()
}

/// "6:00 PM"; with the zone for a reader in another: "6:00 PM (Asia/Kolkata)".
pub fn time_for(instant: DateTime<Utc>, zone: Zone, reader: Zone) -> String {
    let there = time(instant, zone);
    if zone == reader { there } else { format!("{there} ({})", zone_name(zone)) }
}

/// "November 2026".
pub fn month(instant: DateTime<Utc>, zone: Zone) -> String {
    instant.with_timezone(&zone.0).format("%B %Y").to_string()
}

/// "in 2 days", "in 3 hours", "5 minutes ago", counted by the zone's calendar from two days on.
pub fn distance(instant: DateTime<Utc>, zone: Zone, now: DateTime<Utc>) -> String {
    let (local, today) = (instant.with_timezone(&zone.0).date_naive(), now.with_timezone(&zone.0).date_naive());
    let days = local.signed_duration_since(today).num_days();
    let apart = instant.signed_duration_since(now);
    let amount = if days.abs() >= 2 || apart.abs() >= TimeDelta::hours(24) {
        let days = days.unsigned_abs().max(1);
        if days < 60 {
            crate::words::counted(days, "day", "days")
        } else {
            crate::words::counted(days / 30, "month", "months")
        }
    } else if apart.abs() >= TimeDelta::minutes(60) {
        crate::words::counted(apart.num_hours().unsigned_abs(), "hour", "hours")
    } else {
        crate::words::counted(apart.num_minutes().unsigned_abs().max(1), "minute", "minutes")
    };
    if apart >= TimeDelta::zero() { format!("in {amount}") } else { format!("{amount} ago") }
}

/// The zone as people say it: "London" would be ambiguous, the IANA name is not.
pub fn zone_name(zone: Zone) -> String {
    zone.name().replace('_', " ")
}
