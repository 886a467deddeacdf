//! What stands of what the original said about one event.
//!
//! It accepted any number. Ours wants every request of a finalized event decided and no more given than there is, and
//! everything here relies on that. So:
//!
//! - **A possible number** (0 to the event's tickets) stands. One outside the person's tiers has a reason beside it.
//! - **An impossible number** cannot be what anyone got. In a finalized event 0 stands in its place, in every other
//!   the request is undecided; the number is kept beside, reported, and counts as never told.
//! - **Undecided in a finalized event** is none: that is what the original's page said.
//! - **More given than there is**, each number possible by itself: in a finalized event people hold those tickets, so
//!   the numbers stand and the event gets as many tickets as were given; in every other it was a draft, and all are
//!   undecided again. Either way the numbers are kept beside.
//!
//! An event is out of account for fairness if any number is kept beside.

use std::fmt;

use allocation::{MAX_TICKETS, Tiers};

/// What the original said about one request.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Said {
    Nothing,
    Number(i64),
    /// Not a number; this text.
    Unreadable(String),
}

impl fmt::Display for Said {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Nothing => f.write_str("nothing"),
            Self::Number(number) => number.fmt(f),
            Self::Unreadable(text) => write!(f, "“{text}”"),
        }
    }
}

/// What stands of it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Stands {
    /// `None`: undecided.
    pub allocated: Option<u32>,
    pub reason: String,
    /// What was said, where it is kept beside.
    pub kept: Option<i32>,
    /// Whether what was said could not have been.
    pub impossible: bool,
}

/// What stands of an event.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Settled {
    /// The event's tickets from now on.
    pub tickets: u32,
    /// One for each request, in the same order.
    pub requests: Vec<Stands>,
    /// What was given, where it was more than there is.
    pub over_given: Option<u64>,
}

/// Settles an event of `tickets` tickets.
pub(super) fn settle(finalized: bool, tickets: u32, requests: &[(&Tiers, &Said)]) -> Settled {
    let mut stands: Vec<Stands> = requests.iter().map(|(tiers, said)| one(finalized, tickets, tiers, said)).collect();
    let given: u64 = stands.iter().filter_map(|stands| stands.allocated).map(u64::from).sum();
    if given <= u64::from(tickets) {
        return Settled { tickets, requests: stands, over_given: None };
    }
    for one in stands.iter_mut().filter(|one| one.kept.is_none()) {
        one.kept = one.allocated.filter(|&given| given > 0).and_then(|given| given.try_into().ok());
        if !finalized {
            one.allocated = None;
            one.reason.clear();
        }
    }
    let tickets = if finalized { u32::try_from(given).unwrap_or(MAX_TICKETS).min(MAX_TICKETS) } else { tickets };
    Settled { tickets, requests: stands, over_given: Some(given) }
}

fn one(finalized: bool, tickets: u32, tiers: &Tiers, said: &Said) -> Stands {
    let none = finalized.then_some(0);
    match said {
        Said::Nothing => Stands { allocated: none, ..Stands::default() },
        Said::Unreadable(_) => Stands { allocated: none, impossible: true, ..Stands::default() },
        Said::Number(number) => match u32::try_from(*number).ok().filter(|&given| given <= tickets) {
            Some(given) => {
                let reason = if tiers.accepts(given) { "" } else { "as the former system said" };
                Stands { allocated: Some(given), reason: reason.to_owned(), ..Stands::default() }
            }
            None => Stands {
                allocated: none,
                reason: none.map_or_else(String::new, |_| format!("the former system said {number} of {tickets}")),
                kept: Some((*number).clamp(i32::MIN.into(), i32::MAX.into()).try_into().unwrap_or(i32::MAX)),
                impossible: true,
            },
        },
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn settled(finalized: bool, tickets: u32, said: &[i64]) -> Settled {
        let tiers = Tiers::from_set([2, 1]).unwrap();
        let said: Vec<Said> = said.iter().map(|&number| Said::Number(number)).collect();
        let requests: Vec<_> = said.iter().map(|said| (&tiers, said)).collect();
        settle(finalized, tickets, &requests)
    }

    fn allocated(settled: &Settled) -> Vec<Option<u32>> {
        settled.requests.iter().map(|stands| stands.allocated).collect()
    }

    #[test]
    fn an_impossible_number_is_kept_beside_and_none_stands() {
        let settled = settled(true, 20, &[1, 99, -5]);
        assert_eq!(allocated(&settled), [Some(1), Some(0), Some(0)]);
        assert_eq!(settled.requests[1].kept, Some(99));
        assert_eq!(settled.requests[2].kept, Some(-5));
        assert_eq!((settled.tickets, settled.over_given), (20, None));
    }

    #[test]
    fn a_draft_of_an_impossible_number_is_undecided() {
        assert_eq!(allocated(&settled(false, 20, &[2, 99])), [Some(2), None]);
    }

    #[test]
    fn people_who_hold_more_tickets_than_there_were_keep_them() {
        let settled = settled(true, 5, &[3, 0, 4]);
        assert_eq!(allocated(&settled), [Some(3), Some(0), Some(4)]);
        assert_eq!((settled.tickets, settled.over_given), (7, Some(7)));
        assert_eq!(settled.requests.iter().map(|stands| stands.kept).collect::<Vec<_>>(), [Some(3), None, Some(4)]);
        assert_eq!(settled.requests[0].reason, "as the former system said");
    }

    #[test]
    fn a_draft_that_gives_too_much_is_undecided_again() {
        let settled = settled(false, 5, &[3, 4]);
        assert_eq!(allocated(&settled), [None, None]);
        assert_eq!((settled.tickets, settled.over_given), (5, Some(7)));
    }
}
