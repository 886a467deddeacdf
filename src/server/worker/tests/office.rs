//! An office to try the worker on: a database of its own, a clock that stands, a transport that keeps everything.

use std::{
    collections::VecDeque,
    sync::{Arc, Mutex},
};

use chrono::{DateTime, TimeDelta, Utc};
use tempfile::TempDir;
use tokio::sync::watch;

use crate::{
    domain::{
        ids::{AttemptId, EventId, PersonId},
        message::Kind,
        person::{Email, PersonDetails, Role},
    },
    server::{
        auth::Secret,
        beacon::Beacon,
        chance::SeededChance,
        clock::{Clock, StandingClock},
        comparisons::Comparisons,
        config::{Settings, Source},
        db::{
            Db, address_changes,
            attempts::{self, NewAttempt},
            messages::{self, Listed, Show},
            outbox::{self, NewMessage},
            people, sign_in,
        },
        mail::{
            Begun, Class, EventFacts, EventTime, Letter, Transport, TransportError,
            messages::{ResultFacts, profile},
        },
        orders::Orders,
        site::{self, Site},
        sns::Sns,
        worker::deliver_due,
    },
};

const KEY: &str = "0123456789abcdef0123456789abcdef";

/// Keeps what it is given and fails as it was told to, letter by letter.
#[derive(Default)]
pub(super) struct Kept {
    pub(super) letters: Mutex<Vec<Letter>>,
    pub(super) failures: Mutex<VecDeque<Class>>,
    /// Told to stop during the first sending.
    pub(super) stop: Option<watch::Sender<bool>>,
}

impl Kept {
    pub(super) fn failing(failures: &[Class]) -> Self {
        Self { failures: Mutex::new(failures.iter().copied().collect()), ..Self::default() }
    }

    pub(super) fn letters(&self) -> Vec<Letter> {
        self.letters.lock().unwrap().clone()
    }
}

impl Transport for Kept {
    async fn begin(&self, letter: &Letter) -> Result<Begun<'_>, TransportError> {
        let letter = letter.clone();
        Ok(Box::pin(async move {
            if let Some(stop) = &self.stop {
                stop.send_replace(true);
            }
            self.letters.lock().unwrap().push(letter);
            match self.failures.lock().unwrap().pop_front() {
                Some(class) => Err(TransportError::new(class, "It did not work.")),
                None => Ok("kept".into()),
            }
        }))
    }
}

pub(super) struct Office {
    pub(super) site: Site,
    pub(super) clock: Arc<StandingClock>,
    _folder: TempDir,
}

impl Office {
    pub(super) async fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let clock = Arc::new(StandingClock::at("2026-11-22T12:00:00Z".parse::<DateTime<Utc>>().unwrap()));
        let site = Site::from(site::Parts {
            db: Db::sqlite(&folder.path().join("office.db")).await.unwrap(),
            clock: Arc::clone(&clock) as Arc<dyn Clock>,
            chance: Arc::new(SeededChance::new(7)),
            settings: Arc::new(Settings::read(&Source::of([("SECRET_KEY", KEY)])).unwrap()),
            mail_is_down: Arc::default(),
            mail_health: Arc::default(),
            unwritable: Arc::default(),
            observed: Arc::default(),
            sns: Arc::new(Sns::public()),
            mail_waits: Arc::default(),
            comparisons: Comparisons::default(),
            orders: Orders::default(),
            beacon: Arc::new(Beacon::public(Vec::new())),
        });
        Self { site, clock, _folder: folder }
    }

    /// Mail leaves by SES, as far as the settings say.
    pub(super) fn sends_by_ses(&mut self) {
        let settings = [("SECRET_KEY", KEY), ("MAIL_ENABLED", "true"), ("MAIL_RATE", "1000")];
        self.site.settings = Arc::new(Settings::read(&Source::of(settings)).unwrap());
    }

    pub(super) async fn person(&self, name: &str, active: bool) -> PersonId {
        let email = Email::parse(&format!("{name}@example.com")).unwrap();
        let details = PersonDetails { name: name.into(), email, role: Role::Member, active };
        let tx = self.site.db.write_tx().await.unwrap();
        let id = self.site.chance.id();
        let number = people::insert(&tx, &details, id, self.site.now()).await.unwrap();
        tx.commit().await.unwrap();
        number
    }

    pub(super) async fn write(&self, kind: Kind, key: &str, person: Option<PersonId>, payload: serde_json::Value) {
        let attempt = match kind {
            Kind::SignIn => Some(self.attempt(person).await),
            _ => None,
        };
        let (waited_for, dedupe_key) = (profile(kind).waited_for, key.into());
        let message = NewMessage { kind, waited_for, dedupe_key, person, event: None, attempt, payload, due_at: None };
        let tx = self.site.db.write_tx().await.unwrap();
        outbox::insert(&tx, [message], self.site.now()).await.unwrap();
        tx.commit().await.unwrap();
    }

    pub(super) async fn attempt(&self, person: Option<PersonId>) -> AttemptId {
        let tx = self.site.db.write_tx().await.unwrap();
        let person = match person {
            Some(number) => people::find(&tx, number).await.unwrap(),
            None => None,
        };
        let email = person.map_or_else(|| "nobody@example.com".to_owned(), |person| person.email);
        let now = self.site.now();
        let attempt = NewAttempt {
            email: &Email::parse(&email).unwrap(),
            binding_hash: Secret::new(&*self.site.chance).hash(),
            next: "/".into(),
            client: String::new(),
            known: false,
            created_at: now,
            expires_at: now + TimeDelta::minutes(15),
        };
        let attempt = attempts::insert(&tx, attempt).await.unwrap();
        tx.commit().await.unwrap();
        attempt
    }

    /// Someone asks for another address: the message that takes the code there.
    pub(super) async fn new_address_for(&self, person: PersonId, address: &str) {
        let (email, now) = (Email::parse(address).unwrap(), self.site.now());
        let tx = self.site.db.write_tx().await.unwrap();
        let asking = address_changes::begin(&tx, person, &email, (now, now + TimeDelta::minutes(20))).await.unwrap();
        tx.commit().await.unwrap();
        let payload = serde_json::json!({ "asking": asking });
        self.write(Kind::AddressCode, &format!("address-code:{asking}"), Some(person), payload).await;
    }

    pub(super) async fn result_for(&self, person: PersonId) {
        self.write(Kind::Result, &format!("result:{person}"), Some(person), serde_json::to_value(facts()).unwrap())
            .await;
    }

    pub(super) async fn round(&self, transport: &Kept) -> usize {
        deliver_due(&self.site, transport).await.unwrap()
    }

    pub(super) async fn queue(&self) -> Vec<Listed> {
        messages::list(self.site.db.read(), Show::All, 100).await.unwrap()
    }

    pub(super) async fn only(&self) -> Listed {
        let mut queue = self.queue().await;
        assert_eq!(queue.len(), 1);
        queue.remove(0)
    }

    /// Whether the link in a letter works now.
    pub(super) async fn works(&self, letter: &Letter) -> bool {
        let link = letter.text.lines().find(|line| line.starts_with("http")).unwrap();
        let token = Secret::presented(link.rsplit('/').next().unwrap()).unwrap();
        sign_in::find_live(self.site.db.read(), &token.hash(), self.site.now()).await.unwrap().is_some()
    }
}

pub(super) fn facts() -> ResultFacts {
    let event = EventFacts {
        place: String::new(),
        id: EventId::new(1),
        name: "Rovers v United".into(),
        time: EventTime::Said { when: "Sunday".into() },
        organizer: "Priya".into(),
        reply_to: "priya@example.com".into(),
        calendar: None,
    };
    ResultFacts {
        event,
        given: 2,
        before: None,
        accepted: vec![2],
        tickets: 5,
        people: 2,
        requested: 4,
        line: String::new(),
        drawn: false,
        by: String::new(),
        why: String::new(),
        reason: String::new(),
        other_date: false,
    }
}
