use crate::{Label, Tiers};

/// The most slips one request can hold, under every rule.
pub const MAX_SLIPS: u8 = 64;

/// The largest whole number that every program holds exactly, also one that knows only IEEE 754 doubles: 2⁵³ − 1.
pub const MAX_EXACT: i64 = (1 << 53) - 1;

/// One person's request as a draw sees it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Request {
    /// Who, to those who know.
    pub label: Label,
    /// What would do.
    pub tiers: Tiers,
    /// Chances under [`crate::Order::Slips`].
    pub slips: Slips,
    /// Under [`crate::Order::Balance`]: thousandths of a ticket behind (above 0) or ahead (below 0) of a fair share.
    pub balance: Exact,
    /// Under [`crate::Order::FirstCome`]: the last change that added an amount, milliseconds since 1970 in UTC.
    pub since: Exact,
    /// What the organizer decided before the draw; such a request is not drawn.
    pub pinned: Option<u32>,
}

/// 1 to [`MAX_SLIPS`] slips.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Slips(u8);

impl Slips {
    /// One slip: nothing lost yet.
    pub const ONE: Self = Self(1);

    /// `None` outside 1 to [`MAX_SLIPS`].
    #[must_use]
    pub fn new(slips: u64) -> Option<Self> {
        u8::try_from(slips).ok().filter(|slips| (1..=MAX_SLIPS).contains(slips)).map(Self)
    }

    /// After this many counting events in a row without a ticket: `min(2^losses, 64)`.
    #[must_use]
    pub fn after(losses: u32) -> Self {
        Self(1 << losses.min(6))
    }

    /// The number.
    #[must_use]
    pub fn get(self) -> u8 {
        self.0
    }
}

/// A whole number within ±[`MAX_EXACT`].
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Exact(i64);

impl Exact {
    /// `None` outside ±[`MAX_EXACT`].
    #[must_use]
    pub fn new(number: i64) -> Option<Self> {
        (-MAX_EXACT..=MAX_EXACT).contains(&number).then_some(Self(number))
    }

    /// The nearest number within the range.
    #[must_use]
    pub fn clamped(number: i64) -> Self {
        Self(number.clamp(-MAX_EXACT, MAX_EXACT))
    }

    /// The number.
    #[must_use]
    pub fn get(self) -> i64 {
        self.0
    }
}
