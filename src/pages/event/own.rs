use leptos::prelude::*;

use crate::{
    domain::event::EventStatus,
    paths,
    server::{db::requests::Request, http::Visit, services::event::EventView},
    words::{self, Outcome},
};

/// My request or result, and what I can do about it.
pub fn own(view: &EventView, visit: &Visit) -> impl IntoView + use<> {
    let id = view.event.id;
    let ask = view! { <a class="button wide" href=paths::request(id)>"Ask for tickets"</a> };
    let body = match (&view.mine, view.status) {
        (None, EventStatus::Open) if view.removed.is_some() => view! { {removed(view, visit)}{ask} }.into_any(),
        (None, EventStatus::Open) => view! { <p>"You have not asked yet."</p>{ask} }.into_any(),
        (None, _) if view.removed.is_some() => removed(view, visit).into_any(),
        (None, _) => view! { <p class="muted">"You did not ask for this one."</p> }.into_any(),
        (Some(mine), status) => my_request(mine, status, view, visit).into_any(),
    };
    view! {
        <section>
            <div class="head"><h2>{if view.status == EventStatus::Finalized { "Your result" } else { "Your request" }}</h2></div>
            <div class="panel">{body}</div>
        </section>
    }
}

/// That someone else removed my request, who, when, and why.
fn removed(view: &EventView, visit: &Visit) -> impl IntoView + use<> {
    let request = view.removed.clone()?;
    let (removed, at) = (request.removed?, request.withdrawn_at?);
    let who = if removed.by.is_empty() { "An organizer".to_owned() } else { removed.by };
    let when = words::when_short(at, view.event.schedule.zone, visit.now);
    let wish = words::wish(&request.tiers);
    Some(view! {
        <p class="user-text">{format!("{who} removed your request for {wish} ({when}).")}</p>
        <p class="note small user-text">{format!("Reason: {}", removed.reason)}</p>
    })
}

fn my_request(mine: &Request, status: EventStatus, view: &EventView, visit: &Visit) -> impl IntoView + use<> {
    let event = &view.event;
    let wish = view! { <p>"You asked for "<b class="num">{words::wish(&mine.tiers)}</b>"."</p> };
    let note =
        (!mine.note.is_empty()).then(|| view! { <p class="small"><q class="user-text">{mine.note.clone()}</q></p> });
    let rest = match status {
        EventStatus::Open => view! {
            <a class="button quiet" href=paths::request(event.id)>"Change or withdraw"</a>
        }
        .into_any(),
        EventStatus::Closed if mine.told.is_some() => view! {
            <p class="note small">
                {format!("The result is being looked at again. You were told {}; you will hear if that changes.", words::tickets(mine.told.unwrap_or(0)))}
            </p>
        }
        .into_any(),
        EventStatus::Closed => view! { <p class="note small">"Requests are closed; the result comes when the organizer finalizes it."</p> }.into_any(),
        EventStatus::Canceled => ().into_any(),
        EventStatus::Finalized => {
            let given = mine.allocated.unwrap_or(0);
            let outcome = Outcome {
                given,
                accepted: mine.tiers.amounts(),
                tickets: event.tickets,
                people: event.demand.people,
                requested: event.demand.requested,
            };
            let line = (given > 0 && !event.winners_line.is_empty()).then(|| {
                view! { <p class="note user-text lines">{event.winners_line.clone()}</p> }
            });
            let since = event.finalized_at.map(|at| words::when_short(at, event.schedule.zone, visit.now));
            let changed = mine.changed.as_ref().filter(|changed| changed.from != given).map(|changed| {
                let (what, why) = (words::change(changed.from, given), words::changed_because(&changed.by, &changed.reason));
                view! { <p class="note small user-text">{format!("{what} {why}")}</p> }
            });
            // How many asked for how many is no reason for taking back what someone had.
            let taken_back = given == 0 && mine.changed.as_ref().is_some_and(|changed| changed.from > 0);
            let outcome = if taken_back { words::NONE_NOW.to_owned() } else { words::outcome(&outcome) };
            return view! {
                <p class="outcome num" data-result=given>{outcome}</p>
                {changed}
                {line}
                {wish}
                {note}
                {since.map(|since| view! { <p class="small muted">{format!("Finalized {since}")}</p> })}
            }
            .into_any();
        }
    };
    view! {
        {wish}
        {note}
        {rest}
    }
    .into_any()
}
