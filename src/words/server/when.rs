//! Days and times as the reader's language writes them.

use catalog::times as say;
use chrono::{DateTime, Datelike, NaiveDate, NaiveDateTime, TimeDelta, Timelike, Utc};

use crate::domain::schedule::Zone;

/// "Sunday, December 6, 2026, 3:00 PM GMT".
pub fn when(instant: DateTime<Utc>, zone: Zone) -> String {
    say::on_day(long_date(instant, zone), time_in(instant, zone))
}

/// "Fri Dec 4, 6:00 PM"; with the year when it is not `now`'s.
pub fn when_short(instant: DateTime<Utc>, zone: Zone, now: DateTime<Utc>) -> String {
    say::on_day(short_date(instant, zone, now), time(local(instant, zone)))
}

/// "3:30 PM your time (Asia/Kolkata)", where someone's own clock shows another time than that of `zone`; with the day where
/// it is another day there.
pub fn when_for_you(instant: DateTime<Utc>, zone: Zone, own: Zone) -> Option<String> {
    let (there, here) = (local(instant, zone), local(instant, own));
    let same_day = there.date() == here.date();
    let at = if same_day { time(here) } else { say::on_day(long_date(instant, own), time(here)) };
    (there != here).then(|| say::for_you(at, zone_name(own)))
}

/// "3:00:07 PM on Dec 6", after "at".
pub fn to_the_second(instant: DateTime<Utc>, zone: Zone) -> String {
    let local = local(instant, zone);
    say::to_the_second(clock(local, &format!(":{:02}", local.second())), say::month_short(local.month()), local.day())
}

/// "2026-12-06 15:00:07", for logs, in every language.
pub fn when_exact(instant: DateTime<Utc>, zone: Zone) -> String {
    local(instant, zone).format("%Y-%m-%d %H:%M:%S").to_string()
}

/// "Sunday, December 6, 2026".
pub fn long_date(instant: DateTime<Utc>, zone: Zone) -> String {
    let date = local(instant, zone).date();
    say::long_date(say::weekday(day_of_week(date)), say::month(date.month()), date.day(), date.year().to_string())
}

/// "Fri Dec 4"; with the year when it is not `now`'s.
pub fn short_date(instant: DateTime<Utc>, zone: Zone, now: DateTime<Utc>) -> String {
    let date = local(instant, zone).date();
    let (weekday, month) = (say::weekday_short(day_of_week(date)), say::month_short(date.month()));
    if date.year() == local(now, zone).year() {
        say::short_date(weekday, month, date.day())
    } else {
        say::short_date_with_year(weekday, month, date.day(), date.year().to_string())
    }
}

/// A day in three: "Sat", "12", "Dec".
pub fn day_apart(instant: DateTime<Utc>, zone: Zone) -> [String; 3] {
    let date = local(instant, zone).date();
    [say::weekday_short(day_of_week(date)), date.day().to_string(), say::month_short(date.month())]
}

/// "6:00 PM"; with the zone for a reader in another: "6:00 PM GMT".
pub fn time_for(instant: DateTime<Utc>, zone: Zone, reader: Zone) -> String {
    if zone == reader { time(local(instant, zone)) } else { time_in(instant, zone) }
}

/// "November 2026".
pub fn month(instant: DateTime<Utc>, zone: Zone) -> String {
    let date = local(instant, zone).date();
    say::month_of_year(say::month(date.month()), date.year().to_string())
}

/// "in 2 days", "in 3 hours", "5 minutes ago", counted by the zone's calendar from two days on.
pub fn distance(instant: DateTime<Utc>, zone: Zone, now: DateTime<Utc>) -> String {
    let days = local(instant, zone).date().signed_duration_since(local(now, zone).date()).num_days();
    let apart = instant.signed_duration_since(now);
    let ahead = apart >= TimeDelta::zero();
    if days.abs() >= 2 || apart.abs() >= TimeDelta::hours(24) {
        match (days.abs().max(1), ahead) {
            (days @ ..60, true) => say::in_days(days),
            (days @ ..60, false) => say::days_ago(days),
            (days, true) => say::in_months(days / 30),
            (days, false) => say::months_ago(days / 30),
        }
    } else {
        match (apart.abs().num_hours(), apart.abs().num_minutes().max(1)) {
            (0, minutes) if ahead => say::in_minutes(minutes),
            (0, minutes) => say::minutes_ago(minutes),
            (hours, _) if ahead => say::in_hours(hours),
            (hours, _) => say::hours_ago(hours),
        }
    }
}

/// The zone by its name in the tz database, which is not ambiguous: "America/New York".
pub fn zone_name(zone: Zone) -> String {
    zone.name().replace('_', " ")
}

fn local(instant: DateTime<Utc>, zone: Zone) -> NaiveDateTime {
    instant.with_timezone(&zone.0).naive_local()
}

/// From 1, Monday (ISO 8601).
fn day_of_week(date: NaiveDate) -> u32 {
    date.weekday().number_from_monday()
}

/// "6:00 PM", which stays on one line.
fn time(local: NaiveDateTime) -> String {
    clock(local, "")
}

/// "6:00 PM EST".
fn time_in(instant: DateTime<Utc>, zone: Zone) -> String {
    say::in_zone(time(local(instant, zone)), zone_then(instant, zone))
}

fn clock(local: NaiveDateTime, seconds: &str) -> String {
    let (afternoon, of_twelve) = local.hour12();
    let hour = if catalog::current().has_twelve_hours() { of_twelve } else { local.hour() };
    let time = format!("{hour}:{:02}{seconds}", local.minute());
    if afternoon { say::afternoon(time) } else { say::morning(time) }
}

/// The zone as people there abbreviate it at that time of the year, "EST"; where they do not, how far it is from UTC:
/// "UTC+5:45".
fn zone_then(instant: DateTime<Utc>, zone: Zone) -> String {
    let abbreviation = instant.with_timezone(&zone.0).format("%Z").to_string();
    let Some((sign, apart)) = abbreviation.split_at_checked(1).filter(|(sign, _)| matches!(*sign, "+" | "-")) else {
        return say::zone(abbreviation);
    };
    let (hours, minutes) = apart.split_at_checked(2).unwrap_or((apart, ""));
    let (sign, hours) = (if sign == "-" { "\u{2212}" } else { sign }, hours.trim_start_matches('0'));
    let hours = if hours.is_empty() { "0" } else { hours };
    let minutes = if minutes.is_empty() { String::new() } else { format!(":{minutes}") };
    format!("UTC{sign}{hours}{minutes}")
}

#[cfg(test)]
mod tests {
    use catalog::{Language, to_reader};
    use chrono::{DateTime, TimeDelta, Utc};

    use super::{distance, long_date, month, short_date, time_for, to_the_second, when, when_for_you, when_short};
    use crate::domain::schedule::Zone;

    const ALL: [Language; 3] = [Language::English, Language::German, Language::French];

    fn zone(name: &str) -> Zone {
        Zone::parse(name).unwrap()
    }

    fn at(instant: &str) -> DateTime<Utc> {
        instant.parse().unwrap()
    }

    async fn in_each(said: impl Fn() -> String) -> [String; 3] {
        let said = &said;
        let [english, german, french] = ALL.map(|language| to_reader(language, async move { said() }));
        [english.await, german.await, french.await]
    }

    #[tokio::test]
    async fn a_time_is_written_as_each_language_does() {
        let (berlin, at, now) = (zone("Europe/Berlin"), at("2026-12-01T18:00:07Z"), at("2026-11-22T12:00:00Z"));
        assert_eq!(
            in_each(|| when(at, berlin)).await,
            [
                "Tuesday, December 1, 2026, 7:00\u{a0}PM CET",
                "Dienstag, 1. Dezember 2026, 19:00\u{a0}Uhr MEZ",
                "mardi 1er décembre 2026, 19:00 CET"
            ]
        );
        let short = ["Tue Dec 1, 7:00\u{a0}PM", "Di., 1. Dez., 19:00\u{a0}Uhr", "mar. 1er déc., 19:00"];
        assert_eq!(in_each(|| when_short(at, berlin, now)).await, short);
        let next_year = now + TimeDelta::days(365);
        let with_year = ["Tue Dec 1, 2026", "Di., 1. Dez. 2026", "mar. 1er déc. 2026"];
        assert_eq!(in_each(|| short_date(at, berlin, next_year)).await, with_year);
        let second = ["7:00:07\u{a0}PM on Dec 1", "19:00:07\u{a0}Uhr am 1. Dez.", "19:00:07 le 1er déc."];
        assert_eq!(in_each(|| to_the_second(at, berlin)).await, second);
        assert_eq!(in_each(|| month(at, berlin)).await, ["December 2026", "Dezember 2026", "décembre 2026"]);
        let day = ["Tuesday, December 1, 2026", "Dienstag, 1. Dezember 2026", "mardi 1er décembre 2026"];
        assert_eq!(in_each(|| long_date(at, berlin)).await, day);
    }

    #[tokio::test]
    async fn ones_own_time_is_written_as_each_language_does() {
        let (berlin, at) = (zone("Europe/Berlin"), at("2026-12-01T18:00:00Z"));
        assert_eq!(
            in_each(|| when_for_you(at, berlin, zone("Europe/London")).unwrap()).await,
            [
                "6:00\u{a0}PM your time (Europe/London)",
                "18:00\u{a0}Uhr Ihrer Zeit (Europe/London)",
                "18:00 à votre heure (Europe/London)"
            ]
        );
    }

    #[tokio::test]
    async fn distances_have_their_plurals() {
        let (utc, now) = (zone("UTC"), at("2026-11-22T12:00:00Z"));
        for (apart, says) in [
            (TimeDelta::days(1), ["in 1 day", "in 1 Tag", "dans 1 jour"]),
            (TimeDelta::days(2), ["in 2 days", "in 2 Tagen", "dans 2 jours"]),
            (TimeDelta::days(90), ["in 3 months", "in 3 Monaten", "dans 3 mois"]),
            (TimeDelta::hours(-1), ["1 hour ago", "vor 1 Stunde", "il y a 1 heure"]),
            (TimeDelta::minutes(-5), ["5 minutes ago", "vor 5 Minuten", "il y a 5 minutes"]),
            (TimeDelta::zero(), ["in 1 minute", "in 1 Minute", "dans 1 minute"]),
        ] {
            assert_eq!(in_each(|| distance(now + apart, utc, now)).await, says);
        }
    }

    #[test]
    fn a_zone_is_abbreviated_as_it_is_there_at_that_time_of_the_year() {
        for (name, winter, summer) in [
            ("America/New_York", "12:00\u{a0}PM EST", "1:00\u{a0}PM EDT"),
            ("Europe/London", "5:00\u{a0}PM GMT", "6:00\u{a0}PM BST"),
            ("Asia/Kolkata", "10:30\u{a0}PM IST", "10:30\u{a0}PM IST"),
            ("Asia/Kathmandu", "10:45\u{a0}PM UTC+5:45", "10:45\u{a0}PM UTC+5:45"),
            ("America/Sao_Paulo", "2:00\u{a0}PM UTC\u{2212}3", "2:00\u{a0}PM UTC\u{2212}3"),
            ("Australia/Lord_Howe", "4:00\u{a0}AM UTC+11", "3:30\u{a0}AM UTC+10:30"),
        ] {
            let says = |instant| time_for(instant, zone(name), zone("UTC"));
            assert_eq!([says(at("2026-12-01T17:00:00Z")), says(at("2026-07-01T17:00:00Z"))], [winter, summer]);
        }
    }
}
