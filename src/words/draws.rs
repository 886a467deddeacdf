//! Draws, rules and reasons in plain words.

use allocation::{Exact, Fill, Format, Order, Rule, Slips};
use catalog::{decimal, draws as say};

use crate::domain::draw::RandomnessSource;

/// The name of a rule: four have one of their own. The others are called by their order and their fill.
pub fn rule_name(rule: Rule) -> String {
    match rule {
        Rule::EVEN_OUT_THE_SEASON => say::rule_even_out_the_season().to_owned(),
        Rule::LOTTERY => say::rule_lottery().to_owned(),
        Rule::FIRST_COME => say::rule_first_come().to_owned(),
        Rule::PLAIN_LOTTERY => say::rule_plain_lottery().to_owned(),
        Rule { order, fill } => say::rule_other(order_name(order), fill_name(fill)),
    }
}

fn order_name(order: Order) -> &'static str {
    match order {
        Order::Equal => say::order_equal(),
        Order::Slips => say::order_entries(),
        Order::Balance => say::order_behind(),
        Order::FirstCome => say::order_first_come(),
    }
}

fn fill_name(fill: Fill) -> &'static str {
    match fill {
        Fill::Straight => say::fill_straight(),
        Fill::Turns => say::fill_turns(),
        Fill::Rising => say::fill_rising(),
        Fill::MostPeople => say::fill_most_people(),
        Fill::Limit => say::fill_limit(),
    }
}

/// A source of public randomness, as it is chosen: its name, and what it takes.
pub fn randomness_choice(source: RandomnessSource) -> (&'static str, &'static str) {
    match source {
        RandomnessSource::Drand => (say::drand(), say::drand_hint()),
        RandomnessSource::Typed => (say::typed(), say::typed_hint()),
        RandomnessSource::None => (say::nothing(), say::nothing_hint()),
    }
}

/// What the source of randomness says of whoever runs the site. `known_late`: what is typed in was announced as
/// becoming known after requests had closed.
pub fn what_randomness_proves(source: RandomnessSource, known_late: bool) -> &'static str {
    match (source, known_late) {
        (RandomnessSource::Drand, _) => say::proves_drand(),
        (RandomnessSource::Typed, true) => say::proves_typed_after(),
        (RandomnessSource::Typed, false) => say::proves_typed(),
        (RandomnessSource::None, _) => say::proves_nothing(),
    }
}

/// A rule in two sentences: who comes first, and how many each gets.
pub fn rule_sentences(rule: Rule) -> String {
    let order = match rule.order {
        Order::Equal => say::says_equal(),
        Order::Slips => say::says_entries(),
        Order::Balance => say::says_behind(),
        Order::FirstCome => say::says_first_come(),
    };
    let fill = match rule.fill {
        Fill::Straight => say::says_straight(),
        Fill::Turns => say::says_turns(),
        Fill::Rising => say::says_rising(),
        Fill::MostPeople => say::says_most_people(),
        Fill::Limit => say::says_limit(),
    };
    format!("{order} {fill}")
}

/// "4 entries"; nothing for one, which everyone has.
pub fn slips(slips: Slips) -> Option<String> {
    (slips.get() > 1).then(|| say::entries(slips.get()))
}

/// "1.2 behind" a fair share, "1.2 ahead" of it; nothing when it is even.
pub fn balance_of(balance: Exact) -> Option<String> {
    let by = decimal(beside_even(balance)?);
    Some(if balance.get() > 0 { say::behind(by) } else { say::ahead(by) })
}

/// By how many tenths of a ticket someone is beside a fair share, to the nearest; nothing when it is even.
fn beside_even(balance: Exact) -> Option<u64> {
    Some((balance.get().unsigned_abs() + 50) / 100).filter(|&by| by > 0)
}

/// What a season remembers of someone, and how it counts in draws of this format.
pub fn fair_share(format: Format) -> &'static str {
    match format {
        Format::One => say::fair_share_one(),
        Format::Two => say::fair_share_two(),
    }
}

/// What "entries", "behind" and "ahead" mean beside someone's name.
pub fn beside_names() -> &'static str {
    say::beside_names()
}

/// How someone's tickets compare with their fair share: "You’re 1.1 tickets behind your fair share this season."
fn share(balance: Exact) -> String {
    match beside_even(balance).map(decimal) {
        None => say::share_even().to_owned(),
        Some(by) if balance.get() > 0 => say::share_behind(by),
        Some(by) => say::share_ahead(by),
    }
}

/// What counts for someone in the next draw: "You’re 1.1 tickets behind your fair share this season. You missed out twice in
/// a row, so you’d have 4 entries in a weighted draw."
pub fn standing(losses: u32, slips: Slips, balance: Exact) -> String {
    let share = share(balance);
    if losses == 0 { share } else { format!("{share} {}", say::missed_out(losses, slips.get())) }
}

/// The same of what was frozen when requests closed.
pub fn counting(slips: Slips, balance: Exact) -> String {
    format!("{} {}", share(balance), say::would_have(slips.get()))
}

/// A mean of whole numbers with one decimal: "31.4".
pub fn mean(sum: u64, count: u32) -> String {
    let tenths = (sum * 10 + u64::from(count) / 2) / u64::from(count.max(1));
    catalog::tenths(i64::try_from(tenths).unwrap_or(i64::MAX))
}

/// "63%", "under 1%", "over 99%".
pub fn chance(hits: u32, of: u32) -> String {
    let percent = (u64::from(hits) * 100 + u64::from(of) / 2) / u64::from(of.max(1));
    match (hits, percent) {
        (1.., 0) => say::chance_under_one().to_owned(),
        (hits, 100) if hits < of => say::chance_over_99().to_owned(),
        (_, percent) => say::chance(percent),
    }
}

/// A long hexadecimal number in groups of four: easier to compare by eye.
pub fn in_groups(hex: &str) -> String {
    let digits: Vec<char> = hex.chars().collect();
    digits.chunks(4).map(|group| group.iter().collect::<String>()).collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use allocation::{Exact, Fill, Order, Rule, Slips};

    use super::{chance, counting, mean, rule_name, standing};

    #[test]
    fn what_counts_for_someone_is_one_plain_sentence_each() {
        let behind = standing(2, Slips::after(2), Exact::clamped(1_149));
        assert_eq!(
            behind,
            "You’re 1.1 tickets behind your fair share this season. You missed out twice in a row, so you’d have 4 entries in a weighted draw."
        );
        let ahead = standing(0, Slips::ONE, Exact::clamped(-2_000));
        assert_eq!(ahead, "You’re 2.0 tickets ahead of your fair share this season.");
        let even = standing(7, Slips::after(7), Exact::clamped(49));
        assert_eq!(
            even,
            "You’ve had your fair share this season. You missed out 7 times in a row, so you’d have 64 entries in a weighted draw."
        );
        let frozen = counting(Slips::ONE, Exact::clamped(1_000));
        assert_eq!(
            frozen,
            "You’re 1.0 tickets behind your fair share this season. You’d have 1 entry in a weighted draw."
        );
    }

    #[test]
    fn chances_are_never_rounded_to_certainty() {
        assert_eq!(
            [0, 1, 1_000, 1_999, 2_000].map(|hits| chance(hits, 2_000)),
            ["0%", "under 1%", "50%", "over 99%", "100%"]
        );
        assert_eq!([mean(0, 2_000), mean(62_999, 2_000), mean(2_469_134, 2)], ["0.0", "31.5", "1,234,567.0"]);
    }

    #[test]
    fn every_rule_has_a_name_of_its_own() {
        let names: std::collections::BTreeSet<String> = Rule::all().map(rule_name).collect();
        assert_eq!(names.len(), 20);
        // What was once offered as "Equal chances" is still found in old events.
        let once = Rule { order: Order::Equal, fill: Fill::Turns };
        assert_eq!(rule_name(once), "Equal chances, smallest first, then extras");
        assert_eq!(Rule::NAMED.map(rule_name), ["Even out the season", "Lottery", "First come, first served"]);
    }
}
