use std::fmt::Write;

use allocation::memory::Spread;
use leptos::prelude::*;

/// How wide and how high the picture is, without what stands above it.
const WIDTH: usize = 360;
const HEIGHT: i64 = 120;

/// How far apart people were after each event: a band in which eight of ten are, and the middle as a line, those behind at the
/// bottom. A letter stands above each event where there is room for it; `label` says all of it as a sentence.
pub fn band(spreads: &[Spread], letters: &[String], label: String) -> impl IntoView + use<> {
    let most = spreads.iter().flat_map(|one| [one.low.get().abs(), one.high.get().abs()]).max().unwrap_or(0).max(1);
    let (area, line) = paths(spreads, most);
    let above = letters.iter().enumerate().map(|(place, letter)| {
        view! { <text x=across(place, letters.len()) y="-6" text-anchor="middle">{letter.clone()}</text> }
    });
    let zero = HEIGHT / 2;
    view! {
        <svg class="plot" viewBox="-8 -20 376 144" role="img" aria-label=label>
            <path class="soft" d=area></path>
            <path class="line" d=format!("M0 {zero}H{WIDTH}")></path>
            <path class="stroke" d=line></path>
            {above.collect_view()}
        </svg>
    }
}

/// Where an event stands from left to right: a single one in the middle.
fn across(place: usize, of: usize) -> usize {
    if of < 2 { WIDTH / 2 } else { place * WIDTH / (of - 1) }
}

/// The band and the line. A single event is drawn as wide as there is.
fn paths(spreads: &[Spread], most: i64) -> (String, String) {
    let down = |behind: i64| HEIGHT / 2 + behind.clamp(-most, most) * (HEIGHT / 2) / most;
    let points: Vec<(usize, &Spread)> = match spreads {
        [] => return (String::new(), String::new()),
        [one] => vec![(0, one), (WIDTH, one)],
        all => all.iter().enumerate().map(|(place, one)| (across(place, all.len()), one)).collect(),
    };
    let joined = |points: &mut dyn Iterator<Item = (usize, i64)>| {
        points.enumerate().fold(String::new(), |mut path, (place, (x, y))| {
            // Writing to a text cannot fail.
            let _ = write!(path, "{}{x} {y}", if place == 0 { "M" } else { "L" });
            path
        })
    };
    let there = points.iter().map(|(x, one)| (*x, down(one.low.get())));
    let back = points.iter().rev().map(|(x, one)| (*x, down(one.high.get())));
    let area = joined(&mut there.chain(back)) + "Z";
    (area, joined(&mut points.iter().map(|(x, one)| (*x, down(one.median.get())))))
}

#[cfg(test)]
mod tests {
    use allocation::{Exact, memory::Spread};

    use super::paths;

    fn spread(low: i64, median: i64, high: i64) -> Spread {
        let [low, median, high] = [low, median, high].map(Exact::clamped);
        Spread { people: 9, low, median, high }
    }

    #[test]
    fn the_band_runs_there_along_one_edge_and_back_along_the_other() {
        let two = [spread(-1_000, 0, 1_000), spread(-500, 100, 500)];
        let expected = ("M0 0L360 30L360 90L0 120Z", "M0 60L360 66");
        assert_eq!(paths(&two, 1_000), (expected.0.to_owned(), expected.1.to_owned()));
    }

    #[test]
    fn one_event_is_a_band_and_none_is_nothing() {
        assert_eq!(paths(&[spread(0, 0, 0)], 1).1, "M0 60L360 60");
        assert_eq!(paths(&[], 1), (String::new(), String::new()));
    }
}
