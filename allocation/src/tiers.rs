//! The amounts one person would accept for one event.

use alloc::vec::Vec;
use core::fmt;

/// The largest amount a tier can name (10⁶).
pub const MAX_AMOUNT: u32 = 1_000_000;

/// The most tiers one request can hold.
pub const MAX_TIERS: usize = 64;

/// "4, else 2, else 1": acceptable amounts, strictly descending, 1 to [`MAX_TIERS`] of them, each 1 to [`MAX_AMOUNT`].
///
/// Getting none is always possible and never listed. A value of this type is always valid: there is no way to build
/// one that is empty, repeats an amount or ascends.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Tiers(Vec<u32>);

/// Why a list of amounts is not a request.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum TiersError {
    /// No amount at all.
    #[error("no amount is given")]
    Empty,
    /// More than [`MAX_TIERS`] amounts; holds how many there were.
    #[error("{0} amounts, at most {MAX_TIERS} are accepted")]
    TooMany(usize),
    /// An amount outside 1 to [`MAX_AMOUNT`].
    #[error("{0} is not between 1 and {MAX_AMOUNT}")]
    OutOfRange(u32),
    /// The same amount twice.
    #[error("{0} stands there twice")]
    Repeated(u32),
    /// An amount larger than the one before it.
    #[error("{0} is larger than the amount before it")]
    Ascending(u32),
}

impl Tiers {
    /// Takes amounts that already stand in descending order, as a record holds them.
    ///
    /// # Errors
    /// Names the first amount that breaks the rule.
    pub fn descending(amounts: Vec<u32>) -> Result<Self, TiersError> {
        if amounts.is_empty() {
            return Err(TiersError::Empty);
        }
        if amounts.len() > MAX_TIERS {
            return Err(TiersError::TooMany(amounts.len()));
        }
        let mut before = u32::MAX;
        for &amount in &amounts {
            if amount == 0 || amount > MAX_AMOUNT {
                return Err(TiersError::OutOfRange(amount));
            }
            if amount == before {
                return Err(TiersError::Repeated(amount));
            }
            if amount > before {
                return Err(TiersError::Ascending(amount));
            }
            before = amount;
        }
        Ok(Self(amounts))
    }

    /// Takes a set of accepted numbers in any order, as a person ticks them.
    ///
    /// # Errors
    /// As [`Tiers::descending`]; an amount named twice is refused, not merged.
    pub fn from_set(amounts: impl IntoIterator<Item = u32>) -> Result<Self, TiersError> {
        let mut amounts: Vec<u32> = amounts.into_iter().collect();
        amounts.sort_unstable_by(|a, b| b.cmp(a));
        Self::descending(amounts)
    }

    /// The amounts, largest first.
    #[must_use]
    pub fn amounts(&self) -> &[u32] {
        &self.0
    }

    /// The first choice: the largest acceptable amount.
    #[must_use]
    pub fn first_choice(&self) -> u32 {
        self.0.first().copied().unwrap_or(0)
    }

    /// The smallest amount that would still do.
    #[must_use]
    pub fn smallest(&self) -> u32 {
        self.0.last().copied().unwrap_or(0)
    }

    /// Whether the person said this amount would do. None (0) always does.
    #[must_use]
    pub fn accepts(&self, amount: u32) -> bool {
        amount == 0 || self.0.contains(&amount)
    }
}

/// `4,2,1`: the amounts joined by commas, without spaces.
impl fmt::Display for Tiers {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (place, amount) in self.0.iter().enumerate() {
            if place > 0 {
                f.write_str(",")?;
            }
            write!(f, "{amount}")?;
        }
        Ok(())
    }
}
