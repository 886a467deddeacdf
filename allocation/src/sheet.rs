//! An event's requests with what each is given: totals, and what stands in the way of locking them.

use alloc::vec::Vec;

use crate::Tiers;

/// One request on the sheet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Decision<'a> {
    /// What the person would accept.
    pub tiers: &'a Tiers,
    /// What the organizer gives; `None` is undecided, which is not the same as none.
    pub given: Option<u32>,
    /// What the last draw gave; `None`: nothing was drawn.
    pub drawn: Option<u32>,
    /// Whether a reason stands beside a number outside the tiers, or other than drawn.
    pub has_reason: bool,
}

/// Every request of one event beside its number of tickets.
#[derive(Clone, Debug)]
pub struct Sheet<'a> {
    /// How many tickets there are to give.
    pub tickets: u32,
    /// The requests, in any order; objections name them by their place here.
    pub decisions: Vec<Decision<'a>>,
}

/// What a sheet adds up to, in tickets unless said otherwise. Sums are 64 bit: a sheet cannot overflow them.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Totals {
    /// If everyone got their first choice.
    pub first_choices: u64,
    /// If everyone got the smallest number they accept.
    pub smallest: u64,
    /// Given so far.
    pub given: u64,
    /// Requests, not tickets, that are undecided.
    pub undecided: usize,
    /// Requests, not tickets, that get at least one.
    pub served: usize,
}

/// Why a sheet cannot be saved or locked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Objection {
    /// More is given than there is.
    OverGiven {
        /// Tickets given.
        given: u64,
        /// Tickets there are.
        tickets: u32,
    },
    /// The request at this place gets a number its person did not accept, and no reason stands beside it.
    OutsideTiers {
        /// Place in [`Sheet::decisions`].
        place: usize,
        /// The number given.
        given: u32,
    },
    /// The request at this place gets another number than was drawn, and no reason stands beside it.
    OtherThanDrawn {
        /// Place in [`Sheet::decisions`].
        place: usize,
        /// The number given.
        given: u32,
        /// The number drawn.
        drawn: u32,
    },
    /// The request at this place is undecided.
    Undecided {
        /// Place in [`Sheet::decisions`].
        place: usize,
    },
}

impl Sheet<'_> {
    /// Adds the sheet up.
    #[must_use]
    pub fn totals(&self) -> Totals {
        let mut totals = Totals::default();
        for decision in &self.decisions {
            totals.first_choices += u64::from(decision.tiers.first_choice());
            totals.smallest += u64::from(decision.tiers.smallest());
            match decision.given {
                None => totals.undecided += 1,
                Some(given) => {
                    totals.given += u64::from(given);
                    totals.served += usize::from(given > 0);
                }
            }
        }
        totals
    }

    /// What stands in the way of saving this as a draft: more given than there is, or without a reason a number outside
    /// someone's tiers or, after a draw, another than drawn. Undecided requests are fine in a draft.
    #[must_use]
    pub fn draft_objections(&self) -> Vec<Objection> {
        let mut objections = Vec::new();
        let given = self.totals().given;
        if given > u64::from(self.tickets) {
            objections.push(Objection::OverGiven { given, tickets: self.tickets });
        }
        for (place, decision) in self.decisions.iter().enumerate() {
            let Some(given) = decision.given.filter(|_| !decision.has_reason) else { continue };
            match decision.drawn {
                Some(drawn) if drawn != given => objections.push(Objection::OtherThanDrawn { place, given, drawn }),
                None if !decision.tiers.accepts(given) => objections.push(Objection::OutsideTiers { place, given }),
                _ => {}
            }
        }
        objections
    }

    /// What stands in the way of finalizing: everything a draft objects to, and every undecided request.
    #[must_use]
    pub fn final_objections(&self) -> Vec<Objection> {
        let mut objections = self.draft_objections();
        let undecided = self.decisions.iter().enumerate().filter(|(_, decision)| decision.given.is_none());
        objections.extend(undecided.map(|(place, _)| Objection::Undecided { place }));
        objections
    }
}
