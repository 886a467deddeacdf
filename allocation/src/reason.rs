use alloc::{vec, vec::Vec};

use crate::fill::Watch;

/// Why one request that was drawn got its number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Reason {
    /// Its place in the list.
    pub place: u32,
    /// Its rank in the order, from 1.
    pub rank: usize,
    /// What it was given.
    pub given: u32,
    /// Tickets there were when it got that number; `None` when it got none.
    pub when_given: Option<u32>,
    /// Its limit by lot under [`crate::Fill::Limit`]; `None` under every other fill. Someone has more than their limit only of
    /// what was left when everyone had had a turn within theirs.
    pub limit: Option<u64>,
    /// The next larger number the person accepts, and why it was not to be; `None` when they got their first choice.
    pub missed: Option<Missed>,
}

/// A number that could not be given.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Missed {
    /// What the person would have taken.
    pub amount: u32,
    /// Tickets there were when it was first asked for, beside what the person had. Always less than the rest of it takes.
    pub left: u32,
}

/// Notes what happens to each rank.
pub struct Trace {
    when_given: Vec<Option<u32>>,
    missed: Vec<Option<Missed>>,
    limits: Vec<Option<u64>>,
}

impl Trace {
    pub fn new(count: usize) -> Self {
        Self { when_given: vec![None; count], missed: vec![None; count], limits: vec![None; count] }
    }

    pub fn reasons(&self, order: &[u32], given: &[u32]) -> Vec<Reason> {
        let each = order.iter().zip(given).enumerate().map(|(rank, (&place, &given))| Reason {
            place,
            rank: rank + 1,
            given,
            when_given: self.when_given[rank],
            limit: self.limits[rank],
            missed: self.missed[rank],
        });
        each.collect()
    }
}

impl Watch for Trace {
    fn raised(&mut self, rank: usize, _: u32, left: u32) {
        self.when_given[rank] = Some(left);
    }

    fn refused(&mut self, rank: usize, amount: u32, left: u32) {
        self.missed[rank].get_or_insert(Missed { amount, left });
    }

    fn limited(&mut self, rank: usize, limit: u64) {
        self.limits[rank] = Some(limit);
    }
}
