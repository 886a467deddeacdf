//! How a season went: how far apart people were after each of its events, and which requests got something. Kept with the
//! season, brought up to date with its standings.

use std::collections::BTreeMap;

use allocation::{
    Exact,
    memory::{Spread, spreads},
};
use serde::{Deserialize, Serialize};

use super::memory::{Happened, Ledger};

/// A season's course, from its events that count.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Course {
    /// The public id of each event, in the order in which their requests closed, and how far apart people were after it.
    pub spread: Vec<(String, Spread)>,
    /// Of events with too few tickets, by what people wanted most; the smallest number first.
    pub kinds: Vec<Kind>,
}

/// Requests of one kind.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Kind {
    /// The largest number they accept.
    pub wanted: u32,
    /// Whether they accept a smaller one, too.
    pub flexible: bool,
    /// How many requests.
    pub asked: u64,
    /// How many of them got at least one ticket.
    pub got: u64,
}

/// As it is stored: short, since a season may have hundreds of events.
#[derive(Serialize, Deserialize)]
struct Kept {
    spread: Vec<(String, u32, i64, i64, i64)>,
    kinds: Vec<Kind>,
}

impl Course {
    /// The course of a season in which this happened, whose ledger is this.
    pub fn of(happened: &Happened, ledger: &Ledger) -> Self {
        let names = ledger.iter().map(|(event, _)| event.clone());
        let spread = names.zip(spreads(ledger.iter().map(|(_, entry)| entry))).collect();
        Self { spread, kinds: kinds(happened) }
    }

    /// As it is stored; empty where nothing happened yet.
    pub fn write(&self) -> String {
        if self.spread.is_empty() {
            return String::new();
        }
        let one = |(event, spread): &(String, Spread)| {
            (event.clone(), spread.people, spread.low.get(), spread.median.get(), spread.high.get())
        };
        let kept = Kept { spread: self.spread.iter().map(one).collect(), kinds: self.kinds.clone() };
        serde_json::to_string(&kept).unwrap_or_default()
    }

    /// Reads [`Course::write`] back; what is none is the course of a season in which nothing happened.
    pub fn read(text: &str) -> Self {
        let Ok(Kept { spread, kinds }) = serde_json::from_str(text) else { return Self::default() };
        let one = |(event, people, low, median, high)| {
            let [low, median, high] = [low, median, high].map(Exact::clamped);
            (event, Spread { people, low, median, high })
        };
        Self { spread: spread.into_iter().map(one).collect(), kinds }
    }
}

fn kinds(happened: &Happened) -> Vec<Kind> {
    let mut kinds: BTreeMap<(u32, bool), (u64, u64)> = BTreeMap::new();
    for (_, event) in happened.iter().filter(|(_, event)| event.short()) {
        for person in event.met() {
            let Some(part) = event.people.get(person) else { continue };
            let Some(tiers) = &part.asked else { continue };
            let (asked, got) = kinds.entry((tiers.first_choice(), tiers.amounts().len() > 1)).or_default();
            *asked += 1;
            *got += u64::from(part.given > 0);
        }
    }
    kinds.into_iter().map(|((wanted, flexible), (asked, got))| Kind { wanted, flexible, asked, got }).collect()
}
