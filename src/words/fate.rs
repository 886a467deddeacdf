//! What a draw gave someone, and why, in plain words.

use allocation::Fill;
use catalog::fate as say;

/// What a draw says of one request.
#[derive(Clone, Copy, Debug)]
pub struct Fate<'a> {
    /// Its rank among how many.
    pub rank: usize,
    pub of: usize,
    pub fill: Fill,
    pub given: u32,
    pub accepted: &'a [u32],
    /// Their limit by lot, where the fill has one.
    pub limit: Option<u64>,
    /// The next number the person accepts, and how many tickets were there when it was asked for.
    pub missed: Option<(u32, u32)>,
}

/// Which place someone had, and why they got what they got.
pub fn fate(fate: &Fate<'_>) -> String {
    format!("{} {}", place_in_order(fate), because(fate))
}

/// "#7 of 41 in the draw, limit 2."
pub fn place_in_order(fate: &Fate<'_>) -> String {
    match fate.limit {
        None => say::place(fate.rank, fate.of),
        Some(limit) => say::place_limited(fate.rank, fate.of, limit),
    }
}

/// "Limit 2.", where the fill has one.
pub fn limit_of(fate: &Fate<'_>) -> Option<String> {
    fate.limit.map(say::limit)
}

/// Why someone got what they got.
pub fn because(fate: &Fate<'_>) -> String {
    let above_limit = fate.missed.zip(fate.limit).is_some_and(|((missed, _), limit)| u64::from(missed) > limit);
    let when = match fate.fill {
        Fill::Limit if above_limit => When::Unlimited,
        Fill::Straight | Fill::Limit => When::Turn,
        Fill::Turns | Fill::Rising | Fill::MostPeople => When::Then,
    };
    match (fate.given, fate.missed, when) {
        (given, None, _) => say::first_choice(given),
        (0, Some((smallest, left)), when) => {
            let only = fate.accepted.len() == 1;
            match (only, when) {
                (true, When::Turn) => say::only_turn(left, smallest),
                (true, When::Then) => say::only_then(left, smallest),
                (true, When::Unlimited) => say::only_unlimited(left, smallest),
                (false, When::Turn) => say::least_turn(left, smallest),
                (false, When::Then) => say::least_then(left, smallest),
                (false, When::Unlimited) => say::least_unlimited(left, smallest),
            }
        }
        (given, Some((next, left)), When::Unlimited) => say::more_unlimited(left, given, next, next - given),
        (given, Some((next, left)), _) => say::more_then(left, given, next, next - given),
    }
}

/// When it was that too few were left.
#[derive(Clone, Copy)]
enum When {
    /// At the person's turn.
    Turn,
    /// When it came to that number.
    Then,
    /// In the round without limits.
    Unlimited,
}

/// "You got 2 tickets, your second choice."
pub fn got(given: u32, accepted: &[u32]) -> String {
    match accepted.iter().position(|&amount| amount == given) {
        Some(0) => say::got_first(given),
        Some(1) => say::got_second(given),
        Some(2) => say::got_third(given),
        _ => say::got(given),
    }
}

#[cfg(test)]
mod tests {
    use allocation::Fill;

    use super::{Fate, because, fate, got, limit_of, place_in_order};

    #[test]
    fn a_reason_says_place_number_and_what_was_left() {
        let limit = None;
        let of = |given, accepted, missed| {
            fate(&Fate { rank: 7, of: 41, fill: Fill::Turns, given, accepted, limit, missed })
        };
        assert_eq!(
            of(0, &[4, 2], Some((2, 1))),
            "#7 of 41 in the draw. Needed at least 2. By then, 1 ticket was left."
        );
        assert_eq!(of(0, &[4], Some((4, 0))), "#7 of 41 in the draw. Only 4 would do. By then, none were left.");
        assert_eq!(
            of(2, &[4, 2], Some((4, 1))),
            "#7 of 41 in the draw. Got 2. Moving up to 4 needed 2 more; 1 ticket was left by then."
        );
        assert_eq!(of(4, &[4, 2], None), "#7 of 41 in the draw. Got 4: first choice.");
    }

    #[test]
    fn a_reason_says_the_limit_by_lot_and_in_which_round_it_counted() {
        let of = |limit, given, accepted, missed| {
            fate(&Fate { rank: 7, of: 41, fill: Fill::Limit, given, accepted, limit: Some(limit), missed })
        };
        assert_eq!(
            of(1, 0, &[4, 2], Some((2, 1))),
            "#7 of 41 in the draw, limit 1. Needed at least 2. In the round without limits, 1 ticket was left."
        );
        assert_eq!(
            of(2, 0, &[4, 2], Some((2, 1))),
            "#7 of 41 in the draw, limit 2. Needed at least 2. By this turn, 1 ticket was left."
        );
        assert_eq!(
            of(2, 2, &[4, 2], Some((4, 1))),
            "#7 of 41 in the draw, limit 2. Got 2. Moving up to 4 needed 2 more; in the round without limits, 1 ticket was left."
        );
        assert_eq!(
            of(4, 2, &[4, 2], Some((4, 0))),
            "#7 of 41 in the draw, limit 4. Got 2. Moving up to 4 needed 2 more; none were left by then."
        );
        assert_eq!(of(1 << 32, 4, &[4, 2], None), "#7 of 41 in the draw, limit 4,294,967,296. Got 4: first choice.");
    }

    #[test]
    fn the_place_and_the_reason_stand_alone_too() {
        let one =
            Fate { rank: 2, of: 3, fill: Fill::Straight, given: 0, accepted: &[4], limit: None, missed: Some((4, 1)) };
        assert_eq!(place_in_order(&one), "#2 of 3 in the draw.");
        assert_eq!(because(&one), "Only 4 would do. By this turn, 1 ticket was left.");
        assert_eq!(limit_of(&one), None);
        let limited = Fate { limit: Some(1_000), ..one };
        assert_eq!(place_in_order(&limited), "#2 of 3 in the draw, limit 1,000.");
        assert_eq!(limit_of(&limited).unwrap(), "Limit 1,000.");
    }

    #[test]
    fn what_one_got_is_named_by_the_choice_it_was() {
        assert_eq!(got(4, &[4, 2]), "You got 4 tickets, your first choice.");
        assert_eq!(got(1, &[3, 1]), "You got 1 ticket, your second choice.");
        assert_eq!(got(2, &[5, 4, 2]), "You got 2 tickets, your third choice.");
        assert_eq!(got(1, &[5, 4, 2, 1]), "You got 1 ticket.");
        assert_eq!(got(3, &[4, 2]), "You got 3 tickets.");
    }
}
