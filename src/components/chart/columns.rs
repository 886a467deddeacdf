use leptos::prelude::*;

use super::length;

/// How high a column is at most, how far one is from the next, and how wide it is.
const HEIGHT: u64 = 80;
const APART: usize = 25;
const WIDE: u64 = 19;

/// What is counted of one day.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Column {
    /// What went well: below.
    pub well: u64,
    /// What did not: hatched, on top.
    pub badly: u64,
}

/// A column a day; `label` says it as a sentence, `id` names its hatching on this page.
pub fn columns(id: &'static str, days: &[Column], label: String) -> impl IntoView + use<> {
    let most = days.iter().map(|day| day.well + day.badly).max().unwrap_or(0);
    let hatch = format!("{id}-hatch");
    let one = |(place, day): (usize, &Column)| {
        let (well, badly) = heights(*day, most);
        let (x, top) = (place * APART + 3, HEIGHT - well);
        let below = (well > 0).then(|| view! { <rect class="ok" x=x y=top width=WIDE height=well></rect> });
        let fill = format!("url(#{hatch})");
        let above = (badly > 0)
            .then(|| view! { <rect class="bad" fill=fill x=x y=top - badly width=WIDE height=badly></rect> });
        view! { {below}{above} }
    };
    let width = days.len() * APART;
    let drawn = days.iter().enumerate().map(one).collect_view();
    view! {
        <svg class="plot" viewBox=format!("0 0 {width} 84") role="img" aria-label=label>
            <pattern id=hatch.clone() width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
                <path class="bad" d="M0 0v5"></path>
            </pattern>
            {drawn}
            <path class="line" d=format!("M0 {HEIGHT}H{width}")></path>
        </svg>
    }
}

/// How high both parts are. Together they are no higher than the picture, and what failed is always seen.
fn heights(day: Column, most: u64) -> (u64, u64) {
    let badly = length(day.badly, most, HEIGHT);
    (length(day.well, most, HEIGHT).min(HEIGHT - badly), badly)
}

#[cfg(test)]
mod tests {
    use super::{Column, heights};

    #[test]
    fn one_failure_among_thousands_is_seen() {
        assert_eq!(heights(Column { well: 0, badly: 0 }, 0), (0, 0));
        assert_eq!(heights(Column { well: 3, badly: 1 }, 4), (60, 20));
        assert_eq!(heights(Column { well: 9_999, badly: 1 }, 10_000), (79, 1));
    }
}
