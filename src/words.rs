//! What the product says, in one place: pages, emails and commands use the same sentences. They stand in the catalog, in every
//! language; here it is decided which of them says what.

mod board;
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

pub use board::BarWords;
#[cfg(feature = "ssr")]
pub use board::balance;
#[cfg(feature = "ssr")]
pub use draws::{
    balance_of, beside_names, chance, counting, fair_share, in_groups, mean, randomness_choice, rule_name,
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
pub use refusals::{obstacle, problem, refusal, refusal_in_short};
#[cfg(feature = "ssr")]
pub use server::*;
pub use tiers::TierWords;
#[cfg(feature = "ssr")]
pub use tiers::{amounts, either_or, wish, wish_of};

/// A number with its noun, in English: for commands and the log. Pages have it from the catalog.
pub fn counted(count: impl Into<u64>, one: &str, many: &str) -> String {
    let count = count.into();
    format!("{} {}", grouped(count), if count == 1 { one } else { many })
}

/// Thousands set apart as English does it: 12,500. Pages have `number` of the server.
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
