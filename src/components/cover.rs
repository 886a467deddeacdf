use std::fmt::Write;

use leptos::prelude::*;

use crate::domain::ids::SeasonId;

/// How wide and how high the picture is drawn; what does not fit at its sides is cut off.
const WIDTH: i64 = 400;
const HEIGHT: i64 = 60;
/// How many colors there are (`style/components/cover.css`).
const HUES: i64 = 6;

/// A picture by which an event is known again: its color is that of its season, its pattern follows from its name. For the eye
/// alone; it is made of nothing but these two.
pub fn cover(name: &str, season: Option<SeasonId>) -> impl IntoView + use<> {
    let hue = season.map_or(0, |season| i64::from(season.get()) % HUES);
    let dice = dice(name);
    view! {
        <svg class=format!("cover hue-{hue}") viewBox="0 0 400 60" preserveAspectRatio="xMidYMid slice" aria-hidden="true">
            <path d=pattern(dice)></path>
            <path d=pattern(dice.rotate_left(17))></path>
        </svg>
    }
}

/// A number that follows from a name (FNV-1a, 64 bits).
fn dice(name: &str) -> u64 {
    name.bytes().fold(0xcbf2_9ce4_8422_2325, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3))
}

/// One of four patterns across the picture: larger or smaller, closer or wider, begun somewhere.
fn pattern(dice: u64) -> String {
    let throw = |place: u32, sides: u64| i64::try_from((dice >> place) % sides).unwrap_or(0);
    let size = 14 + throw(2, 5) * 4;
    let apart = size * 2 + throw(5, 3) * 6;
    let (kind, start) = (throw(0, 4), -throw(7, 64));
    let mut path = String::new();
    let mut x = start;
    while x < WIDTH {
        let (double, half) = (size * 2, HEIGHT / 2);
        // Writing to a text cannot fail.
        let _ = match kind {
            // Leaning stripes.
            0 => write!(path, "M{x} {HEIGHT}l{half}-{HEIGHT}h{size}l-{half} {HEIGHT}z"),
            // Circles.
            1 => write!(path, "M{x} {half}a{size} {size} 0 1 0 {double} 0a{size} {size} 0 1 0-{double} 0z"),
            // Hills.
            2 => write!(path, "M{x} {HEIGHT}a{size} {double} 0 0 1 {double} 0z"),
            // Pennants.
            _ => write!(path, "M{x} 0h{double}l-{size} {HEIGHT}z"),
        };
        x += apart;
    }
    path
}

#[cfg(test)]
mod tests {
    use super::{dice, pattern};

    #[test]
    fn a_name_has_one_picture_and_another_name_another() {
        assert_eq!(dice(""), 0xcbf2_9ce4_8422_2325);
        assert_eq!(dice("a"), 0xaf63_dc4c_8601_ec8c, "as the authors of FNV publish it");
        assert_eq!(pattern(dice("Rovers v United")), pattern(dice("Rovers v United")));
        assert_ne!(pattern(dice("Rovers v United")), pattern(dice("Rovers v Rangers")));
    }

    #[test]
    fn a_picture_is_small_whatever_the_name() {
        let longest = (0..2_000_u64).map(|one| pattern(dice(&one.to_string())).len()).max();
        assert!(longest.is_some_and(|longest| (100..900).contains(&longest)), "{longest:?}");
    }
}
