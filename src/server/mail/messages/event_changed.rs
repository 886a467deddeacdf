use catalog::mail_event_changed as say;
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use crate::{
    domain::{
        event::EventStatus,
        ids::{EventId, PersonId},
        message::Kind,
        schedule::Zone,
    },
    server::{
        config::Settings,
        db::events::Event,
        mail::{
            CalendarMethod, Composed, EventFacts, FromFacts, Message, MessageKind, Sample, Scene, To, Writing,
            page::Page,
        },
    },
    words,
};

/// That an event is not as it was when people asked, to everyone who asked.
#[derive(Clone, Debug)]
pub struct EventChangedMessage {
    /// The event's version after the change.
    pub version: i32,
    pub facts: EventChangedFacts,
}

/// What was changed, by whom.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct EventChangedFacts {
    /// Whether they hold tickets: then their calendar is brought up to date.
    #[serde(default)]
    pub holds: bool,
    /// The event as it is now.
    pub event: EventFacts,
    /// The name of who changed it.
    pub by: String,
    pub changes: Vec<EventChange>,
}

/// One thing that is not as it was.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum EventChange {
    Name {
        before: String,
        now: String,
    },
    Starts {
        before: DateTime<Utc>,
        now: DateTime<Utc>,
        zone: Zone,
    },
    /// Where it takes place; empty: nothing is said.
    Place {
        before: String,
        now: String,
    },
    /// When it ends; `None`: nothing is said of that anymore.
    Ends {
        #[serde(default)]
        before: Option<DateTime<Utc>>,
        now: Option<DateTime<Utc>>,
        zone: Zone,
    },
    /// When requests close.
    Closes {
        before: DateTime<Utc>,
        now: DateTime<Utc>,
        zone: Zone,
    },
    Tickets {
        before: u32,
        now: u32,
    },
    /// The season in which it counts; empty: none.
    Season {
        before: String,
        now: String,
    },
    /// How others see one's request.
    Shown,
    /// Requests were closed, or the result was final; they are open again.
    OpenAgain,
    /// The cancellation was taken back.
    TakesPlace,
    /// It lies in the trash.
    Deleted,
    /// It came back from there.
    Restored,
}

impl MessageKind for EventChangedMessage {
    const KIND: Kind = Kind::EventChanged;
    const TITLE: fn() -> &'static str = say::title;
    const WRITING: Writing = Writing::from_facts::<Self>();

    type Facts = EventChangedFacts;

    fn samples(scene: &Scene<'_>) -> Result<Vec<Sample>, askama::Error> {
        let letter = |changes: Vec<EventChange>| {
            let facts =
                EventChangedFacts { holds: false, event: scene.event.clone(), by: "Priya Shah".to_owned(), changes };
            Self::letter(&facts, &scene.to, scene.settings)
        };
        let (before, now) = (at("2026-12-06T13:30:00Z"), at("2026-12-06T15:00:00Z"));
        let moved = EventChange::Starts { before, now, zone: Zone(chrono_tz::Europe::London) };
        let fewer = EventChange::Tickets { before: 40, now: 36 };
        Ok(vec![
            Sample { name: "event-changed", letter: letter(vec![moved, fewer])? },
            Sample { name: "event-takes-place", letter: letter(vec![EventChange::TakesPlace])? },
            Sample { name: "event-deleted", letter: letter(vec![EventChange::Deleted])? },
        ])
    }
}

/// An instant of a sample.
fn at(text: &str) -> DateTime<Utc> {
    text.parse().unwrap_or_default()
}

impl Message for EventChangedMessage {
    fn event(&self) -> Option<EventId> {
        Some(self.facts.event.id)
    }

    fn dedupe_key(&self, to: PersonId) -> String {
        format!("event-changed:{}:{}:{to}", self.facts.event.id, self.version)
    }

    fn facts(&self) -> &EventChangedFacts {
        &self.facts
    }
}

impl FromFacts for EventChangedMessage {
    fn letter(facts: &EventChangedFacts, to: &To<'_>, settings: &Settings) -> Composed {
        let mut sentences: Vec<String> = facts.changes.iter().map(EventChange::sentence).collect();
        sentences.push(say::by(facts.by.as_str()));
        let moved = facts.changes.iter().any(|change| {
            matches!(change, EventChange::Starts { .. } | EventChange::Ends { .. } | EventChange::Place { .. })
        });
        let method = facts.holds.then_some(CalendarMethod::Request);
        let page = Page {
            subject: EventChange::subject(&facts.changes, &facts.event.name),
            sentences,
            attachment: if moved { facts.event.calendar_file("", method, to, settings) } else { None },
            ..facts.event.page(to, settings)
        };
        page.letter(to, settings)
    }
}

impl EventChange {
    /// Whether it is still so, as the event stands now. What has another value by now is told from that on by a later message.
    pub fn holds(&self, event: &Event, status: EventStatus) -> bool {
        match self {
            Self::OpenAgain => status == EventStatus::Open,
            Self::TakesPlace => status != EventStatus::Canceled,
            Self::Deleted => event.deleted_at.is_some(),
            Self::Restored => event.deleted_at.is_none(),
            _ => true,
        }
    }

    /// Whether it takes place at all comes before when and where.
    fn subject(changes: &[Self], event: &str) -> String {
        let weighs = |change: &&Self| matches!(change, Self::Deleted | Self::Restored | Self::TakesPlace);
        match changes.iter().find(weighs).or(changes.first()) {
            Some(Self::Starts { .. }) => say::subject_starts(event),
            Some(Self::OpenAgain) => say::subject_open_again(event),
            Some(Self::TakesPlace) => say::subject_takes_place(event),
            Some(Self::Deleted) => say::subject_deleted(event),
            Some(Self::Restored) => say::subject_restored(event),
            _ => say::subject(event),
        }
    }

    fn sentence(&self) -> String {
        match self {
            Self::Name { before, now } => say::name(before.as_str(), now.as_str()),
            Self::Starts { before, now, zone } => say::starts(words::when(*now, *zone), words::when(*before, *zone)),
            Self::Place { before, now } if now.is_empty() => say::place_none(before.as_str()),
            Self::Place { before, now } if before.is_empty() => say::place_new(now.as_str()),
            Self::Place { before, now } => say::place(now.as_str(), before.as_str()),
            Self::Ends { now: Some(now), zone, .. } => say::ends(words::when(*now, *zone)),
            Self::Ends { now: None, .. } => say::ends_none().to_owned(),
            Self::Closes { before, now, zone } => say::closes(words::when(*now, *zone), words::when(*before, *zone)),
            Self::Tickets { before, now } => say::tickets(*now, *before),
            Self::Season { before, now } if is_none(now) => say::season_none(before.as_str()),
            Self::Season { before, now } if is_none(before) => say::season_new(now.as_str()),
            Self::Season { before, now } => say::season(now.as_str(), before.as_str()),
            Self::Shown => say::shown().to_owned(),
            Self::OpenAgain => say::open_again().to_owned(),
            Self::TakesPlace => say::takes_place().to_owned(),
            Self::Deleted => say::deleted().to_owned(),
            Self::Restored => say::restored().to_owned(),
        }
    }
}

/// Whether this is the name of no season; messages that may still be in the outbox had words for that.
fn is_none(season: &str) -> bool {
    season.is_empty() || season == "No season"
}
