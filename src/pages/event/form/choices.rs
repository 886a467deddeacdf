use catalog::event_form as say;
use leptos::prelude::*;

use crate::{
    components::{Icon, Problems, TextField},
    domain::{
        draw::RandomnessSource,
        event::{EventForm, Visibility},
    },
    words,
};

/// What goes into the draw from outside. Settled with the first request.
pub fn randomness(form: &EventForm, problems: &Problems) -> impl IntoView + use<> {
    let chosen = RandomnessSource::parse(&form.randomness).unwrap_or(RandomnessSource::Drand);
    let choices = RandomnessSource::ALL.map(|source| {
        let (word, hint) = words::randomness_choice(source);
        view! {
            <label class="choice">
                <input type="radio" name="randomness" value=source.as_str() checked=chosen == source/>
                <b>{word}</b><span class="hint">{hint}</span>
            </label>
        }
    });
    let error =
        problems.with("randomness").map(|error| view! { <p class="error"><Icon name="alert-triangle"/>{error}</p> });
    view! {
        <fieldset class="field">
            <legend>{say::randomness()}</legend>
            <p class="hint">{say::randomness_hint()}</p>
            <div class="choices">{choices.into_iter().collect_view()}</div>
            {error}
        </fieldset>
        <div class="typed-in">
        <TextField
            id="public_input_name"
            label=say::typed_what()
            hint=say::typed_what_hint()
            value=form.public_input_name.clone()
            problems=problems.clone()
        />
        <TextField
            id="known_at"
            label=say::known_at()
            hint=say::known_at_hint()
            kind="datetime-local"
            value=form.known_at.clone()
            problems=problems.clone()
        />
        </div>
    }
}

/// What people see of each other's requests.
pub fn visibility(
    name: &'static str,
    legend: &'static str,
    chosen: &str,
    error: Option<String>,
) -> impl IntoView + use<> {
    let chosen = chosen.to_owned();
    let choices = Visibility::ALL.map(|setting| {
        let (word, hint) = match setting {
            Visibility::Own => (say::see_own(), ""),
            Visibility::Numbers => (say::see_numbers(), say::see_numbers_hint()),
            Visibility::Names => (say::see_names(), say::see_names_hint()),
        };
        view! {
            <label class="choice">
                <input type="radio" name=name value=setting.as_str() checked=chosen == setting.as_str()/>
                <b>{word}</b><span class="hint">{hint}</span>
            </label>
        }
    });
    view! {
        <fieldset class="field">
            <legend>{legend}</legend>
            <div class="choices">{choices.into_iter().collect_view()}</div>
            {error.map(|error| view! { <p class="error"><Icon name="alert-triangle"/>{error}</p> })}
        </fieldset>
    }
}
