//! What may still lie in an outbox from before instants were kept: it is read, and its letter is the same, but for a ticket.

use serde_json::{Value, json};

use super::{ASHA, HOSTILE, at, event, facts, samples, scene, settings};
use crate::{
    domain::message::Kind,
    server::mail::{Letter, Unwritten, Writing, messages::profile},
};

/// The event as it stood in every message about it.
fn old_event() -> Value {
    json!({
        "calendar": {
            "public_id": "51b8c3d0",
            "sequence": 3,
            "starts_at": "2026-12-06T15:00:00Z",
            "told_at": "2026-11-22T12:00:00Z"
        },
        "name": "Rovers v United",
        "number": 12,
        "organizer": "Priya Shah",
        "reply_to": "priya@example.com",
        "when": "Sunday, December 6, 2026, 3:00\u{a0}PM GMT"
    })
}

fn old_result(given: u32, before: Option<u32>) -> Value {
    json!({
        "accepted": [4, 2],
        "before": before,
        "drawn": true,
        "event": old_event(),
        "given": given,
        "line": "Pick your tickets up at gate B from noon.\nBring your badge.",
        "people": 41,
        "requested": 96,
        "tickets": 40
    })
}

/// What the outbox held, and which sample says the same; `None` for kinds there were not.
fn old(kind: Kind) -> Option<(Value, &'static str)> {
    Some(match kind {
        Kind::Link
        | Kind::Closed
        | Kind::EventChanged
        | Kind::RequestChanged
        | Kind::Access
        | Kind::NewEvent
        | Kind::ClosingSoon
        | Kind::ComingUp
        | Kind::Digest
        | Kind::Offer
        | Kind::OfferSoon
        | Kind::OfferOver
        | Kind::Took
        | Kind::Returned
        | Kind::OpenTable
        | Kind::Handout
        | Kind::CameBack
        | Kind::LeftOver
        | Kind::HandedOn
        | Kind::NotHandedOn
        | Kind::HandOnAsked => return None,
        Kind::SignIn => (json!({}), "sign-in"),
        Kind::Welcome => (json!({}), "welcome"),
        Kind::Received => {
            let (commitment, label) = ("0f".repeat(32), "51b8c3d0a1b2c3d4");
            let event = old_event();
            (json!({ "accepted": [4, 2], "commitment": commitment, "event": event, "label": label }), "received")
        }
        Kind::Result => (old_result(4, None), "result-4"),
        Kind::Changed => (old_result(3, Some(2)), "changed-2-3"),
        Kind::Canceled => (json!({ "event": old_event() }), "cancelled"),
        Kind::Device => {
            (json!({ "at": "2026-11-22T12:00:00Z", "device": "Mozilla/5.0 (Android 16) Firefox/140.0" }), "device")
        }
        Kind::AddressCode => (json!({ "asking": 7 }), "address-code"),
        Kind::AddressChanged => {
            let (old, new) = ("asha@example.com", "n…@example.org");
            (json!({ "at": "2026-11-22T12:00:00Z", "new": new, "old": old }), "address-changed")
        }
        Kind::AddressUndo => {
            let (old, new) = ("asha@example.com", "n…@example.org");
            (json!({ "at": "2026-11-22T12:00:00Z", "new": new, "old": old, "undo": 1 }), "address-undo")
        }
        Kind::AddressSet => (json!({ "at": "2026-11-22T12:00:00Z", "old": "n…@example.org" }), "address-set"),
        Kind::Command => {
            (json!({ "at": "2026-11-22T12:00:00Z", "device": "Mozilla/5.0 (Android 16) Firefox/140.0" }), "command")
        }
        Kind::Test => (json!({}), "test"),
        Kind::Alarm => (json!({ "cause": "queue", "number": 17, "over": false }), "alarm"),
    })
}

/// (What the worker makes of those with secrets is tried in its own tests, with payloads such as these.)
#[test]
fn a_message_of_each_kind_from_before_says_what_it_said() {
    let settings = settings();
    let samples = samples(&scene(ASHA, &settings, event()));
    for &kind in Kind::ALL {
        let Some((payload, name)) = old(kind) else { continue };
        let (_, expected) = samples.iter().find(|(sample, _)| *sample == name).unwrap();
        let Writing::FromFacts(write) = profile(kind).writing else { continue };
        let (mut read, mut expected) = (write(&payload, &ASHA, &settings).unwrap(), expected.clone());
        // Its calendar file names no zone, since the message kept none: the same instants stand in UTC.
        let files = [read.attachment.take(), expected.attachment.take()].map(|file| file.map(|file| file.content));
        if matches!(kind, Kind::Result | Kind::Changed) {
            assert_eq!(without_ticket(&read), without_ticket(&expected), "{kind:?}: {payload}");
        } else {
            assert_eq!(read, expected, "{kind:?}: {payload}");
        }
        let [read, expected] = files.map(|file| file.map(without_zone));
        assert_eq!(read, expected, "{kind:?}: {payload}");
    }
}

/// What a letter says but for its ticket, line by line: there is none where the day for its stub was in words already.
fn without_ticket(letter: &Letter) -> (String, Vec<&str>) {
    let held = |line: &&str| line.ends_with(" for Asha");
    let mut lines: Vec<&str> = letter.text.lines().filter(|line| !line.is_empty() && !held(line)).collect();
    lines.sort_unstable();
    (letter.subject.clone(), lines)
}

/// A calendar file without the clocks of London, in winter: what they show is UTC.
fn without_zone(file: String) -> String {
    let (before, after) = match (file.split_once("BEGIN:VTIMEZONE"), file.split_once("END:VTIMEZONE\r\n")) {
        (Some((before, _)), Some((_, after))) => (before.to_owned(), after.to_owned()),
        _ => return file,
    };
    before + &after.replace(";TZID=Europe/London:20261206T150000", ":20261206T150000Z")
}

#[test]
fn an_event_is_kept_with_its_instant_and_read_as_it_was_written() {
    let written = serde_json::to_value(event()).unwrap();
    assert_eq!((&written["starts_at"], &written["zone"]), (&json!("2026-12-06T15:00:00Z"), &json!("Europe/London")));
    assert_eq!(written.get("when"), None);
    for facts in [facts(2, None), super::hostile()] {
        let read = serde_json::from_value(serde_json::to_value(&facts).unwrap());
        assert_eq!(read.ok(), Some(facts));
    }
}

#[test]
fn what_is_of_another_shape_cannot_be_read() {
    let Writing::FromFacts(write) = profile(Kind::Canceled).writing else { panic!("it needs no secret") };
    let event = |field: &str, value: Value| {
        let mut event = serde_json::to_value(event()).unwrap();
        event.as_object_mut().unwrap().insert(field.into(), value);
        json!({ "event": event })
    };
    for payload in [
        json!({}),
        json!({ "event": HOSTILE }),
        event("zone", json!("Europe/Atlantis")),
        event("starts_at", json!("soon")),
        event("number", json!("12")),
    ] {
        let read = write(&payload, &ASHA, &settings());
        assert_eq!(read.err(), Some(Unwritten::Unreadable), "{payload}");
    }
    assert!(write(&json!({ "event": event("at", json!(at()))["event"] }), &ASHA, &settings()).is_ok());
}
