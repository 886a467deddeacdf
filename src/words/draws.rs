//! Draws, rules and reasons in plain words.

use allocation::{Exact, Fill, Order, Rule, Slips};

use super::{counted, grouped, tickets};

/// The name of a rule: three have one of their own.
pub fn rule_name(rule: Rule) -> String {
    match rule {
        Rule::FAIR_OVER_THE_SEASON => "Fair over the season".to_owned(),
        Rule::EQUAL_CHANCES => "Equal chances".to_owned(),
        Rule::FIRST_COME => "First come".to_owned(),
        Rule { order, fill } => format!("{}, {}", order_name(order), fill_name(fill)),
    }
}

const fn order_name(order: Order) -> &'static str {
    match order {
        Order::Equal => "Lots",
        Order::Slips => "Lots with slips",
        Order::Balance => "Who has had least",
        Order::FirstCome => "Who asked first",
    }
}

const fn fill_name(fill: Fill) -> &'static str {
    match fill {
        Fill::Straight => "best number at once",
        Fill::Turns => "smallest number, then more",
        Fill::Rising => "everybody rises together",
        Fill::MostPeople => "as many people as possible",
    }
}

/// A rule in two sentences: who comes first, and how many each gets.
pub fn rule_sentences(rule: Rule) -> String {
    let order = match rule.order {
        Order::Equal => "Chance alone says who comes first.",
        Order::Slips => {
            "Chance says who comes first, and everybody who went without has more slips in it: twice as many for each time in a row."
        }
        Order::Balance => "Who has had least of an even share this season comes first; chance decides between equals.",
        Order::FirstCome => "Who asked first comes first; chance decides between equals.",
    };
    let fill = match rule.fill {
        Fill::Straight => "In that order everybody gets the largest number they accept that is still there.",
        Fill::Turns => "In that order everybody gets the smallest number they accept, then more if there is more.",
        Fill::Rising => {
            "Everybody who accepts 1 gets 1, then everybody who accepts 2 gets 2, and so on, in that order, as far as the tickets go."
        }
        Fill::MostPeople => {
            "The smallest wishes are met first, so that as many people as possible get something, then more if there is more."
        }
    };
    format!("{order} {fill}")
}

/// "4 slips"; nothing for one, which everyone has.
pub fn slips(slips: Slips) -> Option<String> {
    (slips.get() > 1).then(|| counted(slips.get(), "slip", "slips"))
}

/// "1.2 behind" an even share, "1.2 ahead" of it; nothing when it is even.
pub fn balance_of(balance: Exact) -> Option<String> {
    let side = if balance.get() > 0 { "behind" } else { "ahead" };
    beside_even(balance).map(|by| format!("{by} {side}"))
}

/// By how many tickets someone is beside an even share, to the tenth: "1.2".
fn beside_even(balance: Exact) -> Option<String> {
    let thousandths = balance.get().unsigned_abs();
    let (whole, tenth) = (thousandths / 1_000, thousandths % 1_000 / 100);
    (whole + tenth > 0).then(|| format!("{}.{tenth}", grouped(whole)))
}

/// What a season remembers of someone, and how it counts.
pub const EVEN_SHARE: &str = "An even share is an event's tickets divided by the people who asked. Everybody has one slip; each \
                              event in a row without tickets doubles it, up to 64. Only events that had too few tickets count.";

/// What "slips", "behind" and "ahead" mean beside someone's name.
pub const BESIDE_NAMES: &str = "Slips count in draws with slips. Behind and ahead: tickets beside an even share, over the events that \
                                had too few.";

/// What counts for someone in the next draw: "You have had 1.1 tickets less than an even share. You went without twice in a
/// row: 4 slips in a draw with slips."
pub fn standing(losses: u32, slips: Slips, balance: Exact) -> String {
    let share = match beside_even(balance) {
        Some(by) if balance.get() > 0 => format!("You have had {by} tickets less than an even share."),
        Some(by) => format!("You have had {by} tickets more than an even share."),
        None => "So far you have had an even share.".to_owned(),
    };
    let lots = slips.get();
    match losses {
        0 => share,
        1 => format!("{share} You went without last time: {lots} slips in a draw with slips."),
        2 => format!("{share} You went without twice in a row: {lots} slips in a draw with slips."),
        times => format!("{share} You went without {times} times in a row: {lots} slips in a draw with slips."),
    }
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

/// What a draw says of one request.
#[derive(Clone, Copy, Debug)]
pub struct Fate<'a> {
    /// Its rank among how many.
    pub rank: usize,
    pub of: usize,
    pub fill: Fill,
    pub given: u32,
    pub accepted: &'a [u32],
    /// The next number the person accepts, and how many tickets were there when it was asked for.
    pub missed: Option<(u32, u32)>,
}

/// Why someone got what they got.
pub fn fate(fate: &Fate<'_>) -> String {
    let place = format!("Place {} of {}.", fate.rank, fate.of);
    let there = |left: u32| match left {
        0 => "none were left".to_owned(),
        1 => "1 ticket was left".to_owned(),
        left => format!("{} were left", tickets(left)),
    };
    let when = match fate.fill {
        Fill::Straight => "At its turn",
        Fill::Turns | Fill::Rising | Fill::MostPeople => "When it came to that",
    };
    match (fate.given, fate.missed) {
        (0, Some((smallest, left))) if fate.accepted.len() == 1 => {
            format!("{place} Only {smallest} would have done. {when}, {}.", there(left))
        }
        (0, Some((smallest, left))) => {
            format!("{place} {smallest} was the smallest number that would have done. {when}, {}.", there(left))
        }
        (given, Some((next, left))) => {
            format!(
                "{place} Got {given}. For {next} it would have taken {} more; {} by then.",
                next - given,
                there(left)
            )
        }
        (given, None) => format!("{place} Got {given}, the first choice."),
    }
}

/// A long hexadecimal number in groups of four: easier to compare by eye.
pub fn in_groups(hex: &str) -> String {
    let digits: Vec<char> = hex.chars().collect();
    digits.chunks(4).map(|group| group.iter().collect::<String>()).collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use allocation::{Exact, Fill, Slips};

    use super::{Fate, chance, fate, mean, standing};

    #[test]
    fn what_counts_for_somebody_is_one_plain_sentence_each() {
        let behind = standing(2, Slips::after(2), Exact::clamped(1_149));
        assert_eq!(
            behind,
            "You have had 1.1 tickets less than an even share. You went without twice in a row: 4 slips in a draw with slips."
        );
        let ahead = standing(0, Slips::ONE, Exact::clamped(-2_000));
        assert_eq!(ahead, "You have had 2.0 tickets more than an even share.");
        let even = standing(7, Slips::after(7), Exact::clamped(99));
        assert_eq!(
            even,
            "So far you have had an even share. You went without 7 times in a row: 64 slips in a draw with slips."
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
    fn a_reason_says_place_number_and_what_was_left() {
        let of = |given, accepted, missed| fate(&Fate { rank: 7, of: 41, fill: Fill::Turns, given, accepted, missed });
        assert_eq!(
            of(0, &[4, 2], Some((2, 1))),
            "Place 7 of 41. 2 was the smallest number that would have done. When it came to that, 1 ticket was left."
        );
        assert_eq!(
            of(0, &[4], Some((4, 0))),
            "Place 7 of 41. Only 4 would have done. When it came to that, none were left."
        );
        assert_eq!(
            of(2, &[4, 2], Some((4, 1))),
            "Place 7 of 41. Got 2. For 4 it would have taken 2 more; 1 ticket was left by then."
        );
        assert_eq!(of(4, &[4, 2], None), "Place 7 of 41. Got 4, the first choice.");
    }
}
