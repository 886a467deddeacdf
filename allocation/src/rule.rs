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
    pub const ALL: [Self; 4] = [Self::Straight, Self::Turns, Self::Rising, Self::MostPeople];

    /// The word in a record.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Straight => "straight",
            Self::Turns => "turns",
            Self::Rising => "rising",
            Self::MostPeople => "most-people",
        }
    }

    /// Reads [`Fill::as_str`] back.
    #[must_use]
    pub fn parse(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|fill| fill.as_str() == word)
    }
}

impl Rule {
    /// "Fair over the season": who has had least comes first, everyone in turn.
    pub const FAIR_OVER_THE_SEASON: Self = Self { order: Order::Balance, fill: Fill::Turns };
    /// "Equal chances": every request, small or large, the same chance of its smallest number.
    pub const EQUAL_CHANCES: Self = Self { order: Order::Equal, fill: Fill::Turns };
    /// "First come": who asked first chooses first.
    pub const FIRST_COME: Self = Self { order: Order::FirstCome, fill: Fill::Straight };
    /// The three with a name.
    pub const NAMED: [Self; 3] = [Self::FAIR_OVER_THE_SEASON, Self::EQUAL_CHANCES, Self::FIRST_COME];

    /// All sixteen.
    pub fn all() -> impl Iterator<Item = Self> {
        Order::ALL.into_iter().flat_map(|order| Fill::ALL.into_iter().map(move |fill| Self { order, fill }))
    }
}

impl fmt::Display for Rule {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} + {}", self.order.as_str(), self.fill.as_str())
    }
}
