use alloc::collections::BTreeMap;
use core::fmt;

use super::{Entry, What};
use crate::Label;

/// What the entries of a ledger say in sum, all its results together.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// How many entries there are.
    pub entries: usize,
    /// Tickets that people gave back.
    pub returned: u64,
    /// Tickets that people took from offers and from the open table, or were given by hand.
    pub taken: u64,
    /// Offers that were made.
    pub offers: usize,
    /// Of these, the ones that somebody made by hand, for a reason.
    pub by_hand: usize,
}

impl Tally {
    /// Adds up entries that follow from each other.
    #[must_use]
    pub fn of(entries: &[Entry]) -> Self {
        let mut tally = Self { entries: entries.len(), ..Self::default() };
        let mut offered: BTreeMap<&Label, u32> = BTreeMap::new();
        for Entry { fields, .. } in entries {
            let number = u64::from(fields.number.unwrap_or(0));
            match (fields.what, &fields.label) {
                (What::Return, _) => tally.returned += number,
                (What::Claim | What::Give, _) => tally.taken += number,
                (What::Offer, Some(label)) => {
                    tally.offers += 1;
                    tally.by_hand += usize::from(!fields.reason.is_empty());
                    offered.insert(label, fields.number.unwrap_or(0));
                }
                (What::Take, Some(label)) => tally.taken += offered.remove(label).map_or(0, u64::from),
                _ => {}
            }
        }
        tally
    }
}

/// `12 entries after the result: 5 tickets came back, 5 were taken, every offer went to whose turn it was`.
impl fmt::Display for Tally {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { entries, returned, taken, offers, by_hand } = *self;
        let entries_are = if entries == 1 { "entry" } else { "entries" };
        let tickets = if returned == 1 { "ticket" } else { "tickets" };
        let were = if taken == 1 { "was" } else { "were" };
        write!(f, "{entries} {entries_are} after the result: {returned} {tickets} came back, {taken} {were} taken, ")?;
        match (offers, by_hand) {
            (0, _) => f.write_str("nothing was offered"),
            (_, 0) => f.write_str("every offer went to whose turn it was"),
            (_, by_hand) if by_hand == offers => write!(f, "every offer was made by hand ({by_hand})"),
            (_, by_hand) => write!(f, "every offer went to whose turn it was, apart from {by_hand} made by hand"),
        }
    }
}
