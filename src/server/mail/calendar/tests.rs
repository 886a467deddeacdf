use chrono::{DateTime, Utc};
use icalendar::{Calendar, Component};

use super::{Attendee, CalendarEntry, CalendarFacts, LINE};
use crate::{
    domain::{ids::EventId, schedule::Zone},
    server::{
        config::{Settings, Source},
        mail::CalendarMethod,
    },
};

const ASHA: Attendee<'_> = Attendee { name: "Asha", address: "asha@example.com", mark: "a5b8" };

fn settings_of(app_name: &str) -> Settings {
    let key = "0123456789abcdef0123456789abcdef";
    let url = "http://localhost:5000";
    Settings::read(&Source::of([("SECRET_KEY", key), ("APP_NAME", app_name), ("APP_URL", url)])).unwrap()
}

fn at(instant: &str) -> DateTime<Utc> {
    instant.parse().unwrap()
}

fn facts() -> CalendarFacts {
    CalendarFacts {
        ends_at: None,
        place: String::new(),
        public_id: "51b8c3d0".into(),
        sequence: 3,
        starts_at: at("2026-12-06T15:00:00Z"),
        told_at: at("2026-11-22T12:00:00Z"),
    }
}

fn file(name: &str, text: &str) -> String {
    let entry = CalendarEntry {
        id: EventId::new(12),
        name,
        facts: &facts(),
        text,
        cancelled: false,
        zone: None,
        of: ASHA,
        method: None,
    };
    entry.file(&settings_of("Ticket Pool"))
}

/// What someone else's program reads under a name in the event.
fn read(file: &str, name: &str) -> String {
    let calendar: Calendar = file.parse().unwrap();
    assert_eq!(calendar.components.len(), 1, "{file}");
    let event = calendar.events().next().unwrap();
    event.property_value(name).unwrap_or_else(|| panic!("no {name} in {file}")).to_owned()
}

/// The same by hand, by the rules of RFC 5545: 3.1 (folding) and 3.3.11 (text).
fn read_by_hand(file: &str, name: &str) -> String {
    let unfolded = file.replace("\r\n ", "");
    let line = unfolded.split("\r\n").find_map(|line| line.strip_prefix(&format!("{name}:"))).unwrap();
    let mut letters = line.chars();
    let mut text = String::new();
    while let Some(letter) = letters.next() {
        text.push(match letter {
            '\\' => match letters.next() {
                Some('n' | 'N') => '\n',
                Some(escaped @ ('\\' | ';' | ',')) => escaped,
                other => panic!("\\{other:?} is no escape: {line}"),
            },
            ';' | ',' => panic!("{letter} stands there bare: {line}"),
            letter => letter,
        });
    }
    text
}

/// Whether its lines are as RFC 5545 wants all lines.
fn well_formed(file: &str) {
    assert!(file.ends_with("END:VCALENDAR\r\n"), "{file}");
    for line in file.trim_end_matches("\r\n").split("\r\n") {
        assert!(line.len() <= LINE, "{} octets: {line}", line.len());
        assert!(!line.is_empty() && !line.chars().any(char::is_control), "{line:?}");
    }
    for once in ["BEGIN:VEVENT", "UID:", "SEQUENCE:", "DTSTAMP:", "DTSTART:", "STATUS:", "METHOD:", "VERSION:2.0"] {
        assert_eq!(file.split("\r\n").filter(|line| line.starts_with(once)).count(), 1, "{once} in {file}");
    }
}

#[test]
fn another_program_reads_the_event() {
    let file = file("Rovers v United", "Gate B from noon.");
    well_formed(&file);
    for (name, value) in [
        ("UID", "event-51b8c3d0-a5b8@localhost:5000"),
        ("SEQUENCE", "3"),
        ("DTSTAMP", "20261122T120000Z"),
        ("DTSTART", "20261206T150000Z"),
        ("STATUS", "CONFIRMED"),
        ("SUMMARY", "Rovers v United"),
        ("DESCRIPTION", "Gate B from noon.\n\nhttp://localhost:5000/events/12"),
        ("URL", "http://localhost:5000/events/12"),
        ("ORGANIZER", "mailto:noreply@example.com"),
    ] {
        assert_eq!(read(&file, name), value);
    }
    let calendar: Calendar = file.parse().unwrap();
    assert_eq!(calendar.property_value("METHOD"), Some("PUBLISH"));
    // An end that nobody gave would be made up.
    assert!(!file.contains("DTEND") && !file.contains("DURATION"));
}

#[test]
fn what_is_canceled_says_so_under_the_same_name() {
    let entry = CalendarEntry {
        id: EventId::new(12),
        name: "Rovers v United",
        facts: &facts(),
        text: "",
        cancelled: true,
        zone: None,
        of: ASHA,
        method: None,
    };
    let cancelled = entry.file(&settings_of("Ticket Pool"));
    assert_eq!(read(&cancelled, "STATUS"), "CANCELLED");
    assert_eq!(read(&cancelled, "UID"), read(&file("Another name", "Another text"), "UID"));
    assert_eq!(read(&cancelled, "DESCRIPTION"), "http://localhost:5000/events/12");
}

#[test]
fn what_people_type_ends_no_line_and_begins_none() {
    let name = "Rovers\r\nBEGIN:VEVENT\r\nUID:false\u{2028}; v, United\\n \u{202E}\u{7}\"x\"";
    let text = "a\r\nEND:VCALENDAR\r\n DTSTART:20300101T000000Z\\\nc:\\next; d, e";
    let file = file(name, text);
    well_formed(&file);
    let shown = "Rovers BEGIN:VEVENT UID:false ; v, United\\n \"x\"";
    assert_eq!((read(&file, "SUMMARY").as_str(), read_by_hand(&file, "SUMMARY").as_str()), (shown, shown));
    let shown = "a\nEND:VCALENDAR\nDTSTART:20300101T000000Z\\\nc:\\next; d, e\n\nhttp://localhost:5000/events/12";
    assert_eq!((read(&file, "DESCRIPTION").as_str(), read_by_hand(&file, "DESCRIPTION").as_str()), (shown, shown));
    assert_eq!(read(&file, "DTSTART"), "20261206T150000Z");
    assert_eq!(read(&file, "UID"), "event-51b8c3d0-a5b8@localhost:5000");
}

#[test]
fn the_longest_texts_of_any_script_are_folded_between_letters() {
    let texts = [
        "🎟".repeat(120),
        "👩‍👩‍👧".repeat(24),
        "é".repeat(80) + &" a".repeat(20),
        "Добро пожаловать на матч ".repeat(160) + &"at the gate, ".repeat(200),
        "ב a ".repeat(1_000),
        "x".repeat(4_000),
        ",;\\".repeat(1_300),
    ];
    for text in texts {
        let text = text.trim();
        let file = file(&text.chars().take(120).collect::<String>(), text);
        well_formed(&file);
        let link = "\n\nhttp://localhost:5000/events/12";
        assert_eq!(read(&file, "DESCRIPTION"), format!("{text}{link}"));
        assert_eq!(read_by_hand(&file, "DESCRIPTION"), format!("{text}{link}"));
    }
}

#[test]
fn a_line_of_75_octets_is_whole_and_one_of_76_is_not() {
    let whole = format!("SUMMARY:{}", "x".repeat(67));
    assert!(file(&"x".repeat(67), "").contains(&format!("\r\n{whole}\r\n")));
    assert!(file(&"x".repeat(68), "").contains(&format!("\r\n{whole}\r\n x\r\n")));
    // The letter that does not fit goes over whole.
    let before = "x".repeat(66);
    assert!(file(&format!("{before}é"), "").contains(&format!("\r\nSUMMARY:{before}\r\n é\r\n")));
}

#[test]
fn the_name_of_the_site_can_be_hostile_too() {
    let entry = CalendarEntry {
        id: EventId::new(12),
        name: "x",
        facts: &facts(),
        text: "",
        cancelled: false,
        zone: None,
        of: ASHA,
        method: None,
    };
    let file = entry.file(&settings_of("A \"B\";X=1:mailto:eve@example.com, C\\"));
    well_formed(&file);
    assert_eq!(read(&file, "ORGANIZER"), "mailto:noreply@example.com");
    assert!(
        file.replace("\r\n ", "").contains("ORGANIZER;CN=\"A 'B';X=1:mailto:eve@example.com, C\\\":mailto:noreply@")
    );
}

/// The file that asks Asha's calendar to enter an event.
fn requested(zone: &str, starts_at: &str, ends_at: Option<&str>) -> String {
    let facts = CalendarFacts { starts_at: at(starts_at), ends_at: ends_at.map(at), ..facts() };
    let entry = CalendarEntry {
        id: EventId::new(12),
        name: "Rovers v United",
        facts: &facts,
        text: "",
        cancelled: false,
        zone: Some(Zone::parse(zone).unwrap()),
        of: Attendee { name: "Asha \"A\"; B", ..ASHA },
        method: Some(CalendarMethod::Request),
    };
    let file = entry.file(&settings_of("Ticket Pool")).replace("\r\n ", "");
    assert!(file.starts_with("BEGIN:VCALENDAR\r\n") && file.ends_with("END:VCALENDAR\r\n"), "{file}");
    file
}

#[test]
fn who_holds_tickets_is_named_as_who_comes() {
    let file = requested("Europe/London", "2026-12-06T15:00:00Z", None);
    assert!(file.contains("\r\nMETHOD:REQUEST\r\n"), "{file}");
    let attendee =
        "ATTENDEE;ROLE=REQ-PARTICIPANT;PARTSTAT=ACCEPTED;RSVP=FALSE;CN=\"Asha 'A'; B\":mailto:asha@example.com";
    assert!(file.contains(attendee), "{file}");
}

#[test]
fn the_clocks_of_the_zone_stand_beside_its_local_time() {
    let file = requested("America/New_York", "2026-07-04T16:00:00Z", Some("2026-07-04T18:30:00Z"));
    for line in [
        "DTSTART;TZID=America/New_York:20260704T120000",
        "DTEND;TZID=America/New_York:20260704T143000",
        "TZID:America/New_York",
        "BEGIN:DAYLIGHT\r\nDTSTART:20260308T020000\r\nTZOFFSETFROM:-0500\r\nTZOFFSETTO:-0400\r\nTZNAME:EDT\r\nEND:DAYLIGHT",
        "BEGIN:STANDARD\r\nDTSTART:20251102T020000\r\nTZOFFSETFROM:-0400\r\nTZOFFSETTO:-0500\r\nTZNAME:EST\r\nEND:STANDARD",
    ] {
        assert!(file.contains(&format!("\r\n{line}\r\n")), "{line} in {file}");
    }
    assert!(file.parse::<Calendar>().is_ok(), "{file}");
    let file = requested("Asia/Kolkata", "2026-12-06T15:00:00Z", None);
    assert!(file.contains("\r\nDTSTART:19700101T000000\r\nTZOFFSETFROM:+0530\r\nTZOFFSETTO:+0530\r\n"), "{file}");
    let file = requested("UTC", "2026-12-06T15:00:00Z", None);
    assert!(!file.contains("VTIMEZONE") && file.contains("\r\nDTSTART:20261206T150000Z\r\n"), "{file}");
    // 1:30 comes twice in that night: no local time says which.
    let file = requested("Europe/London", "2027-10-31T01:30:00Z", None);
    assert!(file.contains("\r\nDTSTART:20271031T013000Z\r\n"), "{file}");
}
