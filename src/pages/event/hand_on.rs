//! After the result: what I hand on to a colleague, and for those who run the event, what people ask to hand on.

use catalog::hand_on as say;
use leptos::prelude::*;

use super::after::number;
use crate::{
    api::{ConfirmHanding, DeclineHanding, HandOn as HandOnAction, KeepHanding, action},
    components::{Problems, TextField},
    domain::{after::HandOn, event::EventStatus},
    server::{
        db::after::HandRequest,
        http::Visit,
        services::{
            draft::{
                Draft,
                forms::{HandDeclineForm, HandOnForm},
            },
            event::EventView,
        },
    },
    words::Apart,
};

/// Handing on some of the `held` tickets, or what waits to be confirmed; with what was typed, where that was refused.
pub fn mine(
    view: &EventView,
    visit: &Visit,
    held: u32,
    typed: Option<&Draft<HandOnForm>>,
) -> Option<impl IntoView + use<>> {
    let event = &view.event;
    if let Some(waits) = &view.after.handing {
        return Some(waiting(view, waits).into_any());
    }
    if held == 0 || event.after.hand_on == HandOn::Off {
        return None;
    }
    let problems = Problems::of(typed.map(|typed| &typed.refusal));
    let open = typed.is_some();
    let typed = typed.map(|typed| typed.form.clone()).unwrap_or_default();
    // It cannot be undone: nobody hands on more than they chose.
    let chosen = typed.number.parse().unwrap_or(1).clamp(1, held);
    let (next, button) = match event.after.hand_on {
        HandOn::Confirm => (say::next_confirm(), say::ask_button()),
        HandOn::Free | HandOn::Off => (say::next_free(), say::button()),
    };
    let counts = event.season().map(|_| view! { <p class="small muted">{say::counts()}</p> });
    Some(
        view! {
            <details class="more" open=open>
                <summary>{say::title()}</summary>
                <form class="form panel" method="post" action={action::<HandOnAction>()}>
                    <input type="hidden" name="event" value=event.id.get()/>
                    <input type="hidden" name="once" value=visit.site.chance.id()/>
                    {number(say::how_many(), held, chosen)}
                    <TextField id="email" label=say::to_whom() hint=say::to_whom_hint() kind="email" value=typed.email problems=problems.clone() required=true autocomplete="off"/>
                    <TextField id="line" label=say::line() value=typed.line problems=problems/>
                    <p class="small">{next}</p>
                    <button class="button wide">{button}</button>
                    <p class="small muted">{say::until_when()}</p>
                    {counts}
                </form>
            </details>
        }
        .into_any(),
    )
}

fn waiting(view: &EventView, waits: &HandRequest) -> impl IntoView + use<> {
    view! {
        <div class="note" data-handing=waits.number>
            <p class="user-text">{say::waits(waits.number, waits.to_name.as_str())}</p>
            <form method="post" action={action::<KeepHanding>()}>
                <input type="hidden" name="event" value=view.event.id.get()/>
                <button class="button quiet">{say::take_back()}</button>
            </form>
        </div>
    }
}

/// What people ask to hand on, to be confirmed or declined.
pub fn asked(view: &EventView, visit: &Visit, typed: Option<&Draft<HandDeclineForm>>) -> Option<impl IntoView + use<>> {
    let to_come = view.event.schedule.starts_at > visit.now;
    if !view.runs || !to_come || view.status != EventStatus::Finalized || view.handings.is_empty() {
        return None;
    }
    let people = view.handings.iter().flat_map(|one| [(&one.name, &one.email), (&one.to_name, &one.to_email)]);
    let apart = Apart::among(people.map(|(name, email)| (name.as_str(), email.as_str())), view.lists);
    let rows = view.handings.iter().map(|one| {
        let (from, to) = (apart.named(&one.name, &one.email), apart.named(&one.to_name, &one.to_email));
        let typed = typed.filter(|typed| typed.form.person == one.person.to_string());
        one_asked(view, one, (&from, &to), typed)
    });
    let rows = rows.collect_view();
    Some(view! {
        <section>
            <div class="head"><h2>{say::asks_title()}</h2><span class="count num">{view.handings.len()}</span></div>
            <ul class="stack">{rows}</ul>
        </section>
    })
}

fn one_asked(
    view: &EventView,
    one: &HandRequest,
    (from, to): (&str, &str),
    typed: Option<&Draft<HandDeclineForm>>,
) -> impl IntoView + use<> {
    let problems = Problems::of(typed.map(|typed| &typed.refusal));
    let (open, reason) = (typed.is_some(), typed.map(|typed| typed.form.reason.clone()).unwrap_or_default());
    let (event, person) = (view.event.id.get(), one.person.get());
    let error = problems.with("reason").map(|error| view! { <p class="error">{error}</p> });
    let (field, hint) = (format!("reason-{person}"), format!("reason-{person}-hint"));
    view! {
        <li class="panel" data-asked=one.number>
            <p class="user-text">{say::asks(one.number, from, to)}</p>
            <form method="post" action={action::<ConfirmHanding>()}>
                <input type="hidden" name="event" value=event/>
                <input type="hidden" name="person" value=person/>
                <button class="button wide" aria-label=say::confirm_whose(from)>{say::confirm()}</button>
            </form>
            <details class="more" open=open>
                <summary>{say::decline()}</summary>
                <form class="form" method="post" action={action::<DeclineHanding>()}>
                    <input type="hidden" name="event" value=event/>
                    <input type="hidden" name="person" value=person/>
                    <div class="field">
                        <label for=field.clone()>{say::reason()}</label>
                        <input id=field name="reason" value=reason maxlength="300" required=true dir="auto" aria-describedby=hint.clone()/>
                        <p class="hint user-text" id=hint>{say::reason_hint(from)}</p>
                        {error}
                    </div>
                    <button class="button quiet wide" aria-label=say::decline_whose(from)>{say::decline()}</button>
                </form>
            </details>
        </li>
    }
}
