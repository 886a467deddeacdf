mod grid;
mod kinds;
mod own;
mod share;
mod time;
mod unused;

use catalog::{decimal, season as say};
use leptos::prelude::*;

use self::{grid::grid, kinds::kinds, own::own, share::share, time::time, unused::unused};
use super::page_number;
use crate::{
    components::{Page, downloads},
    domain::ids::SeasonId,
    paths,
    server::{
        db::season_events::SeasonEvent,
        http::Visit,
        services::{
            Done,
            season::{self, OFTEN, Overview},
        },
    },
    words,
};

/// One season: who is ahead, who is behind, and how that came about. By name for who keeps it or runs an event in it; for
/// everyone else without names, with their own numbers.
pub async fn season(visit: Visit) -> Done<Page> {
    let id = visit.id("number", SeasonId::parse)?;
    let seen = season::overview(&visit.site, visit.actor()?, id, page_number(&visit)).await?;
    let name = words::season_name(seen.season.name.clone());
    let file = seen.everyone.as_ref().map(|_| downloads(say::file(), &paths::season_csv(id), visit.table));
    let keeps = seen.everyone.as_ref().is_some_and(|everyone| everyone.keeps);
    let crumbs = keeps.then(|| view! { <p class="crumbs"><a href=paths::SEASONS>{say::seasons()}</a></p> });
    let body = view! {
        {crumbs}
        <h1 class="user-text">{name.clone()}</h1>
        <p class="num muted">{facts(&seen)}</p>
        <p class="lead">{judgment(&seen)}</p>
        {own(&seen, visit.now)}
        {share(&seen)}
        {grid(&seen, visit.now)}
        {time(&seen, visit.now)}
        {kinds(&seen)}
        {unused(&seen, visit.now)}
        {file}
    };
    Ok(Page::new(say::title(name), body))
}

/// "8 events · 112 of 112 tickets assigned · 48 people".
fn facts(seen: &Overview) -> String {
    let over = || seen.events.iter().filter(|event| event.is_final());
    let given: u64 = over().map(|event| event.given).sum();
    let tickets: u64 = over().map(|event| u64::from(event.tickets)).sum();
    let tickets = (tickets > 0).then(|| say::count_tickets(given, tickets));
    let facts = [Some(say::count_events(seen.events.len())), tickets, Some(say::count_people(seen.count))];
    facts.into_iter().flatten().collect::<Vec<_>>().join(" · ")
}

/// What to make of it, in a sentence or two.
fn judgment(seen: &Overview) -> String {
    if seen.events.is_empty() {
        return say::empty().to_owned();
    }
    if seen.count == 0 {
        return say::nothing_yet().to_owned();
    }
    let Some(without) = seen.without else { return say::few().to_owned() };
    let within = bound(within(&seen.balances));
    let first = if within > 0 { say::within(decimal(within)) } else { say::even().to_owned() };
    let second = (without > 0).then(|| say::without(without, OFTEN));
    [Some(first), second].into_iter().flatten().collect::<Vec<_>>().join(" ")
}

/// Within how many thousandths of a ticket of their fair share eight of ten people are.
pub(super) fn within(balances: &[i64]) -> i64 {
    let mut apart: Vec<i64> = balances.iter().map(|balance| balance.abs()).collect();
    apart.sort_unstable();
    apart.get((apart.len() * 8).div_ceil(10).saturating_sub(1)).copied().unwrap_or(0)
}

/// Thousandths of a ticket in tenths, to the nearest as everywhere: 1,250 are 13.
pub(super) fn tenths(thousandths: i64) -> u64 {
    (thousandths.unsigned_abs() + 50) / 100
}

/// The same of a bound, which nobody it speaks of is beyond: 1,210 are 13.
pub(super) fn bound(thousandths: i64) -> u64 {
    thousandths.unsigned_abs().div_ceil(100)
}

/// "2.2 behind".
pub(super) fn beside(behind: i64) -> String {
    match (tenths(behind), behind > 0) {
        (0, _) => say::by_even().to_owned(),
        (by, true) => say::by_behind(decimal(by)),
        (by, false) => say::by_ahead(decimal(by)),
    }
}

/// How often the tickets were asked for, to the tenth: 4.2.
fn times(event: &SeasonEvent) -> f64 {
    i32::try_from(event.requested * 10 / u64::from(event.tickets.max(1)))
        .map_or(f64::MAX, |tenths| f64::from(tenths) / 10.0)
}

/// How many of all, in percent.
fn percent(hits: u64, of: u64) -> u64 {
    (hits * 100 + of / 2) / of.max(1)
}

/// The day of an event, short.
fn day(event: &SeasonEvent, now: chrono::DateTime<chrono::Utc>) -> String {
    words::short_date(event.schedule.starts_at, event.schedule.zone, now)
}

#[cfg(test)]
mod tests {
    use super::{bound, percent, tenths, within};

    #[test]
    fn eight_of_ten_are_within_it() {
        assert_eq!(within(&[9_000, 1_300, 1_200, -1_000, 500, 0, 0, -100, 200, -8_000]), 1_300);
        assert_eq!([within(&[]), within(&[-700])], [0, 700]);
    }

    #[test]
    fn amounts_are_the_nearest_tenth_and_a_bound_is_one() {
        assert_eq!([49, 50, -1_249, 1_250, 2_000].map(tenths), [0, 1, 12, 13, 20]);
        assert_eq!([0, 1, 1_200, -1_201].map(bound), [0, 1, 12, 13]);
        assert_eq!([percent(0, 0), percent(1, 3), percent(2, 3)], [0, 33, 67]);
    }
}
