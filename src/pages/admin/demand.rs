use catalog::admin as say;
use leptos::prelude::*;

use super::{number, tenths};
use crate::{
    components::chart::{bullet, chart, table},
    paths,
    server::{
        db::figures::{AtEvents, EventDemand},
        http::Visit,
    },
    words,
};

/// What is asked for at open events and at the latest others, against what there is.
pub(super) fn demand(events: &AtEvents, visit: &Visit) -> AnyView {
    let all: Vec<&EventDemand> = events.open.iter().chain(&events.closed).collect();
    let Some(first) = all.iter().max_by_key(|event| times(event)) else { return ().into_any() };
    let label = say::demand_label(all.len(), first.name.clone(), tenths(times(first)));
    let most = all.iter().map(|event| event.requested.max(event.tickets)).max().unwrap_or(0);
    let name = |event: &EventDemand| {
        view! { <a class="user-text" href=paths::event(event.event)>{event.name.clone()}</a> }.into_any()
    };
    let lines = all.iter().map(|event| {
        view! {
            <li>
                <span>{name(event)}</span>
                {bullet(event.requested, event.tickets, most)}
                <span class="num">{say::demand_times(tenths(times(event)))}</span>
            </li>
        }
    });
    let picture = view! { <ul class="rows" aria-label=label>{lines.collect_view()}</ul> };
    let rows = all.iter().map(|event| {
        let closes = words::when_short(event.closes_at, visit.zone(), visit.now);
        let [tickets, requested, people] =
            [event.tickets, event.requested, event.people].map(|count| number(count).into_any());
        [name(event), closes.into_any(), tickets, requested, people]
    });
    let rows: Vec<_> = rows.collect();
    let titles = [say::event(), say::closes(), say::tickets_column(), say::requested(), say::asking()];
    chart("demand", say::demand(), say::demand_reads(), picture, table(titles, rows)).into_any()
}

/// How often the tickets are asked for, in tenths, to the nearest.
fn times(event: &EventDemand) -> u64 {
    let tickets = event.tickets.max(1);
    (event.requested * 20 + tickets) / (tickets * 2)
}
