//! The running site: what every service is given.

use std::{
    ops::{Deref, DerefMut},
    sync::{Arc, atomic::AtomicBool},
};

use chrono::{DateTime, Utc};
use tokio::sync::{Notify, watch};

use super::{
    beacon::Beacon, chance::Chance, clock::Clock, comparisons::Comparisons, config::Settings, db::Db, mail::Health,
    observed::Observed, orders::Orders, sns::Sns,
};

/// What the email service said of itself, and when; `None` before it was asked.
pub type Probed = Option<(DateTime<Utc>, Health)>;

/// The running site. Every request is given it several times over: a clone is one count.
#[derive(Clone)]
pub struct Site(Arc<Parts>);

/// Database, clock, chance, settings, and what is asked of others.
#[derive(Clone)]
pub struct Parts {
    pub db: Db,
    pub clock: Arc<dyn Clock>,
    pub chance: Arc<dyn Chance>,
    pub settings: Arc<Settings>,
    /// Whether mail cannot leave at the moment, as the email service says when the worker asks it now and then. It does not
    /// depend on who writes to whom, so everyone can be told.
    pub mail_is_down: Arc<AtomicBool>,
    /// What the email service said last.
    pub mail_health: Arc<watch::Sender<Probed>>,
    /// Why nothing can be written to the database, as it said when the worker tried last; `None`: something can.
    pub unwritable: Arc<watch::Sender<Option<String>>>,
    /// What the site has seen of itself since it started.
    pub observed: Arc<Observed>,
    /// Who is believed that tells what became of emails.
    pub sns: Arc<Sns>,
    /// Wakes the email worker after a commit that wrote messages.
    pub mail_waits: Arc<Notify>,
    /// What the rules would do, for lists that were compared lately.
    pub comparisons: Comparisons,
    /// The orders of draws that people looked at lately.
    pub orders: Orders,
    /// The public randomness that draws wait for.
    pub beacon: Arc<Beacon>,
}

impl From<Parts> for Site {
    fn from(parts: Parts) -> Self {
        Self(Arc::new(parts))
    }
}

impl Deref for Site {
    type Target = Parts;

    fn deref(&self) -> &Parts {
        &self.0
    }
}

/// A change is this clone's alone.
impl DerefMut for Site {
    fn deref_mut(&mut self) -> &mut Parts {
        Arc::make_mut(&mut self.0)
    }
}

impl Site {
    /// The present instant.
    pub fn now(&self) -> DateTime<Utc> {
        self.clock.now()
    }
}
