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
            <legend>"Public randomness in the draw"</legend>
            <p class="hint">"With a public random number, nobody can know the result before that number comes, not even whoever runs this site. This can’t be changed after the first request."</p>
            <div class="choices">{choices.into_iter().collect_view()}</div>
            {error}
        </fieldset>
        <div class="typed-in">
        <TextField
            id="public_input_name"
            label="What you’ll type in"
            hint="What exactly, and how it’s written. For example: the six numbers of the December 5 lottery, ascending, one space between."
            value=form.public_input_name.clone()
            problems=problems.clone()
        />
        <TextField
            id="known_at"
            label="When it becomes known"
            hint="Local in the same zone, after requests close."
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
            Visibility::Own => ("Only their own request", ""),
            Visibility::Numbers => ("How many people asked for how many", "no names"),
            Visibility::Names => ("Names beside numbers", "never the notes"),
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
