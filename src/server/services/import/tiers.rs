use std::collections::BTreeSet;

use allocation::{MAX_AMOUNT, MAX_TIERS, Tiers};

/// A wish as our rules can hold it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Wish {
    /// `None`: it names no number at all.
    pub tiers: Option<Tiers>,
    /// Whether it was not simply descending with a 0 at its end.
    pub odd: bool,
}

/// Reads `6,3,2,1,0`: numbers in order of preference, the last of them 0 for "none". A copy of the file may have other signs
/// or words around its numbers and between them, or say `4.0`.
///
/// Ours is a set of which the largest is preferred: an ascending or repeating wish keeps its numbers and loses its
/// order; what is not a number from 1 to a million is left out; of more than 64 numbers the largest stay.
pub(super) fn read(preferences: Option<&str>) -> Wish {
    let raw = preferences.unwrap_or_default().trim();
    let accepted = |amount: &u32| (1..=MAX_AMOUNT).contains(amount);
    let set: BTreeSet<u32> = plain_digits(raw).split(is_between).filter_map(number).filter(accepted).collect();
    let tiers = Tiers::from_set(set.into_iter().rev().take(MAX_TIERS)).ok();
    let plain = tiers.as_ref().is_some_and(|tiers| {
        let numbers: Option<Vec<u32>> = raw.split(',').map(|part| part.trim().parse().ok()).collect();
        let of_the_original = raw.chars().all(|c| c.is_ascii_digit() || c == ',' || c.is_whitespace());
        of_the_original && numbers.is_some_and(|numbers| numbers.strip_suffix(&[0]) == Some(tiers.amounts()))
    });
    Wish { tiers, odd: !plain }
}

/// Digits of other scripts as ours, and a comma for a hyphen between two: `4-2-0`.
fn plain_digits(raw: &str) -> String {
    let mut plain = String::with_capacity(raw.len());
    for c in raw.chars() {
        let zero = ['\u{660}', '\u{6f0}', '\u{966}', '\u{ff10}'].map(u32::from);
        let value = zero.iter().find_map(|zero| u32::from(c).checked_sub(*zero).filter(|value| *value < 10));
        match value.and_then(|value| char::from_digit(value, 10)) {
            Some(digit) => plain.push(digit),
            None if c == '-' && plain.ends_with(|before: char| before.is_ascii_digit()) => plain.push(','),
            None => plain.push(c),
        }
    }
    plain
}

fn is_between(c: char) -> bool {
    !c.is_alphanumeric() && !matches!(c, '.' | '-' | '+')
}

/// A whole number, also one that was written as `4.0`, or at the end of a sentence.
fn number(part: &str) -> Option<u32> {
    let part = part.trim_end_matches('.');
    let (digits, fraction) = part.split_once('.').unwrap_or((part, "0"));
    if fraction.bytes().all(|b| b == b'0') { digits.parse().ok() } else { None }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn reading(raw: &str) -> (Option<String>, bool) {
        let wish = read(Some(raw));
        (wish.tiers.map(|tiers| tiers.to_string()), wish.odd)
    }

    #[test]
    fn a_plain_wish_loses_only_its_zero() {
        assert_eq!(reading("6,3,2,1,0"), (Some("6,3,2,1".into()), false));
        assert_eq!(reading(" 4, 2, 0 "), (Some("4,2".into()), false));
    }

    #[test]
    fn an_odd_wish_keeps_what_can_be_kept() {
        assert_eq!(reading("1,2,4,0"), (Some("4,2,1".into()), true));
        assert_eq!(reading("4,4,2,0"), (Some("4,2".into()), true));
        assert_eq!(reading("4,2"), (Some("4,2".into()), true));
        assert_eq!(reading("4,x,-2,,99999999999,0"), (Some("4".into()), true));
        assert_eq!(reading("[4, 2, 0]"), (Some("4,2".into()), true));
        assert_eq!(reading("[\"4\",\"2\",\"0\"]"), (Some("4,2".into()), true));
        assert_eq!(reading("4;2;0"), (Some("4,2".into()), true));
        assert_eq!(reading("4/2 | 1"), (Some("4,2,1".into()), true));
        for words in [
            "4, or 2",
            "4.0,2.0,0",
            "4 2 0",
            "4 or 2",
            "(4, 2)",
            "4\n2\n0",
            "4 & 2.",
            "4 tickets, 2 tickets",
            "{4,2,0}",
            "4-2-0",
            "4 - 2 - 0",
            "４,２,０",
            "٤,٢,٠",
            "۴، ۲، ۰",
        ] {
            assert_eq!(reading(words), (Some("4,2".into()), true), "{words}");
        }
        assert_eq!(reading("4.5,2,0"), (Some("2".into()), true));
        assert_eq!(reading("0"), (None, true));
        assert_eq!(reading("lots please"), (None, true));
        assert_eq!(read(None), Wish { tiers: None, odd: true });
    }
}
