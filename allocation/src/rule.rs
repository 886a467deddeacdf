//! Who comes first, and how many each gets. Every order goes with every fill.

use core::fmt;

/// Who is considered first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Order {
    /// Everyone has one position; the smallest comes first.
    Equal,
    /// Everyone has as many positions as slips; the best of them counts.
    Slips,
    /// Who has had least of their share comes first; equals by position.
    Balance,
    /// Who asked first comes first; equals by position.
    FirstCome,
}

/// How many each gets.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Fill {
    /// In order, each gets the largest number they accept that is still there.
    Straight,
    /// In order, each gets the smallest number they accept; then more, as `Rising`.
    Turns,
    /// For each number from the smallest up: in order, who accepts it is raised to it.
    Rising,
    /// The smallest wishes first, whatever the order; then more, as `Rising`.
    MostPeople,
    /// In order, each gets the largest number they accept that is still there and within their limit by lot
    /// ([`crate::limit_by_lot`]); then more, as `Straight`. Hiding a number one accepts never helps.
    Limit,
}

/// An order with a fill.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Rule {
    /// Who is considered first.
    pub order: Order,
    /// How many each gets.
    pub fill: Fill,
}

impl Order {
    /// Whether slips or balance decide, so that the season's ledger belongs into a record.
    #[must_use]
    pub fn uses_season(self) -> bool {
        matches!(self, Self::Slips | Self::Balance)
    }

    /// All orders.
    pub const ALL: [Self; 4] = [Self::Equal, Self::Slips, Self::Balance, Self::FirstCome];

    /// The word in a record.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Equal => "equal",
            Self::Slips => "slips",
            Self::Balance => "balance",
            Self::FirstCome => "first-come",
        }
    }

    /// Reads [`Order::as_str`] back.
    #[must_use]
    pub fn parse(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|order| order.as_str() == word)
    }
}

impl Fill {
    /// All fills.
    pub const ALL: [Self; 5] = [Self::Straight, Self::Turns, Self::Rising, Self::MostPeople, Self::Limit];

    /// The word in a record.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Straight => "straight",
            Self::Turns => "turns",
            Self::Rising => "rising",
            Self::MostPeople => "most-people",
            Self::Limit => "limit",
        }
    }

    /// Reads [`Fill::as_str`] back.
    #[must_use]
    pub fn parse(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|fill| fill.as_str() == word)
    }
}

impl Rule {
    /// "Even out the season": who has had least comes first, everyone in turn.
    pub const EVEN_OUT_THE_SEASON: Self = Self { order: Order::Balance, fill: Fill::Turns };
    /// "Lottery": chance says who comes first, and a limit by lot how many they take before everyone had their turn.
    pub const LOTTERY: Self = Self { order: Order::Equal, fill: Fill::Limit };
    /// "First come, first served": who asked first chooses first.
    pub const FIRST_COME: Self = Self { order: Order::FirstCome, fill: Fill::Straight };
    /// The three that are offered first.
    pub const NAMED: [Self; 3] = [Self::EVEN_OUT_THE_SEASON, Self::LOTTERY, Self::FIRST_COME];
    /// "Plain lottery": chance says who comes first, and whoever does chooses first. Offered among the others.
    pub const PLAIN_LOTTERY: Self = Self { order: Order::Equal, fill: Fill::Straight };

    /// All twenty.
    pub fn all() -> impl Iterator<Item = Self> {
        Order::ALL.into_iter().flat_map(|order| Fill::ALL.into_iter().map(move |fill| Self { order, fill }))
    }
}

impl fmt::Display for Rule {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} + {}", self.order.as_str(), self.fill.as_str())
    }
}
