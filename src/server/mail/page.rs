use askama::Template;
use catalog::mail_letter as say;
use chrono::DateTime;

use super::{Attachment, Composed, Letter, To, plain};
use crate::{domain::person::Email, server::config::Settings, words};

/// What every letter is made of; the two templates decide only how it looks.
#[derive(Debug, Default)]
pub(super) struct Page {
    pub subject: String,
    /// What mail programs show beside the subject.
    pub preheader: String,
    /// Shown big when the letter is about no event.
    pub heading: String,
    pub event: Option<ShownEvent>,
    /// A code to type, shown big; empty if there is none.
    pub code: String,
    /// What the letter tells, the most important first.
    pub sentences: Vec<String>,
    /// Where a draw is explained, if there was one.
    pub why: String,
    /// The organizer's own words, one or several lines.
    pub line: String,
    pub button: &'static str,
    pub link: String,
    /// What stands small below the link.
    pub small: String,
    /// A file that goes along.
    pub attachment: Option<Attachment>,
}

/// The event a letter is about, in words.
#[derive(Debug)]
pub(super) struct ShownEvent {
    pub name: String,
    pub when: String,
    /// When it is on the clocks of whoever reads it; empty where that is the same.
    pub own_when: String,
    /// Empty where nobody said.
    pub place: String,
    pub organizer: String,
    /// The organizer's address: where answers go.
    pub reply_to: String,
    /// What the letter begins with for whoever holds tickets.
    pub ticket: Option<HeldTicket>,
}

/// A ticket as on the page of its event: the day is on its stub, and how many it admits.
#[derive(Debug)]
pub(super) struct HeldTicket {
    /// Weekday, day, and month, where the event is.
    pub day: [String; 3],
    pub admits: u32,
}

#[derive(Template)]
#[template(path = "mail/letter.html")]
struct Html<'a> {
    page: &'a Page,
    said: &'a Said,
    app_name: &'a str,
    chain: &'a str,
    off: &'a str,
    /// Who holds the ticket, where there is one.
    holder: &'a str,
}

#[derive(Template)]
#[template(path = "mail/letter.txt")]
struct Text<'a> {
    page: &'a Page,
    said: &'a Said,
    app_name: &'a str,
    chain: &'a str,
    off: &'a str,
}

/// What stands around every letter, in the language of whoever reads it. A name in the HTML stands in an element of its own, so
/// that letters from right to left turn nothing beside them: what is said before it and after it comes apart.
struct Said {
    language: &'static str,
    called: String,
    hello: String,
    around_name: [String; 2],
    around_organizer: [String; 2],
    event: String,
    when: String,
    place: String,
    /// How many tickets whom the letter goes to holds; empty in letters without a ticket.
    held: String,
    /// Around their name on the ticket.
    around_holder: [String; 2],
    admits: String,
    note: String,
    why: &'static str,
    why_line: String,
    link: String,
    /// Around the words of the link by which emails like this are turned off.
    off: [String; 2],
    turn_off: &'static str,
    off_line: &'static str,
}

/// Stands for a name until it is put there.
const NAME: &str = "\u{f8f0}";

impl Said {
    fn of(page: &Page, name: &str) -> Self {
        let called = words::called(name).to_owned();
        let event = page.event.as_ref();
        let held = event.and_then(|event| event.ticket.as_ref()).map(|ticket| ticket.admits);
        Self {
            held: held.map(|count| say::held(count, name)).unwrap_or_default(),
            around_holder: around(&say::holder(NAME)),
            admits: held.map(words::tickets).unwrap_or_default(),
            language: catalog::current().tag(),
            hello: say::hello(called.as_str()),
            called,
            around_name: around(&say::hello(NAME)),
            around_organizer: around(&say::note(NAME)),
            event: event.map(|event| say::event_line(event.name.as_str())).unwrap_or_default(),
            when: event.map(|event| say::when_line(event.when.as_str())).unwrap_or_default(),
            place: event.map(|event| say::place_line(event.place.as_str())).unwrap_or_default(),
            note: event.map(|event| say::note_line(event.organizer.as_str())).unwrap_or_default(),
            why: say::why(),
            why_line: say::why_line(page.why.as_str()),
            link: say::link_line(page.button),
            off: around(&say::off(NAME)),
            turn_off: say::off_turn_off(),
            off_line: say::off_line(),
        }
    }
}

/// A sentence before and after the name in it.
fn around(sentence: &str) -> [String; 2] {
    let (before, after) = sentence.split_once(NAME).unwrap_or((sentence, ""));
    [before.to_owned(), after.to_owned()]
}

impl Page {
    /// The letter to one person. What people typed is cleaned here and escaped in the templates.
    pub fn letter(mut self, to: &To<'_>, settings: &Settings) -> Composed {
        self.subject = plain::subject(&self.subject);
        self.line = plain::plain_lines(&self.line);
        for value in [&mut self.preheader, &mut self.heading, &mut self.small] {
            *value = plain::plain(value);
        }
        for sentence in &mut self.sentences {
            *sentence = plain::plain(sentence);
        }
        if let Some(event) = &mut self.event {
            for value in [&mut event.name, &mut event.when, &mut event.own_when, &mut event.place, &mut event.organizer]
            {
                *value = plain::plain(value);
            }
        }
        let reply_to = self.event.as_ref().and_then(|event| Email::parse(&event.reply_to).ok());
        let (page, name, app_name) = (&self, &*plain::plain(to.name), &*plain::plain(&settings.app_name));
        let said = &Said::of(page, name);
        Ok(Letter {
            message_id: String::new(),
            dated: DateTime::UNIX_EPOCH,
            unsubscribe: (settings.https() && !to.off.is_empty()).then(|| to.off.to_owned()),
            text: Text { page, said, app_name, chain: to.chain, off: to.off }.render()?,
            html: Html { page, said, app_name, chain: to.chain, off: to.off, holder: name }.render()?,
            to_name: name.to_owned(),
            to_address: to.address.to_owned(),
            reply_to: reply_to.map(|address| address.as_str().to_owned()),
            subject: self.subject,
            attachment: self.attachment,
        })
    }
}
