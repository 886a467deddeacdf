//! What those who run an event can do by hand after the result.

mod give;
mod offers;
mod picks;

use catalog::by_hand as say;
use leptos::prelude::*;

use self::{give::give, offers::offers, picks::picks};
use crate::{
    api::{SetTickets, action},
    components::{Field, Problems},
    domain::event::EventStatus,
    error::Obstacle,
    server::{
        db::{events::Event, requests::Named},
        http::Visit,
        services::{after::Tools, draft::forms::ByHandForm},
    },
    words::{self, Apart},
};

/// The longest reason, in characters.
const MAX_REASON: &str = "300";

/// Tools for a result that stands; before and afterward, a sentence that says so. With what was typed into one of the forms, where
/// that was refused, and why.
pub(super) fn by_hand(
    event: &Event,
    tools: Option<&Tools>,
    typed: Option<(ByHandForm, Problems)>,
    visit: &Visit,
) -> impl IntoView + use<> {
    let begun = event.schedule.starts_at <= visit.now;
    let content = match tools {
        Some(tools) if !begun => all(event, tools, typed, visit).into_any(),
        _ => {
            let text = match event.status_at(visit.now) {
                EventStatus::Canceled => words::obstacle(Obstacle::Canceled),
                _ if begun => say::over(),
                _ => say::not_yet(),
            };
            view! { <p class="note small">{text}</p> }.into_any()
        }
    };
    view! {
        <section>
            <div class="head"><h2>{say::title()}</h2></div>
            {content}
        </section>
    }
}

fn all(event: &Event, tools: &Tools, typed: Option<(ByHandForm, Problems)>, visit: &Visit) -> impl IntoView + use<> {
    let (form, problems) = typed.map_or((None, Problems::default()), |(form, problems)| (Some(form), problems));
    let order = if tools.in_order { say::in_order() } else { say::no_order() };
    let id = event.id.get();
    let picked = match &form {
        Some(ByHandForm::Pick { reason }) => Some((reason.clone(), problems.clone())),
        _ => None,
    };
    let picks = (!tools.in_order && (tools.free > 0 || picked.is_some())).then(|| picks(id, tools, picked));
    let given = match &form {
        Some(ByHandForm::Give(given)) => Some((given.clone(), problems.clone())),
        _ => None,
    };
    let tickets = match &form {
        Some(ByHandForm::Tickets { tickets }) => Some((tickets.clone(), problems.clone())),
        _ => None,
    };
    view! {
        <div class="stack">
            <p class="note small">{order}</p>
            {offers(event, tools, form.as_ref(), &problems, visit)}
            {picks}
            {give(event, tools, given)}
            {how_many(event, tools, tickets)}
        </div>
    }
}

/// What tells apart those who look the same by their names, for someone who may read addresses or may not (`lists`).
fn apart(people: &[Named], lists: bool) -> Apart {
    Apart::among(people.iter().map(|one| (one.name.as_str(), one.email.as_str())), lists)
}

/// A reason, in a form of which there may be several on the page.
fn reason(id: String, value: String, problem: Option<String>) -> impl IntoView {
    let described = format!("{id}-hint {id}-error");
    let wrong = problem.is_some();
    view! {
        <div class="field" class:wrong=wrong>
            <label for=id.clone()>{say::reason()}</label>
            <span class="hint" id=format!("{id}-hint")>{say::reason_hint()}</span>
            <input
                id=id.clone()
                name="reason"
                dir="auto"
                value=value
                maxlength=MAX_REASON
                required=true
                aria-invalid=wrong.then_some("true")
                aria-describedby=described
            />
            {problem.map(|text| view! { <p class="error" id=format!("{id}-error")>{text}</p> })}
        </div>
    }
}

/// How many tickets there are.
fn how_many(event: &Event, tools: &Tools, typed: Option<(String, Problems)>) -> impl IntoView + use<> {
    let held = tools.held;
    let open = typed.is_some();
    let (value, problems) = typed.unwrap_or_else(|| (event.tickets.to_string(), Problems::default()));
    view! {
        <details class="more" open=open>
            <summary>{say::tickets()}</summary>
            <form class="form panel" method="post" action={action::<SetTickets>()}>
                <input type="hidden" name="event" value=event.id.get()/>
                <Field id="by-hand-tickets" label=say::tickets_label() hint=say::tickets_hint(held) short=true error=problems.with("tickets")>
                    <input id="by-hand-tickets" name="tickets" type="number" inputmode="numeric" min=held value=value aria-describedby="by-hand-tickets-hint by-hand-tickets-error"/>
                </Field>
                <button class="button quiet wide">{say::tickets_button()}</button>
            </form>
        </details>
    }
}
