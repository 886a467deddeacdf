use catalog::ticket as say;
use chrono::{DateTime, Utc};
use leptos::{either::Either, prelude::*};

use super::{Meter, StatusBadge, Stub};
use crate::{
    domain::{
        event::{EventStatus, Visibility},
        schedule::Zone,
    },
    paths,
    server::db::summaries::Summary,
    words,
};

/// An event as a ticket stub: a tear-off date, its name, when requests close, demand, one sentence, one thing to do.
#[component]
pub fn Ticket(
    event: Summary,
    now: DateTime<Utc>,
    /// The reader's zone: an event in another says which.
    zone: Zone,
) -> impl IntoView {
    let reader = zone;
    let zone = event.schedule.zone;
    let past = event.schedule.starts_at < now;
    let needs = event.status == EventStatus::Open && event.mine.is_none();
    let closes_at = event.schedule.requests_close_at();
    let soon = event.schedule.closes_soon(now);
    let class = match event.status {
        EventStatus::Canceled => "ticket cancelled",
        _ if needs => "ticket needs",
        _ if past => "ticket past",
        _ => "ticket",
    };
    let starts = words::time_for(event.schedule.starts_at, zone, reader);
    let about = match event.status {
        EventStatus::Open => {
            let closes =
                if soon { words::when_short(closes_at, zone, now) } else { words::short_date(closes_at, zone, now) };
            say::closes(starts, closes, words::distance(closes_at, zone, now))
        }
        _ => starts,
    };
    let shows_demand = event.runs || event.shows_before != Visibility::Own;
    // What someone without tickets is told says it all: how many asked, for how many, of how many.
    let told = event.status == EventStatus::Finalized && event.got() == Some(0);
    let demand = (shows_demand && !told).then(|| {
        view! {
            <Meter requested=event.requested tickets=event.tickets/>
            <p class="small num">{words::demand(event.requested, event.people, event.tickets)}</p>
        }
    });
    let supply = (!shows_demand).then(|| view! { <p class="small num">{words::tickets(event.tickets)}</p> });
    view! {
        <article class=class>
            <Stub at=event.schedule.starts_at zone=zone/>
            <div class="body">
                <h3><a class="title user-text" href=paths::event(event.id)>{event.name.clone()}</a></h3>
                <p class="small muted">{about}</p>
                {demand}
                {supply}
                {sentence(&event, now).map(|text| view! { <p class="small num">{text}</p> })}
                <div class="say">{next_step(&event, soon)}</div>
            </div>
        </article>
    }
}

/// What the viewer should know of their own request.
fn sentence(event: &Summary, now: DateTime<Utc>) -> Option<String> {
    let mine = event.mine.as_ref()?;
    if let Some((number, until)) = mine.offered {
        return Some(catalog::after::offer(number, words::when_short(until, event.schedule.zone, now)));
    }
    match event.status {
        // How many asked for how many is no reason for what people did since.
        EventStatus::Finalized if mine.moved || !mine.asked => mine.allocated.map(catalog::after::have),
        EventStatus::Finalized => mine.allocated.map(|given| {
            words::outcome(&words::Outcome {
                given,
                accepted: mine.tiers.amounts(),
                tickets: event.tickets,
                people: event.people,
                requested: event.requested,
                reason: &mine.reason,
            })
        }),
        EventStatus::Canceled => Some(say::canceled().to_owned()),
        EventStatus::Open | EventStatus::Closed => mine.asked.then(|| say::you_requested(words::wish(&mine.tiers))),
    }
}

/// A badge, and at most one button.
fn next_step(event: &Summary, soon: bool) -> impl IntoView + use<> {
    let id = event.id;
    let ready = event.runs && event.status == EventStatus::Closed;
    if ready {
        let open = event.undecided;
        let badge = if open == 0 { say::all_assigned().to_owned() } else { say::undecided(open) };
        return Either::Left(view! {
            <span class="badge warn">{badge}</span>
            <a class="button small" href=paths::allocate(id)>{say::assign()}</a>
        });
    }
    let badge = match (&event.mine, event.status) {
        (None, EventStatus::Open) if !soon => view! { <span class="badge warn">{say::no_request()}</span> }.into_any(),
        (Some(mine), EventStatus::Finalized) => match mine.allocated {
            Some(given) if given > 0 => view! { <span class="badge ok">{words::tickets(given)}</span> }.into_any(),
            _ if mine.moved => view! { <span class="badge">{say::no_tickets_now()}</span> }.into_any(),
            _ => view! { <span class="badge">{say::no_tickets()}</span> }.into_any(),
        },
        (_, status) => view! { <StatusBadge status=status soon=soon/> }.into_any(),
    };
    if event.mine.as_ref().is_some_and(|mine| mine.offered.is_some()) {
        return Either::Left(view! {
            <span class="badge warn">{catalog::after::offer_title()}</span>
            <a class="button small" href=paths::event(id)>{catalog::after::answer_offer()}</a>
        });
    }
    let button = (event.status == EventStatus::Open).then(|| match &event.mine {
        None => view! { <a class="button small" href=paths::request(id)>{say::request()}</a> }.into_any(),
        Some(_) => view! { <a class="button quiet small" href=paths::request(id)>{say::edit()}</a> }.into_any(),
    });
    Either::Right(view! {
        {badge}
        {button}
    })
}
