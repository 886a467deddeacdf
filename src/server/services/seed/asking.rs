use allocation::Tiers;

use super::dice::Dice;
use crate::domain::request::Ask;

/// What people say would work, and how often: the usual wish is a pair.
const WISHES: &[&[u32]] = &[
    &[2],
    &[2],
    &[2, 1],
    &[2, 1],
    &[2, 1],
    &[1],
    &[4, 2],
    &[4, 2],
    &[4],
    &[4, 3, 2, 1],
    &[3, 2],
    &[3],
    &[4, 2, 1],
    &[6, 4, 2],
    &[6, 4],
    &[8, 6, 4, 2],
];

const NOTES: &[&str] = &[
    "It's my kid's birthday 🎂",
    "First time seeing this team!",
    "Happy to sit apart if that helps.",
    "I can only stay until the interval.",
    "Wheelchair space for one of us, please.",
    "If somebody drops out I can come at an hour's notice.",
    "My parents are visiting. Four would be a dream, two is fine.",
    "אשמח לשבת ליד נועה",
    "شكراً لكم على التنظيم",
    "Missed out last time 🙏",
    "Aisle seat because of my knee.",
    "Only if it does not rain. Just joking.",
    "We'd need a seat on the coach as well\n(all of us, so two).",
    "Vegetarian, no nuts.",
];

/// What one person asks for, within the event's limit.
pub(super) fn ask(dice: &Dice, limit: u32) -> Ask {
    let tiers = loop {
        // A wish above the limit loses its large numbers; one of which nothing is left is rolled again.
        let wish = dice.pick(WISHES).iter().copied().filter(|&amount| amount <= limit.max(1));
        if let Ok(tiers) = Tiers::from_set(wish) {
            break tiers;
        }
    };
    let note = if dice.one_in(4) { *dice.pick(NOTES) } else { "" };
    Ask { tiers, note: note.to_owned() }
}

/// Serves people in their order: each gets the best of their tiers that is still there, or none.
pub(super) fn serve<'a>(tickets: u32, order: impl IntoIterator<Item = &'a Tiers>) -> Vec<u32> {
    let mut left = tickets;
    let serve = |tiers: &Tiers| {
        let given = tiers.amounts().iter().copied().find(|&amount| amount <= left).unwrap_or(0);
        left -= given;
        given
    };
    order.into_iter().map(serve).collect()
}
