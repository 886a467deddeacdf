//! Every kind of letter as another program reads it once it has gone over the wire.

use catalog::{Language, said_in};
use mail_parser::MessageParser;

use super::{ASHA, at, event, samples, scene, settings};
use crate::server::mail::{
    Letter,
    mime::{Sender, message},
};

fn crlf(text: &str) -> String {
    text.replace("\r\n", "\n").replace('\n', "\r\n")
}

/// As it leaves.
fn sent(letter: Letter) -> Letter {
    let message_id = "<0123456789abcdef0123456789abcdef@example.com>".to_owned();
    Letter { message_id, dated: at(), ..letter }
}

#[test]
fn every_kind_of_letter_reads_as_it_was_written() {
    let settings = settings();
    let mut count = 0;
    for language in Language::spoken() {
        for (name, letter) in said_in(language, || samples(&scene(ASHA, &settings, event()))) {
            let letter = sent(letter);
            let octets = message(&letter, &Sender::new("Ticket Pool", "noreply@example.com")).unwrap().formatted();
            assert!(octets.is_ascii() && octets.split(|&octet| octet == b'\n').all(|line| line.len() <= 999), "{name}");
            let read = MessageParser::default().parse(&octets).unwrap();
            assert_eq!(read.subject(), Some(&*letter.subject), "{name}");
            assert_eq!(read.message_id(), Some("0123456789abcdef0123456789abcdef@example.com"), "{name}");
            assert_eq!(read.date().unwrap().to_rfc3339(), "2026-11-22T12:00:00Z", "{name}");
            assert_eq!(read.to().unwrap().first().unwrap().address(), Some("asha@example.com"), "{name}");
            let replies = read.reply_to().and_then(|addresses| addresses.first()?.address());
            assert_eq!(replies, letter.reply_to.as_deref(), "{name}");
            assert_eq!(read.body_text(0).unwrap(), crlf(&letter.text), "{name}");
            assert_eq!(read.body_html(0).unwrap(), crlf(&letter.html), "{name}");
            let file = read.attachments().last().map(|file| file.contents().to_owned());
            assert_eq!(file, letter.attachment.map(|file| file.content.into_bytes()), "{name}");
            count += 1;
        }
    }
    assert!(count >= 3 * 18, "{count}");
}
