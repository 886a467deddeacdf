use super::{grouped, people, tickets};
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
}

/// "You got 2 tickets. You asked for 4 and said 2 would work."
pub fn outcome(outcome: &Outcome<'_>) -> String {
    let given = outcome.given;
    let first = outcome.accepted.first().copied().unwrap_or(0);
    if given == 0 {
        format!(
            "No tickets this time. {} asked for {}; there {} {}.",
            people(outcome.people),
            grouped(outcome.requested),
            if outcome.tickets == 1 { "was" } else { "were" },
            grouped(outcome.tickets.into()),
        )
    } else if given == first {
        format!("You got {}, just what you asked for.", tickets(given))
    } else if outcome.accepted.contains(&given) {
        let (first, accepted) = (grouped(first.into()), grouped(given.into()));
        format!("You got {}. You asked for {first} and said {accepted} would work.", tickets(given))
    } else {
        format!(
            "You got {}. You asked for {}; the organizer set this number by hand.",
            tickets(given),
            super::either_or(outcome.accepted)
        )
    }
}

/// "Your tickets: 2 → 3."
pub fn change(before: u32, now: u32) -> String {
    format!("Your tickets: {} → {}.", grouped(before.into()), grouped(now.into()))
}

/// Who gave someone another number than they had been told, and why.
pub fn changed_because(by: &str, why: &str) -> String {
    if by.is_empty() { format!("Reason: {why}") } else { format!("{by} changed it. Reason: {why}") }
}

/// What someone has whose tickets were taken back.
pub const NONE_NOW: &str = "You have no tickets for this event now.";

/// "96 asked for by 41 people · 40 tickets".
pub fn demand(requested: u64, asking: u64, available: u32) -> String {
    if asking == 0 {
        return format!("Nobody has asked yet · {}", tickets(available));
    }
    format!("{} asked for by {} · {}", grouped(requested), people(asking), tickets(available))
}

/// "If all get their first choice 96, their smallest 51."; nothing where nobody asked.
pub fn totals(first_choices: u64, smallest: u64) -> Option<String> {
    let said =
        || format!("If all get their first choice {}, their smallest {}.", grouped(first_choices), grouped(smallest));
    (first_choices > 0).then(said)
}

/// The word for a state.
pub const fn status(status: EventStatus) -> &'static str {
    match status {
        EventStatus::Open => "Open",
        EventStatus::Closed => "Closed",
        EventStatus::Finalized => "Finalized",
        EventStatus::Canceled => "Cancelled",
    }
}
