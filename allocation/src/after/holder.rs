/// What someone has, and what they said of it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Holder {
    /// Tickets they have.
    pub held: u32,
    /// Of these, what they said too late will not be used.
    pub late: u32,
    /// What is offered to them.
    pub offer: Option<Offer>,
    /// What the result gave them.
    pub given: u32,
    /// Tickets they took from offers, from the table, or were given later.
    pub accepted: u32,
    /// Tickets they gave back.
    pub returned: u32,
    /// Of these, what someone else took.
    pub passed: u32,
    /// Tickets they handed on to someone.
    pub handed: u32,
    /// Tickets that someone handed on to them.
    pub received: u32,
    /// How often they declined or did not answer.
    pub declined: u32,
    /// The largest number they would have had and did not want.
    pub(super) refused: u32,
    /// They parted with something, or somebody decided for them by hand, or they left: nothing is offered to them by itself.
    pub(super) out: bool,
}

/// Tickets offered to one person.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Offer {
    /// How many more they would have.
    pub number: u32,
    /// Since when, in milliseconds since 1970 in UTC.
    pub since: i64,
    /// From then on it can no longer be taken.
    pub until: i64,
}

impl Holder {
    /// Whether something may be offered to them when their turn comes.
    #[must_use]
    pub fn is_in_line(&self) -> bool {
        !self.out
    }

    /// Nothing is offered to them by itself from now on; what is offered goes on to others.
    pub(super) fn wants_no_more(&mut self) {
        (self.offer, self.out) = (None, true);
    }

    /// What they would have with what is offered to them.
    #[must_use]
    pub fn with_offer(&self) -> u32 {
        self.held.saturating_add(self.offer.map_or(0, |offer| offer.number))
    }
}
