//! What the product says, in one place: pages, mails and commands use the same sentences.

#[cfg(feature = "ssr")]
mod account;
#[cfg(feature = "ssr")]
mod deeds;
#[cfg(feature = "ssr")]
mod device;
mod draws;
#[cfg(feature = "ssr")]
mod fairness;
#[cfg(feature = "ssr")]
mod outbox;
mod outcome;
#[cfg(feature = "ssr")]
mod people_import;
mod refusals;
#[cfg(feature = "ssr")]
mod settings;
mod tiers;
#[cfg(feature = "ssr")]
mod when;

#[cfg(feature = "ssr")]
pub use account::masked;
#[cfg(feature = "ssr")]
pub use deeds::{KINDS, deed, details};
#[cfg(feature = "ssr")]
pub use device::device;
pub use draws::{
    BESIDE_NAMES, EVEN_SHARE, Fate, balance_of, chance, fate, in_groups, mean, rule_name, rule_sentences, slips,
    standing,
};
#[cfg(feature = "ssr")]
pub use fairness::{runs, times, went};
#[cfg(feature = "ssr")]
pub use outbox::{PRINTED, SES_SILENT, TOLD_IN_PERSON, mail_kind, mail_state, sending_time, tried_again};
pub use outcome::{NONE_NOW, Outcome, change, demand, outcome, status, totals};
#[cfg(feature = "ssr")]
pub use people_import::{
    import_button, import_counts, not_read, people_too_many, people_without_address, stands_twice,
};
pub use refusals::{notice, obstacle, problem, refusal};
#[cfg(feature = "ssr")]
pub use settings::{WHERE_TO_CHANGE, setting};
pub use tiers::{either_or, sentence, wish};
#[cfg(feature = "ssr")]
pub use when::{
    distance, long_date, month, short_date, time_for, when, when_exact, when_for_you, when_short, zone_name,
};

/// "1 ticket", "2 tickets".
pub fn tickets(count: impl Into<u64>) -> String {
    counted(count, "ticket", "tickets")
}

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

/// "1 person", "2 people".
pub fn people(count: impl Into<u64>) -> String {
    counted(count, "person", "people")
}

/// "1 mail", "2 mails".
pub fn mails(count: impl Into<u64>) -> String {
    counted(count, "mail", "mails")
}

/// A number with its noun.
pub fn counted(count: impl Into<u64>, one: &str, many: &str) -> String {
    let count = count.into();
    format!("{} {}", grouped(count), if count == 1 { one } else { many })
}

/// Thousands set apart: 12,500.
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
