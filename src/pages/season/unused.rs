use catalog::season as say;
use chrono::{DateTime, Utc};
use leptos::prelude::*;

use super::day;
use crate::{
    components::chart::table,
    paths,
    server::{db::season_events::SeasonEvent, services::season::Overview},
};

/// How many events stand in the table.
const LISTED: usize = 4;

/// How many tickets of the events that have begun were not used, in all and event by event, the latest first.
pub(super) fn unused(seen: &Overview, now: DateTime<Utc>) -> AnyView {
    let mut begun: Vec<(&SeasonEvent, u64)> =
        seen.events.iter().filter_map(|event| Some((event, event.unused(now)?))).collect();
    if begun.is_empty() {
        return ().into_any();
    }
    begun.sort_by_key(|(event, _)| std::cmp::Reverse(event.schedule.starts_at));
    let all: u64 = begun.iter().map(|(_, unused)| unused).sum();
    let tickets: u64 = begun.iter().map(|(event, _)| u64::from(event.tickets)).sum();
    let count = |count: u64| catalog::number(i64::try_from(count).unwrap_or(i64::MAX)).into_any();
    let rows = begun.iter().take(LISTED).map(|(event, unused)| {
        let name = view! { <a class="user-text" href=paths::event(event.id)>{event.name.clone()}</a> };
        [name.into_any(), day(event, now).into_any(), count(event.tickets.into()), count(*unused)]
    });
    let rows: Vec<_> = rows.collect();
    let titles = [say::event(), say::date(), say::tickets(), say::not_used()];
    let more =
        (begun.len() > LISTED).then(|| view! { <p class="small muted">{say::latest_of(LISTED, begun.len())}</p> });
    view! {
        <section class="chart panel" aria-labelledby="unused">
            <h2 id="unused">{say::unused_title()}</h2>
            <p class="small muted">{say::unused_reads()}</p>
            <p data-unused=all>{say::unused_all(all, tickets)}</p>
            <details><summary>{catalog::chart::as_table()}</summary>{table(titles, rows)}{more}</details>
        </section>
    }
    .into_any()
}
