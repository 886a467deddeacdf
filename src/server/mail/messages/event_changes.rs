//! Several changes of an event in one message: from what it was at first to what it is now.

use std::mem::discriminant;

use super::EventChange;

/// What someone is told who was still to be told of `earlier` changes when `later` ones came: each thing once, from what it was
/// before to what it is now. What is again as it was is left out: perhaps nothing remains.
pub fn in_one(earlier: &[EventChange], later: &[EventChange]) -> Vec<EventChange> {
    let mut all = earlier.to_vec();
    for change in later {
        let opposite = match change {
            EventChange::Restored => Some(discriminant(&EventChange::Deleted)),
            EventChange::Deleted => Some(discriminant(&EventChange::Restored)),
            _ => None,
        };
        let same = all.iter().position(|one| discriminant(one) == discriminant(change));
        let undone = all.iter().position(|one| opposite == Some(discriminant(one)));
        match (same, undone) {
            (_, Some(place)) => drop(all.remove(place)),
            (Some(place), None) => all[place] = from_to(&all[place], change),
            (None, None) => all.push(change.clone()),
        }
    }
    all.retain(|change| !is_none(change));
    all
}

/// From what it was before the first change of the same thing to what it is after the second.
fn from_to(first: &EventChange, second: &EventChange) -> EventChange {
    use EventChange::{Closes, Ends, Name, Place, Season, Starts, Tickets};
    let mut change = second.clone();
    match (&mut change, first) {
        (Name { before, .. }, Name { before: was, .. })
        | (Place { before, .. }, Place { before: was, .. })
        | (Season { before, .. }, Season { before: was, .. }) => before.clone_from(was),
        (Starts { before, .. }, Starts { before: was, .. }) | (Closes { before, .. }, Closes { before: was, .. }) => {
            *before = *was;
        }
        (Ends { before, .. }, Ends { before: was, .. }) => *before = *was,
        (Tickets { before, .. }, Tickets { before: was, .. }) => *before = *was,
        _ => {}
    }
    change
}

/// Whether it is as it was.
fn is_none(change: &EventChange) -> bool {
    use EventChange::{Closes, Ends, Name, Place, Season, Starts, Tickets};
    match change {
        Name { before, now } | Place { before, now } | Season { before, now } => before == now,
        Starts { before, now, .. } | Closes { before, now, .. } => before == now,
        // A message from before it was kept says nothing of what it was.
        Ends { before, now, .. } => before == now && now.is_some(),
        Tickets { before, now } => before == now,
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::in_one;
    use crate::server::mail::messages::EventChange::{Deleted, Name, Restored, Shown, Tickets};

    #[test]
    fn two_changes_are_told_as_one_and_what_is_again_as_it_was_is_not() {
        let tickets = |before, now| Tickets { before, now };
        let name = |before: &str, now: &str| Name { before: before.into(), now: now.into() };
        assert_eq!(in_one(&[tickets(5, 6)], &[tickets(6, 8)]), [tickets(5, 8)]);
        assert_eq!(in_one(&[tickets(5, 6)], &[tickets(6, 5)]), []);
        assert_eq!(in_one(&[tickets(5, 6), Shown], &[name("A", "B"), Shown]), [tickets(5, 6), Shown, name("A", "B")]);
        assert_eq!(in_one(&[Deleted], &[Restored]), []);
        assert_eq!(in_one(&[tickets(5, 6)], &[Deleted]), [tickets(5, 6), Deleted]);
    }
}
