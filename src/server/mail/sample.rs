//! Letters as people could get them, for whoever looks at them.

use chrono::{DateTime, Utc};

use super::{EventFacts, Letter, To};
use crate::server::{
    auth::{Code, Secret},
    config::Settings,
};

/// What samples are made of.
#[derive(Debug)]
pub struct Scene<'a> {
    pub to: To<'a>,
    pub settings: &'a Settings,
    pub event: EventFacts,
    /// When something happened that a letter tells.
    pub at: DateTime<Utc>,
    /// A link's secret and a code, which open nothing.
    pub token: Secret,
    pub code: Code,
}

/// A letter to be looked at.
#[derive(Debug)]
pub struct Sample {
    /// What tells it from the others: letters, digits and hyphens.
    pub name: &'static str,
    pub letter: Letter,
}
