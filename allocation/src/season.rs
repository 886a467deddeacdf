//! What a season remembers of a person in format 1: slips and balance, from the finalized events of a pool.

use crate::{Exact, Slips};

/// A finalized event for which a person asked, and what they kept of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Past {
    /// Tickets there were.
    pub tickets: u32,
    /// How many asked.
    pub requesters: u32,
    /// What all first choices add up to.
    pub first_choices: u64,
    /// The smallest number this person accepted.
    pub smallest: u32,
    /// What this person kept.
    pub kept: u32,
}

impl Past {
    /// Whether the event counts for this person: it was short, and they asked for something that could be had. Asking only
    /// for what cannot be had earns nothing.
    #[must_use]
    pub fn counts(&self) -> bool {
        self.first_choices > u64::from(self.tickets) && self.smallest <= self.tickets
    }

    /// The fair share minus what was kept, in thousandths of a ticket. It does not depend on how much one asked for.
    #[must_use]
    pub fn balance(&self) -> i64 {
        let share = 1_000 * i64::from(self.tickets) / i64::from(self.requesters.max(1));
        share - 1_000 * i64::from(self.kept)
    }
}

/// Where a person stands in a pool before the next draw.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Standing {
    /// Counting events.
    pub counting: u32,
    /// Of these, how many in a row, latest backwards, without a ticket.
    pub losses: u32,
    /// The sum of [`Past::balance`] over counting events.
    pub balance: Exact,
}

impl Standing {
    /// `min(2^losses, 64)`.
    #[must_use]
    pub fn slips(&self) -> Slips {
        Slips::after(self.losses)
    }

    /// Takes the next event of the past into account, oldest first.
    pub fn add(&mut self, past: &Past) {
        if !past.counts() {
            return;
        }
        self.counting += 1;
        self.losses = if past.kept == 0 { self.losses + 1 } else { 0 };
        self.balance = Exact::clamped(self.balance.get() + past.balance());
    }

    /// Where these events, oldest first, leave a person.
    pub fn after<'a>(past: impl IntoIterator<Item = &'a Past>) -> Self {
        let mut standing = Self::default();
        past.into_iter().for_each(|past| standing.add(past));
        standing
    }
}
