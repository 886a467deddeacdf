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
        (EventStatus::Open, None) => {
            let sealed = event.commitment.as_ref().map_or("", |_| "The sealed code of the draw is published. ");
            format!("{sealed}When requests close, {until}, the list is frozen and its fingerprint is published too.")
        }
        (EventStatus::Open, Some(number)) => {
            format!(
                "Draw {number} is made, but requests are open again until {until}. What is new or changed takes another draw."
            )
        }
        (EventStatus::Closed, _) if let Some(awaited) = event.awaited => {
            format!(
                "Requests are frozen, and the draw is settled: {}. It’s made with a public random number that comes at {}.",
                words::rule_name(awaited.rule),
                words::to_the_second(visit.site.beacon.instant(awaited.round), event.schedule.zone)
            )
        }
        (EventStatus::Closed, None) if shown.lists.is_empty() => "Requests are closed.".to_owned(),
        (EventStatus::Closed, None) => "Requests are frozen. There is no draw yet.".to_owned(),
        (EventStatus::Closed, Some(number)) => {
            let numbers = if shown.open {
                "Everyone else sees the numbers when the event is finalized."
            } else {
                "Numbers follow when the organizer finalizes the event."
            };
            format!("Requests are frozen. Draw {number} is made. {numbers}")
        }
        (EventStatus::Finalized, _) => "Tickets were assigned without a draw.".to_owned(),
        (EventStatus::Canceled, _) => "This event was canceled.".to_owned(),
    };
    let assured = (shown.status == EventStatus::Closed && latest.is_some() && !shown.open).then(|| {
        view! { <p class="note small">"The draw can’t be deleted, and every change to it is shown with a reason."</p> }
    });
    view! {
        <p class="lead">{says}</p>
        {assured}
    }
}
