//! What another program reads in our mails, whatever people type to break them.

use mail_parser::{Message as Read, MessageParser, MimeHeaders, PartType};

use super::{Sender, message};
use crate::server::mail::{Attachment, CalendarMethod, Class, Letter};

/// Markup, line breaks, a header, emoji, right-to-left letters, marks that mirror what follows, a bell.
const HOSTILE: &str = "<script>alert(1)</script>\" x\r\nBcc: all@example.com\n\u{2028}👩‍👩‍👧 שלום \u{202E}abc\u{7}\0";

fn sender() -> Sender {
    Sender::new("Ticket Pool", "noreply@example.com")
}

fn letter() -> Letter {
    Letter {
        message_id: "<0123456789abcdef0123456789abcdef@example.com>".into(),
        dated: "2026-11-22T12:00:00Z".parse().unwrap(),
        to_name: "Asha".into(),
        to_address: "asha@example.com".into(),
        subject: "You got 2 tickets: Rovers v United".into(),
        text: "Hello Asha\n\nhttps://tickets.example.org/events/12\n".into(),
        html: "<!DOCTYPE html>\n<p>Hello Asha".into(),
        reply_to: Some("priya@example.com".into()),
        unsubscribe: None,
        attachment: None,
    }
}

fn octets(letter: &Letter) -> Vec<u8> {
    let octets = message(letter, &sender()).unwrap().formatted();
    assert!(octets.is_ascii(), "every server takes it");
    let text = String::from_utf8(octets.clone()).unwrap();
    for line in text.split("\r\n") {
        assert!(line.len() <= 998 && !line.contains(['\r', '\n', '\0']), "{line:?}");
    }
    octets
}

fn read(octets: &[u8]) -> Read<'_> {
    MessageParser::default().parse(octets).unwrap()
}

fn texts(read: &Read<'_>) -> (String, String) {
    (read.body_text(0).unwrap().into_owned(), read.body_html(0).unwrap().into_owned())
}

/// Lines as they go over the wire.
fn crlf(text: &str) -> String {
    text.replace("\r\n", "\n").replace('\n', "\r\n")
}

#[test]
fn what_a_letter_says_of_itself() {
    let octets = octets(&letter());
    let read = read(&octets);
    let from = read.from().unwrap().first().unwrap();
    assert_eq!((from.name(), from.address()), (Some("Ticket Pool"), Some("noreply@example.com")));
    let to = read.to().unwrap().first().unwrap();
    assert_eq!((to.name(), to.address()), (None, Some("asha@example.com")));
    assert_eq!(read.reply_to().unwrap().first().unwrap().address(), Some("priya@example.com"));
    assert_eq!(read.subject(), Some("You got 2 tickets: Rovers v United"));
    assert_eq!(read.date().unwrap().to_rfc3339(), "2026-11-22T12:00:00Z");
    assert_eq!(read.message_id(), Some("0123456789abcdef0123456789abcdef@example.com"));
    let text = String::from_utf8(octets.clone()).unwrap();
    assert!(text.contains("\r\nAuto-Submitted: auto-generated\r\n") && text.contains("\r\nMIME-Version: 1.0\r\n"));
    assert!(!text.contains("List-Unsubscribe"));
    assert_eq!(texts(&read), (crlf(&letter().text), crlf(&letter().html)));
}

#[test]
fn the_same_letter_is_the_same_octet_for_octet() {
    let with_file = Letter { attachment: Some(invitation(None)), ..letter() };
    assert_eq!(octets(&letter()), octets(&letter()));
    assert_eq!(octets(&with_file), octets(&with_file));
}

#[test]
fn a_letter_that_can_be_turned_off_says_where() {
    let address = "https://tickets.example.org/unsubscribe/0123456789abcdef0123456789abcdef0123456789abcdef";
    let octets = octets(&Letter { unsubscribe: Some(address.into()), ..letter() });
    let text = String::from_utf8(octets.clone()).unwrap().replace("\r\n ", " ");
    assert!(text.contains(&format!("\r\nList-Unsubscribe: <{address}>\r\n")), "{text}");
    assert!(text.contains("\r\nList-Unsubscribe-Post: List-Unsubscribe=One-Click\r\n"), "{text}");
}

fn invitation(method: Option<CalendarMethod>) -> Attachment {
    let content = "BEGIN:VCALENDAR\r\nMETHOD:REQUEST\r\nSUMMARY:Événement 🎟\r\nEND:VCALENDAR\r\n".to_owned();
    Attachment { name: "event.ics", kind: "text/calendar", content, method }
}

#[test]
fn a_file_goes_along_octet_for_octet() {
    let octets = octets(&Letter { attachment: Some(invitation(None)), ..letter() });
    let read = read(&octets);
    assert_eq!(texts(&read), (crlf(&letter().text), crlf(&letter().html)));
    let [file] = &read.attachments().collect::<Vec<_>>()[..] else { panic!("one file") };
    assert_eq!(file.attachment_name(), Some("event.ics"));
    let kind = file.content_type().unwrap();
    assert_eq!((kind.ctype(), kind.subtype()), ("text", Some("calendar")));
    assert_eq!(file.contents(), invitation(None).content.as_bytes());
}

#[test]
fn what_calendars_act_upon_stands_among_the_texts_and_as_a_file() {
    for method in [CalendarMethod::Request, CalendarMethod::Cancel] {
        let octets = octets(&Letter { attachment: Some(invitation(Some(method))), ..letter() });
        let read = read(&octets);
        let kinds: Vec<_> = read
            .parts
            .iter()
            .map(|part| {
                let kind = part.content_type().unwrap();
                format!("{}/{}", kind.ctype(), kind.subtype().unwrap())
            })
            .collect();
        let expected =
            ["multipart/mixed", "multipart/alternative", "text/plain", "text/html", "text/calendar", "application/ics"];
        assert_eq!(kinds, expected);
        let entry = &read.parts[4];
        assert_eq!(entry.content_type().unwrap().attribute("method"), Some(method.as_str()));
        assert!(matches!(&entry.body, PartType::Text(text) if *text == invitation(None).content), "{:?}", entry.body);
        assert_eq!(read.parts[5].contents(), invitation(None).content.as_bytes());
        assert_eq!(read.parts[5].attachment_name(), Some("event.ics"));
    }
}

#[test]
fn what_people_type_ends_no_header() {
    for typed in [
        HOSTILE,
        "a\r\nBcc: all@example.com",
        "a\nBcc: b",
        "\0",
        "=?utf-8?b?Qmxh?=",
        &"👩‍👩‍👧".repeat(60),
        &"x".repeat(400),
    ] {
        let letter = Letter { subject: typed.into(), to_name: typed.into(), ..letter() };
        let octets = octets(&letter);
        let text = String::from_utf8(octets.clone()).unwrap();
        let (head, _) = text.split_once("\r\n\r\n").unwrap();
        let unfolded = head.replace("\r\n ", " ");
        let names: Vec<_> = unfolded.split("\r\n").map(|line| line.split(':').next().unwrap()).collect();
        let expected = [
            "From",
            "To",
            "Subject",
            "Date",
            "Auto-Submitted",
            "Reply-To",
            "Message-ID",
            "MIME-Version",
            "Content-Type",
        ];
        assert_eq!(names, expected, "{typed:?}");
        let read = read(&octets);
        let subject = read.subject().unwrap_or_default();
        assert_eq!(subject, super::subject(typed), "{typed:?}");
        assert_ne!(subject, "Bla");
    }
}

#[test]
fn the_programs_name_is_quoted_or_encoded_and_never_too_long() {
    for (name, shown) in [
        ("Ticket Pool", Some("Ticket Pool")),
        ("A \"B\" \\ <x@y>\r\nBcc: z", Some("A \"B\" \\ <x@y> Bcc: z")),
        ("Événements", Some("Événements")),
        ("שלום \u{202e}abc", Some("שלום abc")),
        ("\r\n", None),
    ] {
        let octets = message(&letter(), &Sender::new(name, "noreply@example.com")).unwrap().formatted();
        let read = read(&octets);
        let from = read.from().unwrap().first().unwrap();
        assert_eq!((from.name(), from.address()), (shown, Some("noreply@example.com")));
        assert_eq!(read.from().unwrap().clone().into_list().len(), 1);
    }
    for name in ["🎟".repeat(200), "x".repeat(200), "Ticket ".repeat(29)] {
        let octets = message(&letter(), &Sender::new(&name, "noreply@example.com")).unwrap().formatted();
        let read = read(&octets);
        let shown = read.from().unwrap().first().unwrap().name().unwrap();
        assert!(shown.chars().count() <= 60 && shown.ends_with('…'), "{shown}");
    }
}

#[test]
fn a_note_of_65_kilobytes_arrives_whole() {
    for part in ["x", "é", "🎟", ".\n", "word ", "=\n"] {
        let text = format!("{}\n", part.repeat(65_536 / part.len()));
        let letter = Letter { text: text.clone(), html: format!("<p>{text}"), ..letter() };
        let octets = octets(&letter);
        assert_eq!(texts(&read(&octets)).0, crlf(&text), "{part:?}");
    }
}

#[test]
fn an_address_that_is_none_is_no_address_to_send_to() {
    for address in [
        "",
        "asha",
        "asha @example.com",
        "asha@example.com\r\nBcc: all@example.com",
        "asha@example.com, ben@example.com",
        "äsha@example.com",
        "<asha@example.com>",
        "asha@exa\0mple.com",
    ] {
        let fault = message(&Letter { to_address: address.into(), ..letter() }, &sender()).unwrap_err();
        assert_eq!(fault.class, Class::Permanent, "{address:?}");
    }
    let nobody = Sender::new("Ticket Pool", "nobody");
    assert_eq!(message(&letter(), &nobody).unwrap_err().class, Class::Paused);
}
