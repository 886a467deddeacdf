use std::{
    collections::BTreeMap,
    sync::{Mutex, PoisonError},
};

use crate::domain::message::Kind;

/// How each try to send an email ended since the program started, by kind.
#[derive(Debug, Default)]
pub struct Emails(Mutex<BTreeMap<(&'static str, &'static str), u64>>);

impl Emails {
    /// Counts a try that ended in this way.
    pub fn count(&self, kind: Kind, outcome: &'static str) {
        let mut counts = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        *counts.entry((kind.as_str(), outcome)).or_default() += 1;
    }

    /// How many there were of each kind and way to end.
    pub fn counts(&self) -> BTreeMap<(&'static str, &'static str), u64> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }
}
