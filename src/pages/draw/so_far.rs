use catalog::draw as say;
use leptos::prelude::*;

use crate::{
    domain::event::EventStatus,
    server::{http::Visit, services::draw::Shown},
    words,
};

/// What has been published so far and what comes next, while there is no result to show.
pub fn so_far(shown: &Shown, visit: &Visit) -> impl IntoView + use<> {
    let event = &shown.event;
    let until = words::when_short(event.schedule.requests_close_at(), event.schedule.zone, visit.now);
    let latest = shown.draws.last().map(|drawn| drawn.number);
    let says = match (shown.status, latest) {
        (EventStatus::Open, None) if event.commitment.is_some() => say::sealed(until),
        (EventStatus::Open, None) => say::not_sealed(until),
        (EventStatus::Open, Some(number)) => say::open_again(number, until),
        (EventStatus::Closed, _) if let Some(awaited) = event.awaited => {
            let comes = words::to_the_second(visit.site.beacon.instant(awaited.round), event.schedule.zone);
            say::settled(words::rule_name(awaited.rule), comes)
        }
        (EventStatus::Closed, None) if shown.lists.is_empty() => say::closed().to_owned(),
        (EventStatus::Closed, None) => say::frozen().to_owned(),
        (EventStatus::Closed, Some(number)) if shown.open => say::drawn_runs(number),
        (EventStatus::Closed, Some(number)) => say::drawn(number),
        (EventStatus::Finalized, _) => say::without_draw().to_owned(),
        (EventStatus::Canceled, _) => say::canceled().to_owned(),
    };
    let assured = (shown.status == EventStatus::Closed && latest.is_some() && !shown.open).then(|| {
        view! { <p class="note small">{say::assured()}</p> }
    });
    view! {
        <p class="lead">{says}</p>
        {assured}
    }
}
