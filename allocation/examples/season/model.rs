//! The seasons: who wants what, when they ask, and what the draws reveal.
//!
//! Everything made up comes from SHA-256 of counters, so that it is the same on every machine and for every pair of rules.

use allocation::{ChainSecret, DrawNumber, Exact, Hash, Label, Tiers};
use sha2::{Digest, Sha256};

/// People in a pool.
pub const PEOPLE: u32 = 40;
/// Events in a season.
pub const EVENTS: u32 = 15;
/// Tickets of an event.
pub const TICKETS: u32 = 12;
/// Tickets of a small event.
pub const FEW_TICKETS: u32 = 3;
/// How likely someone wants tickets for an event, in percent.
const WANTS: u64 = 70;
/// What people want, and how likely it is that a person wants that, in percent.
pub const KINDS: [(&[u32], u64); 6] =
    [(&[2], 25), (&[2, 1], 20), (&[4, 2, 1], 15), (&[4, 2], 15), (&[4], 10), (&[1], 15)];

/// A sort of season.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum World {
    /// Every event has [`TICKETS`]; people ask at any moment of a day, another one at each event.
    Even,
    /// As `Even`, but who is quick at one event is quick at all of them.
    SameQuick,
    /// As `Even`, but each third event has [`FEW_TICKETS`].
    SmallEvents,
}

/// One season.
pub struct Season {
    /// One a person, by number. A person wants the same all season.
    pub people: Vec<Person>,
    /// Oldest first.
    pub events: Vec<Event>,
}

/// Someone in the pool.
pub struct Person {
    /// The place in [`KINDS`] of what they want.
    pub kind: usize,
    /// What they want.
    pub wants: Tiers,
}

/// One event.
pub struct Event {
    /// Its label.
    pub label: Label,
    /// Its tickets.
    pub tickets: u32,
    /// What its first draw reveals, with what was published before.
    pub opening: (Hash, DrawNumber, Hash),
    /// One a person, by number.
    pub visits: Vec<Visit>,
}

/// A person at one event.
pub struct Visit {
    /// Who this is to the draw.
    pub label: Label,
    /// Whether they want tickets for it.
    pub wanted: bool,
    /// When they ask, in milliseconds since requests opened.
    pub since: Exact,
}

impl Season {
    /// Makes up a season.
    pub fn new(world: World, season: u32) -> Self {
        Self {
            people: (0..PEOPLE).map(|person| Person::new(season, person)).collect(),
            events: (0..EVENTS).map(|event| Event::new(world, season, event)).collect(),
        }
    }
}

impl Person {
    fn new(season: u32, person: u32) -> Self {
        let chance = below(100, "kind", [season, 0, person]);
        let mut before = 0;
        let reaches = |&(_, likely): &(&[u32], u64)| {
            before += likely;
            chance < before
        };
        let kind = KINDS.iter().position(reaches).unwrap_or(0);
        Self { kind, wants: tiers(KINDS[kind].0) }
    }
}

impl Event {
    fn new(world: World, season: u32, event: u32) -> Self {
        let label = label(&format!("season-{season}-event-{event}"));
        let secret = ChainSecret::new(made_up("secret", [season, event, 0]).0);
        let quick_at = if world == World::SameQuick { 0 } else { event };
        let visit = |person| Visit {
            label: Label::of_account(&label, &format!("person-{person}")),
            wanted: below(100, "wants", [season, event, person]) < WANTS,
            since: Exact::clamped(below(86_400_000, "since", [season, quick_at, person]).cast_signed()),
        };
        Self {
            visits: (0..PEOPLE).map(visit).collect(),
            tickets: if world == World::SmallEvents && event % 3 == 2 { FEW_TICKETS } else { TICKETS },
            opening: (secret.commitment(), DrawNumber::FIRST, secret.code(DrawNumber::FIRST)),
            label,
        }
    }
}

/// Amounts that this program made itself.
#[expect(clippy::expect_used, reason = "in descending order wherever it is called")]
pub fn tiers(amounts: &[u32]) -> Tiers {
    Tiers::descending(amounts.to_vec()).expect("tiers")
}

#[expect(clippy::expect_used, reason = "made of letters, digits and hyphens")]
fn label(text: &str) -> Label {
    Label::parse(text).expect("a label")
}

/// SHA-256 of what it is for and three counters.
fn made_up(what: &str, counters: [u32; 3]) -> Hash {
    let mut hash = Sha256::new();
    hash.update(what);
    for counter in counters {
        hash.update(counter.to_be_bytes());
    }
    Hash(hash.finalize().into())
}

/// A number below `limit`. It is a remainder of 64 bits: with limits as small as these nobody could see that it is uneven.
pub fn below(limit: u64, what: &str, counters: [u32; 3]) -> u64 {
    made_up(what, counters).0[..8].iter().fold(0, |number, &byte| number << 8 | u64::from(byte)) % limit
}
