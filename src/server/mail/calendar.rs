//! An event as a calendar file (RFC 5545, RFC 5546), beside a result and on the event's page.
//!
//! Written by hand: the crate `icalendar` (0.17.17) folds long lines by counting characters where it slices octets, and
//! does not come to an end with text such as eighty letters of two octets followed by short words.

#[cfg(test)]
mod tests;
mod zone;

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use super::{
    CalendarMethod,
    plain::{plain, plain_lines},
};
use crate::{
    domain::{ids::EventId, schedule::Zone},
    paths,
    server::{config::Settings, db::events::Event},
};

/// The longest line, in octets, without its end (RFC 5545, section 3.1).
const LINE: usize = 75;

/// What calendars need of an event beside its name.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CalendarFacts {
    /// Stands for the event forever, whatever is changed.
    pub public_id: String,
    /// Moves with every change of the event, so that calendars know which of two files is the later one.
    pub sequence: i32,
    pub starts_at: DateTime<Utc>,
    /// Messages from before there was one tell nothing.
    #[serde(default)]
    pub ends_at: Option<DateTime<Utc>>,
    /// As `ends_at`; empty where nobody said.
    #[serde(default)]
    pub place: String,
    /// When this was told.
    pub told_at: DateTime<Utc>,
}

impl CalendarFacts {
    /// Those of an event as it is at `now`.
    pub fn of(event: &Event, now: DateTime<Utc>) -> Self {
        Self {
            public_id: event.public_id.clone(),
            sequence: event.version,
            starts_at: event.schedule.starts_at,
            ends_at: event.ends_at,
            place: event.place.clone(),
            told_at: now,
        }
    }
}

/// One event for someone's calendar. Where nobody said when it ends, the file names no end (RFC 5545, section 3.6.1: it then
/// takes no time in the calendar beyond its beginning).
#[derive(Clone, Copy, Debug)]
pub struct CalendarEntry<'a> {
    pub id: EventId,
    pub name: &'a str,
    pub facts: &'a CalendarFacts,
    /// The zone in which people are told of it; `None`: its times stand in UTC.
    pub zone: Option<Zone>,
    /// Whose entry it is.
    pub of: Attendee<'a>,
    /// What the calendar is asked to do; `None`: nothing, it is only a file.
    pub method: Option<CalendarMethod>,
    /// What stands below the name, one or several lines; the event's address is added.
    pub text: &'a str,
    pub cancelled: bool,
}

/// Whose calendar an entry is for.
#[derive(Clone, Copy, Debug)]
pub struct Attendee<'a> {
    pub name: &'a str,
    pub address: &'a str,
    /// Stands for the person in the name of the entry, for good; empty: the entry is nobody's in particular.
    pub mark: &'a str,
}

/// What stands for a person in the names of their calendar entries: nothing can be read from it.
pub fn calendar_mark(public_id: &str) -> String {
    hex::encode(Sha256::digest(format!("calendar\n{public_id}").as_bytes()))[..16].to_owned()
}

impl CalendarEntry<'_> {
    /// The whole file. Whatever people typed is cleaned and escaped here.
    pub fn file(&self, settings: &Settings) -> String {
        let Self { id, name, facts, zone, of, method, text, cancelled } = self;
        let (app_name, link) = (plain(&settings.app_name), settings.link(&paths::event(*id)));
        let text = plain_lines(text);
        let text = if text.is_empty() { link.clone() } else { format!("{text}\n\n{link}") };
        // Who publishes it (RFC 5546, section 3.2.1): the site, which stays when an event changes hands.
        let organizer = format!("ORGANIZER;{}", person(&app_name, &settings.mail.sender));
        let uid = if of.mark.is_empty() { facts.public_id.clone() } else { format!("{}-{}", facts.public_id, of.mark) };
        // Only who is asked for something is named: their tickets are theirs already.
        let attendee = method.map(|_| {
            format!("ATTENDEE;ROLE=REQ-PARTICIPANT;PARTSTAT=ACCEPTED;RSVP=FALSE;{}", person(of.name, of.address))
        });
        let ends_at = facts.ends_at.unwrap_or(facts.starts_at);
        let clocks = zone.map(|zone| zone::lines(zone, facts.starts_at, ends_at)).unwrap_or_default();
        let head = [
            "BEGIN:VCALENDAR".to_owned(),
            "VERSION:2.0".to_owned(),
            format!("PRODID:-//{}//Ticket Pool//EN", escaped(&app_name)),
            format!("METHOD:{}", method.map_or("PUBLISH", CalendarMethod::as_str)),
        ];
        let lines = [
            "BEGIN:VEVENT".to_owned(),
            format!("UID:event-{uid}@{}", settings.host()),
            format!("SEQUENCE:{}", facts.sequence),
            format!("DTSTAMP:{}", instant(facts.told_at)),
            zone::stamp("DTSTART", facts.starts_at, *zone),
            facts.ends_at.map_or_else(String::new, |ends_at| zone::stamp("DTEND", ends_at, *zone)),
            format!("STATUS:{}", if *cancelled { "CANCELLED" } else { "CONFIRMED" }),
            format!("SUMMARY:{}", escaped(&plain(name))),
            if facts.place.is_empty() { String::new() } else { format!("LOCATION:{}", escaped(&plain(&facts.place))) },
            format!("DESCRIPTION:{}", escaped(&text)),
            format!("URL:{link}"),
            organizer,
            attendee.unwrap_or_default(),
            "END:VEVENT".to_owned(),
            "END:VCALENDAR".to_owned(),
        ];
        let all = head.iter().chain(&clocks).chain(&lines);
        all.filter(|line| !line.is_empty()).map(|line| folded(line)).collect()
    }
}

/// A name and an address as parameters and value of a property (RFC 5545, section 3.2): no quotation mark ends what is quoted.
fn person(name: &str, address: &str) -> String {
    let address = address.replace('%', "%25").replace('"', "%22");
    format!("CN=\"{}\":mailto:{}", plain(name).replace('"', "'"), plain(&address))
}

/// UTC, to the second (form 2 in RFC 5545, section 3.3.5).
fn instant(at: DateTime<Utc>) -> String {
    at.format("%Y%m%dT%H%M%SZ").to_string()
}

/// A value of type TEXT (RFC 5545, section 3.3.11). Control characters other than LF are gone already.
fn escaped(text: &str) -> String {
    let mut value = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '\\' | ';' | ',' => value.extend(['\\', letter]),
            '\n' => value.push_str("\\n"),
            letter => value.push(letter),
        }
    }
    value
}

/// A content line with its end: folded so that no piece is longer than 75 octets, the space at its head included, and no
/// letter is torn apart.
fn folded(line: &str) -> String {
    let mut folded = String::with_capacity(line.len() + line.len() / LINE * 3 + 2);
    let mut room = LINE;
    for letter in line.chars() {
        if letter.len_utf8() > room {
            folded.push_str("\r\n ");
            room = LINE - 1;
        }
        folded.push(letter);
        room -= letter.len_utf8();
    }
    folded.push_str("\r\n");
    folded
}
