use askama::Template;

use super::{Attachment, Composed, Letter, To, plain};
use crate::{domain::person::Email, server::config::Settings};

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
    pub organizer: String,
    /// The organizer's address: where answers go.
    pub reply_to: String,
}

#[derive(Template)]
#[template(path = "mail/letter.html")]
struct Html<'a> {
    page: &'a Page,
    name: &'a str,
    app_name: &'a str,
    chain: &'a str,
}

#[derive(Template)]
#[template(path = "mail/letter.txt")]
struct Text<'a> {
    page: &'a Page,
    name: &'a str,
    app_name: &'a str,
    chain: &'a str,
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
            for value in [&mut event.name, &mut event.when, &mut event.organizer] {
                *value = plain::plain(value);
            }
        }
        let reply_to = self.event.as_ref().and_then(|event| Email::parse(&event.reply_to).ok());
        let (page, name, app_name) = (&self, &*plain::plain(to.name), &*plain::plain(&settings.app_name));
        Ok(Letter {
            text: Text { page, name, app_name, chain: to.chain }.render()?,
            html: Html { page, name, app_name, chain: to.chain }.render()?,
            to_name: name.to_owned(),
            to_address: to.address.to_owned(),
            reply_to: reply_to.map(|address| address.as_str().to_owned()),
            subject: self.subject,
            attachment: self.attachment,
        })
    }
}
