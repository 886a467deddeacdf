//! Somebody who takes letters, or does not.

use std::sync::{Arc, Mutex};

use chrono::{DateTime, TimeDelta, Utc};
use ticket_pool::server::{
    clock::{Clock, StandingClock},
    mail::{Begun, Class, Health, Letter, Transport, TransportError},
    worker::{Pace, deliver_at, deliver_due},
};

use crate::harness::Town;

/// What is the matter with a relay.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Matter {
    Nothing,
    /// It fails like this.
    Fails(Class),
    /// It says of itself that it is down.
    SaysItIsDown,
    /// It takes as many letters a second as this.
    TakesOnly(usize),
}

/// A relay that notes who wanted what when.
pub struct Relay {
    clock: Arc<StandingClock>,
    matter: Mutex<Matter>,
    /// All that was handed over, taken or not.
    handed: Mutex<Vec<(DateTime<Utc>, Letter)>>,
    taken: Mutex<Vec<(DateTime<Utc>, Letter)>>,
}

impl Relay {
    pub fn of(town: &Town) -> Self {
        Self {
            clock: Arc::clone(&town.clock),
            matter: Mutex::new(Matter::Nothing),
            handed: Mutex::default(),
            taken: Mutex::default(),
        }
    }

    pub fn has(&self, matter: Matter) {
        *self.matter.lock().unwrap() = matter;
    }

    pub fn handed(&self) -> Vec<(DateTime<Utc>, Letter)> {
        self.handed.lock().unwrap().clone()
    }

    pub fn taken(&self) -> Vec<(DateTime<Utc>, Letter)> {
        self.taken.lock().unwrap().clone()
    }

    /// Lets so much time pass, and sends all the while what may leave.
    pub async fn works(&self, town: &Town, time: TimeDelta, step: TimeDelta, pace: Option<Pace>) {
        let end = town.now() + time;
        while town.now() < end {
            while match pace {
                Some(pace) => deliver_at(&town.site, self, pace).await.unwrap(),
                None => deliver_due(&town.site, self).await.unwrap(),
            } > 0
            {}
            town.wait(step);
        }
    }
}

impl Relay {
    fn takes(&self, letter: &Letter) -> Result<String, TransportError> {
        let now = self.clock.now();
        self.handed.lock().unwrap().push((now, letter.clone()));
        let within = |at: DateTime<Utc>| now - at < TimeDelta::seconds(1);
        let lately = self.taken().iter().filter(|(at, _)| within(*at)).count();
        let matter = *self.matter.lock().unwrap();
        let class = match matter {
            Matter::Fails(class) => Some(class),
            Matter::SaysItIsDown => Some(Class::Unknown),
            Matter::TakesOnly(most) if lately >= most => Some(Class::TooFast),
            Matter::TakesOnly(_) | Matter::Nothing => None,
        };
        if let Some(class) = class {
            return Err(TransportError::new(class, "It did not work."));
        }
        self.taken.lock().unwrap().push((now, letter.clone()));
        Ok("taken".into())
    }
}

impl Transport for Relay {
    async fn begin(&self, letter: &Letter) -> Result<Begun<'_>, TransportError> {
        let letter = letter.clone();
        Ok(Box::pin(async move { self.takes(&letter) }))
    }

    async fn health(&self) -> Health {
        Health { down: *self.matter.lock().unwrap() == Matter::SaysItIsDown, ..Health::default() }
    }
}
