//! The clocks of a zone around an event, as calendars want them beside a local time (RFC 5545, section 3.6.5).

use chrono::{DateTime, NaiveDateTime, Offset, TimeDelta, TimeZone, Utc};
use chrono_tz::OffsetComponents;

use crate::domain::schedule::Zone;

/// How far around an event its zone is described: a year back there was every change of the clocks that counts.
const BACK: TimeDelta = TimeDelta::days(400);
const AHEAD: TimeDelta = TimeDelta::days(2);

/// An instant as a value with its name: local time with its zone; UTC where the zone is, where a local time comes twice, or where
/// it cannot be said.
pub(super) fn stamp(name: &str, at: DateTime<Utc>, zone: Option<Zone>) -> String {
    match zone.filter(|zone| zone.0 != chrono_tz::UTC) {
        Some(zone) if zone.0.from_local_datetime(&local(at, zone)).single().is_some() => {
            format!("{name};TZID={}:{}", zone.name(), local(at, zone).format("%Y%m%dT%H%M%S"))
        }
        _ => format!("{name}:{}", at.format("%Y%m%dT%H%M%SZ")),
    }
}

/// The component that says what a zone's clocks show from before an event begins until it is over; no lines for UTC.
pub(super) fn lines(zone: Zone, from: DateTime<Utc>, until: DateTime<Utc>) -> Vec<String> {
    if zone.0 == chrono_tz::UTC {
        return Vec::new();
    }
    let mut lines = vec!["BEGIN:VTIMEZONE".to_owned(), format!("TZID:{}", zone.name())];
    let changes = changes(zone, from - BACK, until + AHEAD);
    if changes.first().is_none_or(|&first| first > from) {
        // The clocks were not changed for a year: as they show it is as they always did, for this event.
        let then = "19700101T000000".to_owned();
        lines.extend(observance(zone, from, seconds(zone, from), then));
    }
    for at in changes {
        let before = seconds(zone, at - TimeDelta::seconds(1));
        let onset = at.naive_utc() + TimeDelta::seconds(before);
        lines.extend(observance(zone, at, before, onset.format("%Y%m%dT%H%M%S").to_string()));
    }
    lines.push("END:VTIMEZONE".to_owned());
    lines
}

/// What the clocks show from an instant on; before, they were `before` seconds ahead of UTC.
fn observance(zone: Zone, at: DateTime<Utc>, before: i64, onset: String) -> [String; 6] {
    let then = at.with_timezone(&zone.0);
    let kind = if then.offset().dst_offset().is_zero() { "STANDARD" } else { "DAYLIGHT" };
    [
        format!("BEGIN:{kind}"),
        format!("DTSTART:{onset}"),
        format!("TZOFFSETFROM:{}", offset(before)),
        format!("TZOFFSETTO:{}", offset(seconds(zone, at))),
        format!("TZNAME:{}", then.format("%Z")),
        format!("END:{kind}"),
    ]
}

/// When the clocks of a zone are changed between two instants, to the second.
fn changes(zone: Zone, from: DateTime<Utc>, until: DateTime<Utc>) -> Vec<DateTime<Utc>> {
    let (mut found, mut day) = (Vec::new(), from);
    while day < until {
        let next = day + TimeDelta::days(1);
        if seconds(zone, day) != seconds(zone, next) {
            let (mut before, mut after) = (day, next);
            while after - before > TimeDelta::seconds(1) {
                let middle = before + TimeDelta::seconds((after - before).num_seconds() / 2);
                if seconds(zone, middle) == seconds(zone, day) {
                    before = middle;
                } else {
                    after = middle;
                }
            }
            found.push(DateTime::from_timestamp(after.timestamp(), 0).unwrap_or(after));
        }
        day = next;
    }
    found
}

fn local(at: DateTime<Utc>, zone: Zone) -> NaiveDateTime {
    at.with_timezone(&zone.0).naive_local()
}

/// How far the clocks are ahead of UTC, in seconds.
fn seconds(zone: Zone, at: DateTime<Utc>) -> i64 {
    i64::from(zone.0.offset_from_utc_datetime(&at.naive_utc()).fix().local_minus_utc())
}

/// `+0530`, `-0330`, with seconds only where there are some.
fn offset(seconds: i64) -> String {
    let (sign, apart) = (if seconds < 0 { '-' } else { '+' }, seconds.abs());
    let rest = if apart % 60 == 0 { String::new() } else { format!("{:02}", apart % 60) };
    format!("{sign}{:02}{:02}{rest}", apart / 3_600, apart / 60 % 60)
}
