//! What the product says, in one place: pages, emails and commands use the same sentences. They stand in the catalog, in every
//! language; here it is decided which of them says what.

#[cfg(feature = "ssr")]
mod draws;
#[cfg(feature = "ssr")]
mod fate;
mod notices;
#[cfg(feature = "ssr")]
mod outcome;
#[cfg(feature = "ssr")]
mod refusals;
#[cfg(feature = "ssr")]
mod server;
mod tiers;

#[cfg(feature = "ssr")]
pub use draws::{
    BESIDE_NAMES, balance_of, chance, counting, fair_share, in_groups, mean, randomness_choice, rule_name,
    rule_sentences, slips, standing, what_randomness_proves,
};
#[cfg(feature = "ssr")]
pub use fate::{Fate, because, fate, got, limit_of, place_in_order};
pub use notices::Notice;
#[cfg(feature = "ssr")]
pub use notices::notice;
#[cfg(feature = "ssr")]
pub use outcome::{Outcome, change, changed_because, demand, none_now, outcome, status, totals};
#[cfg(feature = "ssr")]
pub use refusals::{obstacle, problem, refusal};
#[cfg(feature = "ssr")]
pub use server::*;
pub use tiers::TierWords;
#[cfg(feature = "ssr")]
pub use tiers::{amounts, either_or, wish};

/// "36 of 40 given · 4 left", "43 of 40 given · 3 too many".
pub fn balance(given: u64, tickets: u32) -> String {
    let there = u64::from(tickets);
    let rest = if given > there {
        format!("⚠ {} too many", grouped(given - there))
    } else {
        format!("{} left", grouped(there - given))
    };
    format!("{} of {} given · {rest}", grouped(given), grouped(there))
}

/// "3 not decided".
pub fn undecided(count: usize) -> String {
    format!("{count} not decided")
}

/// A number with its noun, in English.
pub fn counted(count: impl Into<u64>, one: &str, many: &str) -> String {
    let count = count.into();
    format!("{} {}", grouped(count), if count == 1 { one } else { many })
}

/// Thousands set apart as English does it: 12,500.
pub fn grouped(number: u64) -> String {
    let digits = number.to_string();
    let mut text = String::with_capacity(digits.len() + digits.len() / 3);
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && (digits.len() - place).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}
