use leptos::prelude::*;

use super::place;

/// How wide the picture is.
const WIDTH: i64 = 200;

/// A bar from the zero line: to the left for whoever is behind, to the right for whoever is ahead. `behind` is in thousandths
/// of a ticket, `most` the largest there is. The words beside it say the same.
pub fn diverging(behind: i64, most: i64) -> impl IntoView {
    let (at, width) = bar(behind, most);
    let side = if behind > 0 { "warn" } else { "ok" };
    view! {
        <svg class="gauge" viewBox="0 0 200 10" preserveAspectRatio="none" aria-hidden="true">
            <rect class=side x=at width=width height="10"></rect>
            <path class="line" d="M100 0v10"></path>
        </svg>
    }
}

/// Where the bar begins, and how wide it is.
fn bar(behind: i64, most: i64) -> (i64, i64) {
    let end = place(-behind, most, WIDTH);
    (end.min(WIDTH / 2), (end - WIDTH / 2).abs())
}

#[cfg(test)]
mod tests {
    use super::bar;

    #[test]
    fn who_is_behind_stands_left_of_the_line() {
        assert_eq!(bar(1_000, 2_000), (50, 50));
        assert_eq!(bar(-1_000, 2_000), (100, 50));
        assert_eq!([bar(0, 2_000), bar(0, 0)], [(100, 0); 2]);
        assert_eq!(bar(9_000, 2_000), (0, 100), "no further than the edge");
    }
}
