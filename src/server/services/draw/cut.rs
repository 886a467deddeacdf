use allocation::{Fill, Missed, Reason};

use super::Place;

/// Where in the order of a draw tickets ran out: from there on nobody got any.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cut {
    /// The rank of the last who got any.
    pub after: usize,
    /// Whether none were left for those below, when it came to them; otherwise too few for each of them.
    pub none_left: bool,
    /// Whether someone below has tickets all the same: by hand, or of what came back.
    pub since: bool,
}

/// Where tickets ran out in a draw of so many `tickets`; `None` where no place in the order says it.
///
/// Below the cut nobody was drawn any ticket, and for someone there it was for want of tickets, not because they asked
/// for more than there ever were, or because of their limit by lot. Rules that go down the order once
/// ([`Fill::Straight`], [`Fill::Turns`], [`Fill::Limit`]) may pass over someone above it, for whom too few were left.
/// Rules that go by numbers first ([`Fill::Rising`], [`Fill::MostPeople`]) run out at a number: of these only an order
/// without gaps has a cut.
pub(super) fn cut(places: &[Place], fill: Fill, tickets: u32) -> Option<Cut> {
    let drawn: Vec<_> = places.iter().filter_map(|place| Some((place, place.why?))).collect();
    let last = drawn.iter().rposition(|(_, why)| why.given > 0)?;
    let (above, below) = drawn.split_at(last + 1);
    let in_want = |place: &Place, why: &Reason| {
        let within = |missed: Missed| why.limit.is_none_or(|limit| u64::from(missed.amount) <= limit);
        why.missed.is_some_and(within) && place.accepted.last().is_some_and(|&smallest| smallest <= tickets)
    };
    let by_order = match fill {
        Fill::Straight | Fill::Turns | Fill::Limit => true,
        Fill::Rising | Fill::MostPeople => above.iter().all(|(_, why)| why.given > 0),
    };
    (by_order && below.iter().any(|(place, why)| in_want(place, why))).then(|| Cut {
        after: last + 1,
        none_left: below.iter().all(|(_, why)| why.missed.is_none_or(|missed| missed.left == 0)),
        since: below.iter().any(|(place, _)| place.kept > Some(0)),
    })
}

#[cfg(test)]
mod tests;
