use catalog::{outcome as say, status as states};

use crate::domain::event::EventStatus;

/// What one person got, beside what everyone wanted.
#[derive(Clone, Copy, Debug)]
pub struct Outcome<'a> {
    pub given: u32,
    /// What the person said would work, largest first.
    pub accepted: &'a [u32],
    /// Tickets there were.
    pub tickets: u32,
    /// People who asked.
    pub people: u64,
    /// Tickets if everyone had got their first choice.
    pub requested: u64,
    /// Why the organizer set this number, for everyone to read; empty where nobody said why.
    pub reason: &'a str,
}

/// "You got 2 tickets: your next choice after 4."
pub fn outcome(outcome: &Outcome<'_>) -> String {
    let given = outcome.given;
    match outcome.accepted.iter().position(|&amount| amount == given) {
        _ if given == 0 && !outcome.reason.is_empty() => say::none_by_hand(outcome.reason),
        _ if given == 0 && outcome.requested > outcome.tickets.into() => {
            say::none(outcome.people, outcome.requested, outcome.tickets)
        }
        _ if given == 0 => say::none_enough().to_owned(),
        Some(0) => say::first_choice(given),
        Some(place) => say::next_choice(given, outcome.accepted[place - 1]),
        None => say::by_hand(given, super::either_or(outcome.accepted)),
    }
}

/// "Your tickets changed from 2 to 3."
pub fn change(before: u32, now: u32) -> String {
    say::changed(before, now)
}

/// Who gave someone another number than they had been told, and why.
pub fn changed_because(by: &str, why: &str) -> String {
    if by.is_empty() { say::changed_because(why) } else { say::changed_by(by, why) }
}

/// What someone has whose tickets were taken back.
pub fn none_now() -> &'static str {
    say::none_now()
}

/// "96 requested by 41 people · 40 available".
pub fn demand(requested: u64, asking: u64, available: u32) -> String {
    if asking == 0 { say::no_requests(available) } else { say::demand(requested, asking, available) }
}

/// "Everyone’s first choice would take 96 in all. The bare minimum is 51."; nothing where nobody asked.
pub fn totals(first_choices: u64, smallest: u64) -> Option<String> {
    (first_choices > 0).then(|| say::totals(first_choices, smallest))
}

/// The word for a state.
pub fn status(status: EventStatus) -> &'static str {
    match status {
        EventStatus::Open => states::open(),
        EventStatus::Closed => states::closed(),
        EventStatus::Finalized => states::finalized(),
        EventStatus::Canceled => states::canceled(),
    }
}

#[cfg(test)]
mod tests {
    use super::{Outcome, outcome};

    #[test]
    fn what_came_of_it_is_one_plain_sentence() {
        let with = |given, accepted, requested, reason| {
            outcome(&Outcome { given, accepted, tickets: 10, people: 6, requested, reason })
        };
        let of = |given, accepted, requested| with(given, accepted, requested, "");
        assert_eq!(of(0, &[4], 19), "No tickets this time. 6 people requested 19; only 10 were available.");
        assert_eq!(of(0, &[4], 10), "No tickets this time.");
        assert_eq!(
            with(0, &[4], 19, "Isn’t coming"),
            "No tickets this time. The organizer set this by hand. Reason: Isn’t coming"
        );
        assert_eq!(of(4, &[4, 2], 19), "You got 4 tickets. That’s your first choice!");
        assert_eq!(of(1, &[4, 2, 1], 19), "You got 1 ticket: your next choice after 2.");
        assert_eq!(of(3, &[4, 2], 19), "You got 3 tickets. The organizer set this number; you requested 4 or 2.");
    }
}
