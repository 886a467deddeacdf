use std::collections::HashMap;

use allocation::{Rule, memory::Spread};
use catalog::{decimal, season as say};
use chrono::{DateTime, Utc};
use leptos::prelude::*;

use super::{beside, day, tenths};
use crate::{
    components::chart::{band, chart, table},
    paths,
    server::{db::season_events::SeasonEvent, services::season::Overview},
    words,
};

/// Above how many events there is room for letters.
const LETTERS: usize = 24;
/// How many events stand in the table.
const LISTED: usize = 24;

/// How far apart people were after each event, and how it was drawn.
pub(super) fn time(seen: &Overview, now: DateTime<Utc>) -> AnyView {
    let by_name: HashMap<&str, &SeasonEvent> =
        seen.events.iter().map(|event| (event.public_id.as_str(), event)).collect();
    let spread = seen.course.spread.iter();
    let after: Vec<(&SeasonEvent, Spread)> =
        spread.filter_map(|(event, spread)| Some((*by_name.get(event.as_str())?, *spread))).collect();
    let ([(_, first), ..], [.., (_, last)]) = (&after[..], &after[..]) else { return ().into_any() };
    let wide = |spread: &Spread| decimal(tenths(spread.high.get() - spread.low.get()));
    let label = say::time_label(wide(first), after.len(), wide(last));
    let spreads: Vec<Spread> = after.iter().map(|(_, spread)| *spread).collect();
    let methods = methods(&after);
    let letters = |rule| methods.iter().position(|other| *other == rule).map(letter).unwrap_or_default();
    let fits = after.len() <= LETTERS;
    let above: Vec<String> = after.iter().filter(|_| fits).map(|(event, _)| letters(event.rule)).collect();
    let legend = methods.iter().enumerate().map(|(place, rule)| say::letter(letter(place), method(*rule)));
    let legend = legend.collect::<Vec<_>>().join(" · ");
    let picture =
        view! { {band(&spreads, &above, label)}{fits.then(|| view! { <p class="small muted">{legend}</p> })} };
    let rows = after.iter().rev().take(LISTED).map(|(event, spread)| {
        let name = view! { <a class="user-text" href=paths::event(event.id)>{event.name.clone()}</a> };
        let [low, median, high] = [spread.low, spread.median, spread.high].map(|one| beside(one.get()).into_any());
        [name.into_any(), day(event, now).into_any(), method(event.rule).into_any(), low, median, high]
    });
    let rows: Vec<_> = rows.collect();
    let titles = [say::event(), say::date(), say::method(), say::lowest(), say::middle(), say::highest()];
    let more =
        (after.len() > LISTED).then(|| view! { <p class="small muted">{say::latest_of(LISTED, after.len())}</p> });
    chart("time", say::time(), say::time_reads(), picture, view! { {table(titles, rows)}{more} }).into_any()
}

/// The draw methods of these events, each once, in the order in which they were first used; `None` is by hand.
fn methods(after: &[(&SeasonEvent, Spread)]) -> Vec<Option<Rule>> {
    let mut methods = Vec::new();
    for (event, _) in after {
        if !methods.contains(&event.rule) {
            methods.push(event.rule);
        }
    }
    methods
}

/// A, B, C …; there are 20 methods.
fn letter(place: usize) -> String {
    u8::try_from(place).map(|place| char::from(b'A' + place % 26).to_string()).unwrap_or_default()
}

fn method(rule: Option<Rule>) -> String {
    rule.map_or_else(|| say::by_hand().to_owned(), words::rule_name)
}
