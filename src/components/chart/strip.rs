use std::{collections::BTreeMap, fmt::Write};

use catalog::chart as say;
use leptos::prelude::*;

use super::place;

/// How wide the picture is: so many steps of [`STEP`].
const WIDTH: i64 = 360;
const STEP: i64 = 6;
/// How many dots stand on each other at most.
const HIGHEST: usize = 16;

/// One dot a person at their balance, those behind on the left; `label` says it as a sentence. `middle` is what is shaded, the
/// smaller balance first, `own` the viewer's. All are in thousandths of a ticket behind. Where very many stand at one place, a
/// dot is several people.
pub fn strip(behind: &[i64], middle: Option<(i64, i64)>, own: Option<i64>, label: String) -> impl IntoView + use<> {
    let most = behind.iter().map(|one| one.abs()).max().unwrap_or(0);
    let Stacks { each, highest, path } = stacks(behind, most);
    let height = i64::try_from(highest.max(2)).unwrap_or(0) * STEP + 22;
    let floor = height - 20;
    let shade = middle.map(|(low, high)| {
        let (from, to) = (at(high, most), at(low, most));
        view! { <rect class="soft" x=from - 3 width=to - from + 6 height=floor></rect> }
    });
    let you = own.map(|own| {
        // The word stays within the picture.
        let (x, word) = (at(own, most), at(own, most).clamp(12, WIDTH - 12));
        view! {
            <path class="you" d=format!("M{x} 0v{floor}")></path>
            <text x=word y=height - 5 text-anchor="middle">{say::you()}</text>
        }
    });
    let several = (each > 1).then(|| view! { <p class="small muted">{say::dot_is(each as u64)}</p> });
    view! {
        <svg class="plot" viewBox=format!("-6 -6 372 {}", height + 6) role="img" aria-label=label>
            {shade}
            <path class="line" d=format!("M180 -6V{floor}")></path>
            <path class="dots" transform=format!("translate(0 {})", floor - 4) d=path></path>
            {you}
        </svg>
        <p class="ends small muted"><span>{say::behind_side()}</span><span>{say::ahead_side()}</span></p>
        {several}
    }
}

fn at(behind: i64, most: i64) -> i64 {
    place(-behind, most, WIDTH)
}

/// The dots of a strip.
#[derive(Debug, PartialEq, Eq)]
struct Stacks {
    /// How many people a dot is.
    each: usize,
    highest: usize,
    /// Each dot a line of no length, with round ends.
    path: String,
}

fn stacks(behind: &[i64], most: i64) -> Stacks {
    let mut places: BTreeMap<i64, usize> = BTreeMap::new();
    for &one in behind {
        *places.entry((at(one, most) + STEP / 2) / STEP * STEP).or_default() += 1;
    }
    let highest = places.values().copied().max().unwrap_or(0);
    let each = highest.div_ceil(HIGHEST).max(1);
    let mut path = String::new();
    for (x, people) in places {
        for level in 0..people.div_ceil(each) {
            // Writing to a text cannot fail.
            let _ = write!(path, "M{x}-{}h0", i64::try_from(level).unwrap_or(0) * STEP);
        }
    }
    Stacks { each, highest: highest.div_ceil(each), path }
}

#[cfg(test)]
mod tests {
    use super::{HIGHEST, stacks};

    #[test]
    fn everyone_is_a_dot_at_their_balance() {
        let few = stacks(&[2_000, 0, 0, -2_000], 2_000);
        assert_eq!((few.each, few.highest), (1, 2));
        assert_eq!(few.path, "M0-0h0M180-0h0M180-6h0M360-0h0");
        assert_eq!(stacks(&[], 0).path, "");
    }

    #[test]
    fn where_very_many_stand_a_dot_is_several() {
        let many = stacks(&[0; 2_000], 1);
        assert_eq!((many.each, many.highest), (125, HIGHEST));
        assert_eq!(many.path.matches("h0").count(), HIGHEST);
    }
}
