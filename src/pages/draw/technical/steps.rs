use allocation::beacon::Round;
use chrono::TimeDelta;
use leptos::prelude::*;

use crate::{
    domain::draw::RandomnessSource,
    server::{http::Visit, services::draw::Shown},
    words,
};

/// What was published, in the order it was.
pub fn steps(shown: &Shown, visit: &Visit) -> impl IntoView + use<> {
    let event = &shown.event;
    let zone = event.schedule.zone;
    let when = |at| words::when_short(at, zone, visit.now);
    let hash = |hash: String| view! { <br/><code class="hash">{words::in_groups(&hash)}</code> };
    let committed = match &event.commitment {
        Some((commitment, at)) => {
            let late = *at - event.created_at > TimeDelta::minutes(1);
            let since = if late { "after the event was created" } else { "when the event was created" };
            view! {
                <li>{format!("Sealed code (commitment), published {} {since}", when(*at))}{hash(commitment.to_string())}</li>
            }
            .into_any()
        }
        None => view! { <li class="todo">"The sealed code hasn’t been published yet."</li> }.into_any(),
    };
    let frozen = if shown.lists.is_empty() {
        let until = when(event.schedule.requests_close_at());
        view! { <li class="todo">{format!("When requests close, {until}, the list is frozen and its fingerprint is published here.")}</li> }
            .into_any()
    } else {
        let lists = shown.lists.iter().enumerate().map(|(place, list)| {
            let what = if place == 0 { "Requests frozen" } else { "The list was changed by an organizer" };
            let count = words::counted(list.requests, "request", "requests");
            let tickets = words::tickets(list.tickets);
            let further = list.further.map(|(season, ranks)| {
                view! {
                    <p>"Fingerprint of what the season adds for whom"{hash(season.to_string())}</p>
                    <p>"Fingerprint of who asked before whom"{hash(ranks.to_string())}</p>
                }
            });
            view! {
                <p>{format!("{what} {}: {count}, {tickets}. List fingerprint", when(list.at))}{hash(list.digest.to_string())}</p>
                {further}
            }
        });
        view! { <li class="stack">{lists.collect_view()}</li> }.into_any()
    };
    let input = randomness(shown, visit);
    let code = match shown.draws.last() {
        Some(drawn) => view! {
            <li>{format!("Draw code, revealed by draw {} {}", drawn.number, when(drawn.at))}{hash(drawn.code.to_string())}</li>
        }
        .into_any(),
        None => view! { <li class="todo">"The draw reveals its code. It has to match the sealed code above, so no one can choose it."</li> }.into_any(),
    };
    view! {
        {committed}
        {frozen}
        {input}
        {code}
    }
}

/// What goes in from outside: a round of drand, a number that is typed in, or nothing.
fn randomness(shown: &Shown, visit: &Visit) -> AnyView {
    let event = &shown.event;
    let beacon = &visit.site.beacon;
    let comes = |round| words::to_the_second(beacon.instant(round), event.schedule.zone);
    let link = |round: Round| view! { <a href=beacon.page(round) rel="noreferrer">{format!("round {} of drand", words::grouped(round.get()))}</a> };
    let latest = shown.draws.last();
    match (event.randomness, latest.and_then(|drawn| drawn.round), event.awaited) {
        (RandomnessSource::Drand, _, Some(awaited)) => view! {
            <li class="todo">"Public random number: "{link(awaited.round)}{format!(", which comes at {}. The draw is made with it.", comes(awaited.round))}</li>
        }
        .into_any(),
        (RandomnessSource::Drand, Some(round), None) => {
            let number = latest.map(|drawn| drawn.public_input.clone()).unwrap_or_default();
            view! {
                <li>"Public random number: "{link(round)}{format!(", which came at {}", comes(round))}<br/><code class="hash">{words::in_groups(&number)}</code></li>
            }
            .into_any()
        }
        (RandomnessSource::Drand, None, None) => {
            let round = event.named_round(&beacon.chain);
            view! {
                <li class="todo">"Public random number: "{link(round)}{format!(", which comes at {}; a later one, if the draw is settled later", comes(round))}</li>
            }
            .into_any()
        }
        (RandomnessSource::Typed, ..) => {
            let added = latest.map(|drawn| view! { ": "<b class="user-text">{drawn.public_input.clone()}</b> });
            let class = added.is_none().then_some("todo");
            let known = event.known_at.map(|at| format!(", known {}", words::when_short(at, event.schedule.zone, visit.now)));
            view! { <li class=class>"Public number ("<span class="user-text">{event.public_input_name.clone()}</span>{known}")"{added}</li> }
                .into_any()
        }
        (RandomnessSource::None, ..) => ().into_any(),
    }
}
