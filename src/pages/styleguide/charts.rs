use allocation::{Exact, memory::Spread};
use leptos::prelude::*;

use super::sample;
use crate::components::chart::{self, Column};

pub fn charts() -> impl IntoView {
    let days: Vec<Column> = (0..14).map(|day| Column { well: day * 5 % 13, badly: day % 5 / 3 * 3 }).collect();
    let spreads = [(-2_000, 0, 1_500), (-1_400, 100, 1_000), (-600, 0, 500)].map(spread);
    let letters = ["A", "A", "B"].map(str::to_owned);
    let row = |name: &'static str, bar: AnyView| [name.into_any(), bar];
    let bars = [
        row("Behind", chart::diverging(1_500, 2_000).into_any()),
        row("Ahead", chart::diverging(-900, 2_000).into_any()),
        row("Requested and available", chart::bullet(96, 40, 96).into_any()),
        row("Got something", chart::share(62, 100).into_any()),
        row("In a week", chart::spark(&[1, 4, 2, 8, 5, 9]).into_any()),
    ];
    let behind = [-1_800, -900, -900, 0, 100, 400, 1_700];
    let one = |id, title, picture: AnyView| {
        chart::chart(
            id,
            title,
            "How it is read.",
            picture,
            chart::table(["What", "How many"], [row("One", "1".into_any())]),
        )
    };
    sample(
        "Charts",
        view! {
            <div class="chart panel">{chart::table(["Bar", "Picture"], bars)}</div>
            {one("chart-columns", "A column a day", chart::columns("sample", &days, "22 went, 5 didn’t.".into()).into_any())}
            {one("chart-strip", "A dot a person", chart::strip(&behind, Some((-900, 400)), Some(400), "7 people.".into()).into_any())}
            {one("chart-band", "A spread over time", chart::band(&spreads, &letters, "It narrows.".into()).into_any())}
            {one("chart-stairs", "Steps over time", chart::stairs(&[(0, 1), (4, 6), (9, 17)], 14, 56, "17 of 56.".into()).into_any())}
        },
    )
}

fn spread((low, median, high): (i64, i64, i64)) -> Spread {
    Spread { people: 40, low: Exact::clamped(low), median: Exact::clamped(median), high: Exact::clamped(high) }
}
