//! What those who run an event can do by hand after the result.

use catalog::by_hand as say;
use leptos::prelude::*;

use crate::{
    api::{GiveTickets, OfferByHand, OpenTable, RecallOffer, SetTickets, action},
    components::{Field, Problems},
    domain::event::EventStatus,
    server::{
        db::{after::Offer, events::Event, requests::Named},
        http::Visit,
        services::{
            after::Tools,
            draft::forms::{ByHandForm, GiveForm},
        },
    },
    words::{self, Apart},
};

/// How many people are listed of whom one is picked.
const LISTED: usize = 40;

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
            let over = begun || event.status_at(visit.now) == EventStatus::Canceled;
            let text = if over { say::over() } else { say::not_yet() };
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

/// What tells apart those who look the same by their names. Whoever runs an event reads the addresses of those who asked.
fn apart(people: &[Named]) -> Apart {
    Apart::among(people.iter().map(|one| (one.name.as_str(), one.email.as_str())), true)
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

/// What is offered, each with a way to take it back.
fn offers(
    event: &Event,
    tools: &Tools,
    form: Option<&ByHandForm>,
    problems: &Problems,
    visit: &Visit,
) -> Option<impl IntoView + use<>> {
    let whose: Vec<Named> = tools.offers.iter().map(|(_, one)| one.clone()).collect();
    let apart = apart(&whose);
    let one = |(offer, one): &(Offer, Named)| {
        let id = offer.id.get();
        let typed = match form {
            Some(ByHandForm::Recall { offer: of, reason }) if *of == id.to_string() => Some(reason.clone()),
            _ => None,
        };
        let open = typed.is_some();
        let problem = problems.with("reason").filter(|_| open);
        let until = words::when_short(offer.until, event.schedule.zone, visit.now);
        let name = apart.named(&one.name, &one.email);
        view! {
            <li class="panel" data-offered=offer.number>
                <p class="user-text">{say::offer(name.as_str(), offer.number, until)}</p>
                <details class="more" open=open>
                    <summary aria-label=say::take_back_whose(name.as_str())>{say::take_back()}</summary>
                    <form class="form" method="post" action={action::<RecallOffer>()}>
                        <input type="hidden" name="event" value=event.id.get()/>
                        <input type="hidden" name="offer" value=id/>
                        <p class="small">{say::take_back_hint()}</p>
                        {reason(format!("recall-{id}"), typed.unwrap_or_default(), problem)}
                        <button class="button quiet wide">{say::take_back_button()}</button>
                    </form>
                </details>
            </li>
        }
    };
    (!tools.offers.is_empty()).then(|| {
        let all = tools.offers.iter().map(one).collect_view();
        view! { <h3>{say::offers()}</h3><ul class="stack">{all}</ul> }
    })
}

/// Who could be offered what is free, and the open table.
fn picks(event: i32, tools: &Tools, typed: Option<(String, Problems)>) -> impl IntoView + use<> {
    let people: Vec<Named> = tools.next.iter().map(|(one, _)| one.clone()).collect();
    let apart = apart(&people);
    let (value, problems) = typed.unwrap_or_default();
    let buttons = tools.next.iter().take(LISTED).map(|(one, number)| {
        let text = say::offer_to(*number, apart.named(&one.name, &one.email), one.allocated.unwrap_or(0));
        view! { <button class="button quiet wide user-text" name="person" value=one.person.get()>{text}</button> }
    });
    let buttons = buttons.collect_view();
    let rest = tools.next.len().saturating_sub(LISTED);
    let rest = (rest > 0).then(|| view! { <p class="small muted">{say::more_people(rest)}</p> });
    let form = if tools.next.is_empty() && value.is_empty() {
        view! { <p>{say::next_none()}</p> }.into_any()
    } else {
        view! {
            <form class="form" method="post" action={action::<OfferByHand>()}>
                <input type="hidden" name="event" value=event/>
                <p class="small">{say::next_hint()}</p>
                {reason("pick-reason".to_owned(), value, problems.with("reason"))}
                {buttons}
                {rest}
            </form>
        }
        .into_any()
    };
    let table = (tools.free > 0).then(|| {
        view! {
            <form class="form panel" method="post" action={action::<OpenTable>()}>
                <input type="hidden" name="event" value=event/>
                <p class="small">{say::table_hint()}</p>
                <button class="button quiet wide">{say::open_table(tools.free)}</button>
            </form>
        }
    });
    view! {
        <h3>{say::next()}</h3>
        <div class="panel" data-free=tools.free>{form}</div>
        {table}
    }
}

/// Giving tickets that nobody has, free or on the open table.
fn give(event: &Event, tools: &Tools, typed: Option<(GiveForm, Problems)>) -> impl IntoView + use<> {
    let left = say::left(tools.left);
    if tools.left == 0 && typed.is_none() {
        return view! { <p class="note small">{left}</p> }.into_any();
    }
    let open = typed.is_some();
    let (typed, problems) =
        typed.unwrap_or_else(|| (GiveForm { number: "1".to_owned(), ..GiveForm::default() }, Problems::default()));
    let apart = apart(&tools.people);
    let options = tools.people.iter().map(|one| {
        let name = apart.named(&one.name, &one.email);
        let chosen = one.person.to_string() == typed.person;
        let text = say::give_has(name, one.allocated.unwrap_or(0));
        view! { <option class="user-text" value=one.person.get() selected=chosen>{text}</option> }
    });
    let options = options.collect_view();
    view! {
        <details class="more" open=open>
            <summary>{say::give()}</summary>
            <form class="form panel" method="post" action={action::<GiveTickets>()}>
                <input type="hidden" name="event" value=event.id.get()/>
                <input type="hidden" name="seen" value=event.after.sequence/>
                <p class="small" data-left=tools.left>{left}</p>
                <Field id="give-person" label=say::give_who() error=problems.with("person")>
                    <select id="give-person" name="person" aria-describedby="give-person-error">
                        <option value="">{say::give_someone_else()}</option>
                        {options}
                    </select>
                </Field>
                <Field id="give-email" label=say::give_email() error=problems.with("email")>
                    <input id="give-email" name="email" type="email" autocomplete="off" value=typed.email aria-describedby="give-email-error"/>
                </Field>
                <Field id="give-number" label=say::give_number() hint=say::give_limit(event.limit) short=true error=problems.with("number")>
                    <input id="give-number" name="number" type="number" inputmode="numeric" min="1" value=typed.number aria-describedby="give-number-hint give-number-error"/>
                </Field>
                {reason("give-reason".to_owned(), typed.reason, problems.with("reason"))}
                <button class="button quiet wide">{say::give_button()}</button>
            </form>
        </details>
    }
    .into_any()
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
