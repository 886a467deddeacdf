use crate::server::chance::{Chance, SeededChance};

/// Chance that falls the same way in every run. For made-up things only.
#[derive(Debug)]
pub(super) struct Dice(SeededChance);

impl Default for Dice {
    fn default() -> Self {
        Self(SeededChance::new(2_026))
    }
}

impl Dice {
    /// A number from 0 to one below `count`; 0 if there is none.
    pub(super) fn below(&self, count: usize) -> usize {
        let [a, b, c, d, ..] = self.0.bytes();
        let rolled = usize::try_from(u32::from_be_bytes([a, b, c, d])).unwrap_or(0);
        rolled.checked_rem(count).unwrap_or(0)
    }

    /// True once in `count` times.
    pub(super) fn one_in(&self, count: usize) -> bool {
        self.below(count) == 0
    }

    /// One of them.
    pub(super) fn pick<'a, T>(&self, all: &'a [T]) -> &'a T {
        &all[self.below(all.len())]
    }

    /// `count` of them (or all), in any order.
    pub(super) fn draw<T: Clone>(&self, all: &[T], count: usize) -> Vec<T> {
        let mut left = all.to_vec();
        let count = count.min(left.len());
        (0..count).map(|_| left.swap_remove(self.below(left.len()))).collect()
    }
}
