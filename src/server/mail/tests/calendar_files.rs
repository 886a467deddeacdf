//! Which letters carry the event for a calendar.

use super::{ASHA, FromFacts, Letter, NoFacts, event, facts, result_letter, settings};
use crate::server::mail::messages::{CancelledFacts, CancelledMessage, ReceivedFacts, ReceivedMessage, TestMessage};

fn file(letter: &Letter) -> Option<String> {
    letter.attachment.as_ref().map(|file| {
        assert_eq!((file.name, file.kind), ("event.ics", "text/calendar"));
        file.content.replace("\r\n ", "")
    })
}

#[test]
fn who_got_tickets_gets_the_date_with_the_organizers_line() {
    let result = |given, before| result_letter(&facts(given, before));
    for (given, before) in [(2, None), (3, Some(2)), (1, Some(1))] {
        let file = file(&result(given, before)).unwrap();
        assert!(file.contains("\r\nUID:event-51b8c3d0-a5b8@localhost:5000\r\n"), "{file}");
        assert!(file.contains("\r\nSTATUS:CONFIRMED\r\n"), "{file}");
        assert!(
            file.contains("gate B from noon.\\nBring your badge.\\n\\nhttp://localhost:5000/events/12\r\n"),
            "{file}"
        );
    }
    assert_eq!(file(&result(0, None)), None);
    assert_eq!(file(&result(0, Some(0))), None);
}

#[test]
fn who_has_tickets_no_more_has_the_date_taken_back() {
    let taken = result_letter(&facts(0, Some(2)));
    let file = file(&taken).unwrap();
    assert!(file.contains("\r\nSTATUS:CANCELLED\r\n"), "{file}");
    assert!(file.contains("\r\nUID:event-51b8c3d0-a5b8@localhost:5000\r\n"), "{file}");
    assert!(file.contains("\r\nDESCRIPTION:You no longer have tickets for this event."), "{file}");
    assert!(!file.contains("gate B"), "{file}");
    assert!(taken.text.contains("Your result has changed. Your tickets changed from 2 to 0."), "{}", taken.text);
    assert!(!taken.text.contains("asked for"), "how many asked is no reason for taking tickets back: {}", taken.text);
}

#[test]
fn a_canceled_event_leaves_the_calendar() {
    let cancelled = CancelledFacts { holds: true, event: event() };
    let file = file(&CancelledMessage::letter(&cancelled, &ASHA, &settings()).unwrap()).unwrap();
    assert!(file.contains("\r\nSTATUS:CANCELLED\r\n"), "{file}");
    assert!(file.contains("\r\nUID:event-51b8c3d0-a5b8@localhost:5000\r\n"), "{file}");
}

#[test]
fn other_letters_carry_nothing() {
    let (event, label) = (event(), "51b8c3d0".to_owned());
    let received = ReceivedFacts { event, accepted: vec![2], commitment: None, label };
    assert_eq!(file(&ReceivedMessage::letter(&received, &ASHA, &settings()).unwrap()), None);
    assert_eq!(file(&TestMessage::letter(&NoFacts {}, &ASHA, &settings()).unwrap()), None);
}

#[test]
fn a_message_from_before_there_were_calendar_files_is_still_read() {
    let mut old = serde_json::to_value(facts(2, None)).unwrap();
    old["event"].as_object_mut().unwrap().remove("calendar");
    let old = serde_json::from_value(old).unwrap();
    assert_eq!(file(&result_letter(&old)), None);
}
