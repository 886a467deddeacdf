use allocation::beacon::Round;
use catalog::draw_proof as say;
use chrono::TimeDelta;
use leptos::prelude::*;

use crate::{
    components::rich,
    domain::draw::RandomnessSource,
    server::{http::Visit, services::draw::Shown},
    words,
};

/// What was published, in the order it was.
pub fn steps(shown: &Shown, visit: &Visit) -> impl IntoView + use<> {
    let event = &shown.event;
    let zone = event.schedule.zone;
    let when = |at| words::when_short(at, zone, visit.now);
    let hash = |hash: String| view! { <br/><code class="hash user-text">{words::in_groups(&hash)}</code> };
    let committed = match &event.commitment {
        Some((commitment, at)) => {
            let late = *at - event.created_at > TimeDelta::minutes(1);
            let said = if late { say::sealed_later(when(*at)) } else { say::sealed(when(*at)) };
            view! { <li>{said}{hash(commitment.to_string())}</li> }.into_any()
        }
        None => view! { <li class="todo">{say::not_sealed()}</li> }.into_any(),
    };
    let frozen = if shown.lists.is_empty() {
        let until = when(event.schedule.requests_close_at());
        view! { <li class="todo">{say::to_freeze(until)}</li> }.into_any()
    } else {
        let lists = shown.lists.iter().enumerate().map(|(place, list)| {
            let said = if place == 0 { say::frozen } else { say::changed };
            let said = said(when(list.at), list.requests, list.tickets);
            let further = list.further.map(|(season, ranks)| {
                view! {
                    <p>{say::season_fingerprint()}{hash(season.to_string())}</p>
                    <p>{say::order_fingerprint()}{hash(ranks.to_string())}</p>
                }
            });
            view! {
                <p>{said}{hash(list.digest.to_string())}</p>
                {further}
            }
        });
        view! { <li class="stack">{lists.collect_view()}</li> }.into_any()
    };
    let input = randomness(shown, visit);
    let code = match shown.draws.last() {
        Some(drawn) => view! {
            <li>{say::revealed(drawn.number, when(drawn.at))}{hash(drawn.code.to_string())}</li>
        }
        .into_any(),
        None => view! { <li class="todo">{say::to_reveal()}</li> }.into_any(),
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
    let link = |round: Round| {
        let number = say::round(round.get());
        view! { <a href=beacon.page(round) rel="noreferrer">{number}</a> }.into_any()
    };
    let latest = shown.draws.last();
    match (event.randomness, latest.and_then(|drawn| drawn.round), event.awaited) {
        (RandomnessSource::Drand, _, Some(awaited)) => {
            let said = rich([link(awaited.round)], |[round]| say::comes(round, comes(awaited.round)));
            view! { <li class="todo">{said}</li> }.into_any()
        }
        (RandomnessSource::Drand, Some(round), None) => {
            let number = latest.map(|drawn| drawn.public_input.clone()).unwrap_or_default();
            let said = rich([link(round)], |[link]| say::came(link, comes(round)));
            view! { <li>{said}<br/><code class="hash user-text">{words::in_groups(&number)}</code></li> }.into_any()
        }
        (RandomnessSource::Drand, None, None) => {
            let round = event.named_round(&beacon.chain);
            let said = rich([link(round)], |[link]| say::named(link, comes(round)));
            view! { <li class="todo">{said}</li> }.into_any()
        }
        (RandomnessSource::Typed, ..) => typed(shown, visit).into_any(),
        (RandomnessSource::None, ..) => ().into_any(),
    }
}

/// The number that is typed in: what it is, when it was to become known, and what it came to be.
fn typed(shown: &Shown, visit: &Visit) -> impl IntoView + use<> {
    let event = &shown.event;
    let what = view! { <span class="user-text">{event.public_input_name.clone()}</span> }.into_any();
    let known = event.known_at.map(|at| words::when_short(at, event.schedule.zone, visit.now));
    let added =
        shown.draws.last().map(|drawn| view! { <b class="user-text">{drawn.public_input.clone()}</b> }.into_any());
    let class = added.is_none().then_some("todo");
    let said = match (known, added) {
        (None, None) => rich([what], |[what]| say::typed(what)),
        (Some(known), None) => rich([what], |[what]| say::typed_known(what, known)),
        (None, Some(added)) => rich([what, added], |[what, added]| say::typed_in(what, added)),
        (Some(known), Some(added)) => rich([what, added], |[what, added]| say::typed_in_known(what, known, added)),
    };
    view! { <li class=class>{said}</li> }
}
