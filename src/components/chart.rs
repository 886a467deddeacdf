//! Charts, drawn on the server: each with what it shows as a sentence, and with its table beneath. They take their colors from
//! the text around them and from `style/components/chart.css`; nothing in them is said by color alone.

mod band;
mod bars;
mod columns;
mod diverging;
mod spark;
mod stairs;
mod strip;
mod table;

use catalog::chart as say;
use leptos::prelude::*;

pub use band::band;
pub use bars::{bullet, share};
pub use columns::{Column, columns};
pub use diverging::diverging;
pub use spark::spark;
pub use stairs::stairs;
pub use strip::strip;
pub use table::table;

/// A chart with its title and how to read it; the table is closed until someone wants it.
pub fn chart(
    id: &'static str,
    title: &'static str,
    reads: impl IntoView,
    picture: impl IntoView,
    table: impl IntoView,
) -> impl IntoView {
    view! {
        <section class="chart panel" aria-labelledby=id>
            <h2 id=id>{title}</h2>
            <p class="small muted">{reads}</p>
            {picture}
            <details><summary>{say::as_table()}</summary>{table}</details>
        </section>
    }
}

/// Where a value from `-most` to `most` stands among `width` units; zero stands in the middle.
fn place(value: i64, most: i64, width: i64) -> i64 {
    let most = most.max(1);
    width / 2 + value.clamp(-most, most) * (width / 2) / most
}

/// Where a count from 0 to `most` ends among `height` units: at least one unit, where there is anything.
fn length(count: u64, most: u64, height: u64) -> u64 {
    if count == 0 { 0 } else { (count.min(most) * height / most.max(1)).max(1) }
}

#[cfg(test)]
mod tests {
    use super::{length, place};

    #[test]
    fn a_value_stands_where_it_belongs_and_never_outside() {
        assert_eq!([-2_000, -1_000, 0, 500, 2_000].map(|value| place(value, 2_000, 200)), [0, 50, 100, 125, 200]);
        assert_eq!([-9, 9].map(|value| place(value, 3, 200)), [0, 200]);
        assert_eq!(place(0, 0, 200), 100, "where everyone is even");
    }

    #[test]
    fn what_is_there_is_seen() {
        assert_eq!([0, 1, 500, 1_000].map(|count| length(count, 1_000, 60)), [0, 1, 30, 60]);
        assert_eq!(length(7, 5, 60), 60);
    }
}
