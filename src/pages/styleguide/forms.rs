use leptos::prelude::*;

use super::sample;
use crate::{
    components::{Field, Icon, Problems, SafeTextarea, TextField},
    domain::typed::{FieldError, Problem},
    error::Refusal,
};

pub fn fields() -> impl IntoView {
    let wrong = |field: &str, problem| FieldError { field: field.to_owned(), problem };
    let refusal =
        Refusal::Invalid { fields: vec![wrong("email", Problem::AddressTaken), wrong("notes", Problem::Missing)] };
    let problems = Problems::of(Some(&refusal));
    let notes = problems.with("notes");
    sample(
        "Fields",
        view! {
            <div class="form panel">
                <TextField id="name" label="Name" hint="As others see it." value="Asha Rao" problems=problems.clone()/>
                <TextField id="email" label="Email address" kind="email" value="asha@example.org" problems=problems.clone()/>
                <div class="fields">
                    <TextField id="tickets" label="Tickets available" kind="number" value="40" short=true problems=problems.clone()/>
                    <TextField id="starts" label="Starts" kind="datetime-local" value="2026-12-06T15:00" problems=problems.clone()/>
                </div>
                <TextField id="code" label="Code from the email" kind="code" value="1234 5678" problems=problems/>
                <Field id="notes" label="Details for everyone" hint="Optional." error=notes>
                    <SafeTextarea id="notes" name="notes" rows=2 value="Gate 4".to_owned() wrong=true described_by="notes-hint notes-error"/>
                </Field>
                <label class="field"><span>"What"</span><select aria-label="What"><option>"Everything"</option></select></label>
            </div>
            <form class="search" role="search" method="get" action="/styleguide">
                <label class="visually-hidden" for="q">"Search"</label>
                <input id="q" type="search" placeholder="Name or address"/>
                <button type="button" class="button quiet">"Search"</button>
            </form>
        },
    )
}

pub fn choices() -> impl IntoView {
    let choice = |kind: &'static str, label: &'static str, checked: bool, disabled: bool| {
        view! {
            <label class="choice">
                <input type=kind name=format!("choice-{kind}") checked=checked disabled=disabled/>
                <b>{label}</b><span class="hint">"What choosing it means."</span>
            </label>
        }
    };
    sample(
        "Choices",
        view! {
            <div class="choices">
                {choice("radio", "Chosen", true, false)}
                {choice("radio", "Not chosen", false, false)}
                {choice("radio", "Cannot be chosen", false, true)}
                {choice("checkbox", "Ticked", true, false)}
                {choice("checkbox", "Not ticked", false, false)}
            </div>
        },
    )
}

pub fn chips() -> impl IntoView {
    let chip = |amount: u32| {
        view! { <label><input type="checkbox" checked={amount == 2 || amount == 4} disabled={amount == 8}/><span>{amount}</span></label> }
    };
    let one = |value: &'static str, checked: bool| {
        view! { <label><input type="radio" name="chip" checked=checked/><span>{value}</span></label> }
    };
    sample(
        "Chips",
        view! {
            <fieldset class="field">
                <legend>"How many tickets would work for you?"</legend>
                <p class="hint">"Pick every number you’d accept."</p>
                <div class="chips">{(1..=8).map(chip).collect_view()}</div>
                <output class="live">"4 if possible, or 2. If neither works, you get none."</output>
                <p class="offers"><button type="button" class="button quiet small">"Only 4"</button><button type="button" class="button quiet small">"Any up to 4"</button></p>
                <p class="error"><Icon name="alert-triangle"/>"Pick at least one number."</p>
            </fieldset>
            <fieldset class="chips row">
                <legend class="visually-hidden">"Tickets for Asha Rao"</legend>
                {one("4", false)}{one("2", true)}{one("0", false)}
                <label class="blank"><input type="radio" name="chip" aria-label="undecided"/><span aria-hidden="true">"○"</span></label>
            </fieldset>
        },
    )
}
