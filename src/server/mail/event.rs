//! What every message about an event says of it.

use catalog::mail_letter as say;
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use super::{
    Attachment, Attendee, CalendarEntry, CalendarFacts, CalendarMethod, To,
    page::{HeldTicket, Page, ShownEvent},
};
use crate::{
    domain::{ids::EventId, person::Email, schedule::Zone},
    paths,
    server::config::Settings,
    words,
};

/// The event a message is about, as it was when the message was written.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct EventFacts {
    #[serde(rename = "number")]
    pub id: EventId,
    pub name: String,
    #[serde(flatten)]
    pub time: EventTime,
    /// Where it takes place; empty where nobody said, or in a message from before it could be said.
    #[serde(default)]
    pub place: String,
    pub organizer: String,
    /// The organizer's address: where answers go.
    pub reply_to: String,
    /// What its calendar file needs; messages from before there was one tell nothing.
    #[serde(default)]
    pub calendar: Option<CalendarFacts>,
}

/// When an event begins. It is put into words when the letter is written.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum EventTime {
    /// The instant, and the zone in which people are told of it.
    At { starts_at: DateTime<Utc>, zone: Zone },
    /// In words already, as messages had it that may still be in the outbox.
    Said { when: String },
}

impl EventFacts {
    /// When the event begins, in words.
    pub(super) fn when(&self) -> String {
        match &self.time {
            EventTime::At { starts_at, zone } => words::when(*starts_at, *zone),
            EventTime::Said { when } => when.clone(),
        }
    }

    /// When that is where its reader is, if clocks differ.
    fn own_when(&self, to: &To<'_>) -> String {
        match (&self.time, to.zone) {
            (EventTime::At { starts_at, zone }, Some(own)) => words::when_for_you(*starts_at, *zone, own),
            _ => None,
        }
        .unwrap_or_default()
    }

    /// The zone in which people are told of it.
    pub(super) fn zone(&self) -> Zone {
        match &self.time {
            EventTime::At { zone, .. } => *zone,
            EventTime::Said { .. } => Zone(chrono_tz::UTC),
        }
    }

    /// The parts that all letters about an event share. Answers are offered only where they arrive.
    pub(super) fn page(&self, to: &To<'_>, settings: &Settings) -> Page {
        let small = match Email::parse(&self.reply_to) {
            Ok(_) => say::reply(self.organizer.as_str()),
            Err(_) => String::new(),
        };
        let event = ShownEvent {
            name: self.name.clone(),
            when: self.when(),
            own_when: self.own_when(to),
            place: self.place.clone(),
            organizer: self.organizer.clone(),
            reply_to: self.reply_to.clone(),
            ticket: None,
        };
        Page {
            preheader: event.when.clone(),
            event: Some(event),
            button: say::view_event(),
            link: settings.link(&paths::event(self.id)),
            small,
            ..Page::default()
        }
    }

    /// The parts of a letter to someone who holds tickets: it begins with them, as the event's page does.
    pub(super) fn page_with_ticket(&self, admits: u32, to: &To<'_>, settings: &Settings) -> Page {
        let mut page = self.page(to, settings);
        if let (Some(event), EventTime::At { starts_at, zone }) = (&mut page.event, &self.time) {
            event.ticket = (admits > 0).then(|| HeldTicket { day: words::day_apart(*starts_at, *zone), admits });
        }
        page
    }

    /// The event for the reader's calendar; the same entry as in every other file about it for them. What it asks of their
    /// calendar is for those who hold tickets, or held some.
    pub(super) fn calendar_file(
        &self,
        text: &str,
        method: Option<CalendarMethod>,
        to: &To<'_>,
        settings: &Settings,
    ) -> Option<Attachment> {
        let facts = self.calendar.as_ref()?;
        let zone = match self.time {
            EventTime::At { zone, .. } => Some(zone),
            EventTime::Said { .. } => None,
        };
        let of = Attendee { name: to.name, address: to.address, mark: to.mark };
        let cancelled = method == Some(CalendarMethod::Cancel);
        let entry = CalendarEntry { id: self.id, name: &self.name, facts, zone, of, method, text, cancelled };
        let content = entry.file(settings);
        Some(Attachment { name: "event.ics", kind: "text/calendar", content, method })
    }
}
