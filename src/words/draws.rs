//! Draws, rules and reasons in plain words.

use allocation::{Exact, Fill, Format, Order, Rule, Slips};

use super::{counted, grouped};
use crate::domain::draw::RandomnessSource;

/// The name of a rule: four have one of their own. The others are called by their order and their fill.
pub fn rule_name(rule: Rule) -> String {
    match rule {
        Rule::EVEN_OUT_THE_SEASON => "Even out the season".to_owned(),
        Rule::LOTTERY => "Lottery".to_owned(),
        Rule::FIRST_COME => "First come, first served".to_owned(),
        Rule::PLAIN_LOTTERY => "Plain lottery".to_owned(),
        Rule { order, fill } => format!("{}, {}", order_name(order), fill_name(fill)),
    }
}

const fn order_name(order: Order) -> &'static str {
    match order {
        Order::Equal => "Equal chances",
        Order::Slips => "Extra entries for people who missed out",
        Order::Balance => "Furthest behind goes first",
        Order::FirstCome => "First come, first served",
    }
}

const fn fill_name(fill: Fill) -> &'static str {
    match fill {
        Fill::Straight => "top choice first",
        Fill::Turns => "smallest first, then extras",
        Fill::Rising => "one step at a time",
        Fill::MostPeople => "serve the most people",
        Fill::Limit => "within a random limit",
    }
}

/// A source of public randomness, as it is chosen: its name, and what it takes.
pub const fn randomness_choice(source: RandomnessSource) -> (&'static str, &'static str) {
    match source {
        RandomnessSource::Drand => (
            "A round of drand",
            "recommended: a public random number that comes ten minutes after requests close, by itself",
        ),
        RandomnessSource::Typed => {
            ("Something typed in later", "such as lottery numbers; you type it in before you draw")
        }
        RandomnessSource::None => ("Nothing", "people have to trust that whoever runs this site didn’t look"),
    }
}

/// What the source of randomness says of whoever runs the site. `known_late`: what is typed in was announced as
/// becoming known after requests had closed.
pub const fn what_randomness_proves(source: RandomnessSource, known_late: bool) -> &'static str {
    match (source, known_late) {
        (RandomnessSource::Drand, _) => {
            "The draw takes a public random number that came after the method and everything set by hand were fixed, as the \
             signed statements say. If their times are true, not even whoever runs this site, together with the organizer, \
             could have known or steered the result. Whoever saw the settled draw before its number came knows that they are."
        }
        (RandomnessSource::Typed, true) => {
            "The public number was named before the first request and was to become known only after requests had closed. If \
             that’s so, nobody could have known the result before, not even whoever runs this site. Whether it was typed in \
             as published is for you to compare."
        }
        (RandomnessSource::Typed, false) => {
            "The public number was named before the first request, but not announced as becoming known after requests close. \
             Whoever runs this site may have known it, and the result, earlier."
        }
        (RandomnessSource::None, _) => {
            "Whoever runs this site could have looked at the code early; you’re trusting that they didn’t. A public random \
             number removes the need for that trust."
        }
    }
}

/// A rule in two sentences: who comes first, and how many each gets.
pub fn rule_sentences(rule: Rule) -> String {
    let order = match rule.order {
        Order::Equal => "Order is random. Everyone has the same chance.",
        Order::Slips => {
            "Order is random, but people who missed out get extra entries: double for each event in a row without tickets."
        }
        Order::Balance => "People furthest behind their fair share this season go first. Ties are broken at random.",
        Order::FirstCome => "The earliest request goes first. Ties are broken at random.",
    };
    let fill = match rule.fill {
        Fill::Straight => {
            "Going down the list, each person gets the largest number they’d accept that’s still available."
        }
        Fill::Turns => {
            "Going down the list, everyone gets the smallest number they’d accept. Then leftover tickets top people up, in the same order."
        }
        Fill::Rising => {
            "Going down the list, everyone who’d accept 1 gets 1; then everyone who’d accept 2 moves up to 2, and so on until the tickets run out."
        }
        Fill::MostPeople => {
            "The smallest requests go first, so the most people get something. Then leftover tickets top people up."
        }
        Fill::Limit => {
            "Everyone also draws a random limit: at least 2 for one person in two, at least 3 for one in three, and so on. Going down the list, each person gets the largest number they’d accept within their limit that’s still available. Then leftover tickets go around once more, without limits."
        }
    };
    format!("{order} {fill}")
}

/// "4 entries"; nothing for one, which everyone has.
pub fn slips(slips: Slips) -> Option<String> {
    (slips.get() > 1).then(|| counted(slips.get(), "entry", "entries"))
}

/// "1.2 behind" a fair share, "1.2 ahead" of it; nothing when it is even.
pub fn balance_of(balance: Exact) -> Option<String> {
    let side = if balance.get() > 0 { "behind" } else { "ahead" };
    beside_even(balance).map(|by| format!("{by} {side}"))
}

/// By how many tickets someone is beside a fair share, to the tenth: "1.2".
fn beside_even(balance: Exact) -> Option<String> {
    let thousandths = balance.get().unsigned_abs();
    let (whole, tenth) = (thousandths / 1_000, thousandths % 1_000 / 100);
    (whole + tenth > 0).then(|| format!("{}.{tenth}", grouped(whole)))
}

/// What a season remembers of someone, and how it counts in draws of this format.
pub const fn fair_share(format: Format) -> &'static str {
    match format {
        Format::One => {
            "Your fair share of an event is its tickets divided by the people who requested them. Everyone starts with one \
             entry; each event in a row without tickets doubles it, up to 64. Only events with too few tickets count."
        }
        Format::Two => {
            "Your fair share of an event is the tickets that people got, divided by everyone who requested tickets for it or \
             for the event before it. Everyone starts with one entry; each event in a row without tickets doubles it, up to \
             64. Only events with too few tickets count, and only requests that people made themselves."
        }
    }
}

/// What "entries", "behind" and "ahead" mean beside someone's name.
pub const BESIDE_NAMES: &str = "Entries count in weighted draws. “Behind” and “ahead” compare the tickets someone got with their \
                                fair share, over the events with too few.";

/// How someone's tickets compare with their fair share: "You’re 1.1 tickets behind your fair share this season."
fn share(balance: Exact) -> String {
    match beside_even(balance) {
        None => "You’ve had your fair share this season.".to_owned(),
        Some(by) if balance.get() > 0 => format!("You’re {by} tickets behind your fair share this season."),
        Some(by) => format!("You’re {by} tickets ahead of your fair share this season."),
    }
}

/// What counts for someone in the next draw: "You’re 1.1 tickets behind your fair share this season. You missed out twice in
/// a row, so you’d have 4 entries in a weighted draw."
pub fn standing(losses: u32, slips: Slips, balance: Exact) -> String {
    let share = share(balance);
    let lots = slips.get();
    match losses {
        0 => share,
        1 => format!("{share} You missed out last time, so you’d have {lots} entries in a weighted draw."),
        2 => format!("{share} You missed out twice in a row, so you’d have {lots} entries in a weighted draw."),
        times => {
            format!("{share} You missed out {times} times in a row, so you’d have {lots} entries in a weighted draw.")
        }
    }
}

/// The same of what was frozen when requests closed.
pub fn counting(slips: Slips, balance: Exact) -> String {
    format!("{} You’d have {} in a weighted draw.", share(balance), counted(slips.get(), "entry", "entries"))
}

/// A mean of whole numbers with one decimal: "31.4".
pub fn mean(sum: u64, count: u32) -> String {
    let tenths = (sum * 10 + u64::from(count) / 2) / u64::from(count.max(1));
    format!("{}.{}", grouped(tenths / 10), tenths % 10)
}

/// "63 %", "under 1 %", "over 99 %".
pub fn chance(hits: u32, of: u32) -> String {
    let percent = (u64::from(hits) * 100 + u64::from(of) / 2) / u64::from(of.max(1));
    match (hits, percent) {
        (0, _) => "0 %".to_owned(),
        (_, 0) => "under 1 %".to_owned(),
        (hits, 100) if hits < of => "over 99 %".to_owned(),
        (_, percent) => format!("{percent} %"),
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
        let even = standing(7, Slips::after(7), Exact::clamped(99));
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
            ["0 %", "under 1 %", "50 %", "over 99 %", "100 %"]
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
