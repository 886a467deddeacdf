//! From an order to numbers.

use alloc::vec::Vec;

use crate::{Fill, Step, Tiers};

/// What is told while numbers are given: who was raised, who could not be, and how far things are.
pub trait Watch {
    /// The person at `rank` (from 0) is raised to `to`, while `left` tickets are there.
    fn raised(&mut self, rank: usize, to: u32, left: u32);
    /// The person at `rank` would take `to`, but `left` is too little.
    fn refused(&mut self, rank: usize, to: u32, left: u32);
    /// Under [`Fill::Limit`], the person at `rank` has this limit. Heard before anything else about them.
    fn limited(&mut self, rank: usize, limit: u64);
}

/// Nobody watches.
impl Watch for () {
    fn raised(&mut self, _: usize, _: u32, _: u32) {}
    fn refused(&mut self, _: usize, _: u32, _: u32) {}
    fn limited(&mut self, _: usize, _: u64) {}
}

/// Hears how far a long computation is.
pub trait Progress {
    /// `done` of `all` requests went through `step`.
    fn at(&mut self, step: Step, done: usize, all: usize);
}

/// Nobody listens.
impl Progress for () {
    fn at(&mut self, _: Step, _: usize, _: usize) {}
}

impl<F: FnMut(Step, usize, usize)> Progress for F {
    fn at(&mut self, step: Step, done: usize, all: usize) {
        self(step, done, all);
    }
}

/// Gives out `left` tickets in order: `tiers` and `given` are by rank, `given` is what each has already. Returns what
/// is left. `limit` says a rank's limit by lot; it is asked under [`Fill::Limit`] only.
///
/// "Raise to c" is allowed when c is one of the person's tiers, more than they have, and the difference is there. Everyone
/// starts from 0 at a draw, and from what stands when returned or additional tickets are given out.
pub fn fill(
    rule: Fill,
    tiers: &[&Tiers],
    limit: impl Fn(usize) -> u64,
    given: &mut [u32],
    left: u32,
    watch: &mut impl Watch,
) -> u32 {
    let mut giving = Giving { tiers, given, left, watch };
    match rule {
        Fill::Straight => giving.largest(),
        Fill::Limit => {
            giving.largest_within(limit);
            giving.largest();
        }
        Fill::Turns => {
            giving.smallest(0..tiers.len());
            giving.rising();
        }
        Fill::Rising => giving.rising(),
        Fill::MostPeople => {
            let mut ranks: Vec<usize> = (0..tiers.len()).collect();
            ranks.sort_by_key(|&rank| tiers[rank].smallest());
            giving.smallest(ranks);
            giving.rising();
        }
    }
    giving.left
}

struct Giving<'a, W> {
    tiers: &'a [&'a Tiers],
    given: &'a mut [u32],
    left: u32,
    watch: &'a mut W,
}

impl<W: Watch> Giving<'_, W> {
    /// Raises to `to` if that is allowed. `to` must be one of the person's tiers and more than they have.
    fn raise(&mut self, rank: usize, to: u32) {
        let more = to - self.given[rank];
        if more > self.left {
            self.watch.refused(rank, to, self.left);
            return;
        }
        self.watch.raised(rank, to, self.left);
        self.given[rank] = to;
        self.left -= more;
    }

    /// In order, each to the largest tier allowed at that moment.
    fn largest(&mut self) {
        for rank in 0..self.tiers.len() {
            self.raise_most(rank, u64::MAX);
        }
    }

    /// As [`Giving::largest`], nobody above their limit.
    fn largest_within(&mut self, limit: impl Fn(usize) -> u64) {
        for rank in 0..self.tiers.len() {
            let limit = limit(rank);
            self.watch.limited(rank, limit);
            self.raise_most(rank, limit);
        }
    }

    /// Raises to the largest tier allowed that is at most `limit`, if any.
    fn raise_most(&mut self, rank: usize, limit: u64) {
        let has = self.given[rank];
        let wanted = self.tiers[rank].amounts().iter().copied().take_while(|&amount| amount > has);
        let mut too_much = None;
        for amount in wanted.skip_while(|&amount| u64::from(amount) > limit) {
            if amount - has <= self.left {
                self.raise(rank, amount);
                break;
            }
            too_much = Some(amount);
        }
        if let Some(amount) = too_much {
            self.watch.refused(rank, amount, self.left);
        }
    }

    /// Those who have nothing to their smallest tier.
    fn smallest(&mut self, ranks: impl IntoIterator<Item = usize>) {
        for rank in ranks {
            if self.given[rank] == 0 {
                self.raise(rank, self.tiers[rank].smallest());
            }
        }
    }

    /// For each amount anyone accepts, ascending: in order, each who accepts it to it.
    fn rising(&mut self) {
        let wanted = self.tiers.iter().zip(self.given.iter()).zip(0_u32..).flat_map(|((tiers, &has), rank)| {
            tiers.amounts().iter().take_while(move |&&amount| amount > has).map(move |&amount| (amount, rank))
        });
        let mut rounds: Vec<(u32, u32)> = wanted.collect();
        rounds.sort_unstable();
        for (amount, rank) in rounds {
            self.raise(rank as usize, amount);
        }
    }
}
