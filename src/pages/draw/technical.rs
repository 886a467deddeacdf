mod line;
mod steps;

use allocation::Rule;
use catalog::draw_proof as say;
use leptos::prelude::*;

use self::{line::line, steps::steps};
use crate::{
    components::rich,
    paths,
    server::{http::Visit, services::draw::Shown},
    words,
};

/// Everything that was published to check the draws by, closed until someone asks for it.
pub fn technical(shown: &Shown, visit: &Visit) -> impl IntoView + use<> {
    let zone = say::zone(words::zone_name(shown.event.schedule.zone));
    view! {
        <details class="more">
            <summary>{say::title()}</summary>
            <ol class="steps small">{steps(shown, visit)}</ol>
            <p class="small muted">{zone}</p>
            {line(shown)}
            {all_draws(shown, visit)}
            {proof(shown)}
            <p class="small"><a href=paths::statements(shown.event.id)>{say::statements()}</a></p>
        </details>
    }
}

/// Draws that were drawn again, each with its code and its record.
fn all_draws(shown: &Shown, visit: &Visit) -> impl IntoView + use<> {
    if shown.draws.len() < 2 {
        return None;
    }
    let id = shown.event.id;
    let rows = shown.draws.iter().map(|drawn| {
        let why = (!drawn.reason.is_empty()).then(|| {
            let reason = view! { <span class="user-text">{drawn.reason.clone()}</span> };
            view! { <p>{rich([reason.into_any()], |[reason]| say::reason(reason))}</p> }
        });
        let when = words::when_short(drawn.at, shown.event.schedule.zone, visit.now);
        let file = shown.open.then(
            || view! { <p><a href=paths::record(id, drawn.number) download="">{say::record(drawn.number)}</a></p> },
        );
        let number = view! { <b>{say::draw_number(drawn.number)}</b> };
        let line = rich([number.into_any()], |[number]| say::draw_line(number, when, words::rule_name(drawn.rule)));
        view! {
            <li>
                <p>{line}</p>
                {why}
                <code class="hash user-text">{words::in_groups(&drawn.code.to_string())}</code>
                {file}
            </li>
        }
    });
    let rows = rows.collect_view();
    Some(view! {
        <section>
            <div class="head"><h2>{say::all_draws()}</h2><span class="count num">{shown.draws.len()}</span></div>
            <ul class="small stack">{rows}</ul>
        </section>
    })
}

/// Whether what is typed in was to become known only after requests had closed.
fn known_late(shown: &Shown) -> bool {
    let event = &shown.event;
    let closed = event.closed_at.into_iter().chain([event.schedule.requests_close_at()]).max();
    event.known_at.zip(closed).is_some_and(|(known, closed)| known > closed)
}

/// Who could have cheated, in plain words.
fn proof(shown: &Shown) -> impl IntoView + use<> {
    let rule = shown.draws.last().map_or(Rule::EVEN_OUT_THE_SEASON, |drawn| drawn.rule);
    let operator = words::what_randomness_proves(shown.event.randomness, known_late(shown));
    let again = matches!(rule, Rule::FIRST_COME).then(|| view! { <p>{say::ties()}</p> });
    view! {
        <section class="small">
            <h2>{say::proves()}</h2>
            <p>{say::proves_what()}</p>
            <p>{operator}</p>
            {again}
        </section>
    }
}
