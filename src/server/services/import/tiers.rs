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

/// What a copy of the file may have around its numbers instead: a list of JSON, or other signs between them.
const AROUND: [char; 4] = ['[', ']', '"', '\''];
const BETWEEN: [char; 4] = [',', ';', '/', '|'];

/// Reads `6,3,2,1,0`: numbers in order of preference, the last of them 0 for "none".
///
/// Ours is a set of which the largest is preferred: an ascending or repeating wish keeps its numbers and loses its
/// order; what is not a number from 1 to a million is left out; of more than 64 numbers the largest stay.
pub(super) fn read(preferences: Option<&str>) -> Wish {
    let raw = preferences.unwrap_or_default().trim();
    let number = |part: &str| part.trim_matches(|c: char| c.is_whitespace() || AROUND.contains(&c)).parse().ok();
    let parts: Vec<Option<u32>> = raw.split(BETWEEN).map(number).collect();
    let accepted = |amount: &u32| (1..=MAX_AMOUNT).contains(amount);
    let set: BTreeSet<u32> = parts.iter().flatten().copied().filter(accepted).collect();
    let tiers = Tiers::from_set(set.into_iter().rev().take(MAX_TIERS)).ok();
    let plain = tiers.as_ref().is_some_and(|tiers| {
        let numbers: Option<Vec<u32>> = parts.into_iter().collect();
        let of_the_original = raw.chars().all(|c| c.is_ascii_digit() || c == ',' || c.is_whitespace());
        of_the_original && numbers.is_some_and(|numbers| numbers.strip_suffix(&[0]) == Some(tiers.amounts()))
    });
    Wish { tiers, odd: !plain }
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
        assert_eq!(reading("0"), (None, true));
        assert_eq!(reading("lots please"), (None, true));
        assert_eq!(read(None), Wish { tiers: None, odd: true });
    }
}
