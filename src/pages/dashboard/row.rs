use catalog::home as say;
use chrono::{DateTime, Utc};
use leptos::prelude::*;

use crate::{components::Stub, domain::event::EventStatus, paths, server::db::summaries::Summary, words};

/// What the viewer has to do with an event, as far as it says what its line tells.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Part {
    Run,
    Open,
    Waiting,
    Results,
    Canceled,
}

/// One event: when it is, its name, one sentence, at most one thing to do.
pub(super) fn row(part: Part, event: &Summary, now: DateTime<Utc>) -> impl IntoView + use<> {
    let does = does(part, event, now);
    let title = view! { <a class="title user-text" href=paths::event(event.id)>{event.name.clone()}</a> };
    view! {
        <li>
            <Stub at=event.schedule.starts_at zone=event.schedule.zone/>
            <div><h3>{title}</h3><p class="small muted num">{about(part, event, now)}</p></div>
            {does}
        </li>
    }
}

fn about(part: Part, event: &Summary, now: DateTime<Utc>) -> String {
    let closes = || {
        let schedule = &event.schedule;
        say::closes(words::distance(schedule.requests_close_at(), schedule.zone, now))
    };
    let wish = || event.mine.as_ref().map(|mine| words::wish_of(&mine.tiers, mine.asked)).unwrap_or_default();
    match (part, event.status) {
        (Part::Run, EventStatus::Open) => say::run_open(closes(), event.people),
        (Part::Run, EventStatus::Closed) => say::run_closed(event.people, event.undecided),
        (Part::Run, EventStatus::Finalized) if asks(event, now) => say::run_handings(event.handings),
        (Part::Run, EventStatus::Finalized) => say::run_final(event.allocated, event.tickets),
        (Part::Run | Part::Canceled, EventStatus::Canceled) => say::was_canceled().to_owned(),
        (Part::Open, _) if event.shows_demand() => say::closes_with_demand(closes(), event.requested, event.tickets),
        (Part::Open, _) => say::closes_of(closes(), event.tickets),
        (Part::Waiting, EventStatus::Open) => say::requested_closes(wish(), closes()),
        _ => say::requested(wish()),
    }
}

/// Whether people wait for an answer of whoever runs it: may they hand tickets on?
fn asks(event: &Summary, now: DateTime<Utc>) -> bool {
    event.handings > 0 && event.schedule.starts_at > now
}

fn does(part: Part, event: &Summary, now: DateTime<Utc>) -> Option<AnyView> {
    let id = event.id;
    let link = |class: &'static str, to: String, text: &'static str, name: String| {
        view! { <a class=class href=to aria-label=name>{text}</a> }.into_any()
    };
    let name = event.name.as_str();
    match (part, event.status) {
        (Part::Open, _) => Some(link("button small", paths::request(id), say::request(), say::request_of(name))),
        (Part::Waiting, EventStatus::Open) => {
            Some(link("button quiet small", paths::request(id), say::edit(), say::edit_of(name)))
        }
        (Part::Run, EventStatus::Closed) => {
            Some(link("button small", paths::allocate(id), say::allocate(), say::allocate_of(name)))
        }
        (Part::Run, EventStatus::Finalized) if asks(event, now) => {
            Some(link("button small", paths::event(id), say::answer(), say::answer_of(name)))
        }
        (Part::Results, _) => {
            let got = event.got().unwrap_or(0);
            let class = if got > 0 { "badge ok" } else { "badge" };
            Some(view! { <span class=class>{say::got(got)}</span> }.into_any())
        }
        _ => None,
    }
}
