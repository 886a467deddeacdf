use catalog::request as say;
use leptos::prelude::*;

use crate::{
    components::{Icon, Problems},
    domain::request::{RequestForm, accepted},
    islands::TierPicker,
    words::TierWords,
};

/// Up to this limit the numbers are boxes to tick; beyond it they are typed.
const MOST_CHIPS: u32 = 10;

/// The numbers: boxes to tick, or fields where the limit is large; the live sentence stands below.
pub fn numbers(
    form: &RequestForm,
    limit: u32,
    own: bool,
    begun: Option<&'static str>,
    problems: &Problems,
) -> impl IntoView + use<> {
    let error = problems.with("tiers");
    let tiers = accepted(&form.tiers, limit).ok();
    let words = TierWords::of(own);
    let best = tiers.as_ref().map_or(0, allocation::Tiers::first_choice);
    let said = tiers.as_ref().map(|tiers| words.sentence(tiers)).unwrap_or_default();
    let chips = limit <= MOST_CHIPS;
    let title = if own { say::how_many() } else { say::how_many_they() };
    let hint = match (chips, own) {
        (true, true) => say::choose().to_owned(),
        (true, false) => say::choose_they().to_owned(),
        (false, true) => say::type_in(limit),
        (false, false) => say::type_in_they(limit),
    };
    let places = if chips { limit } else { u32::try_from(typed_fields(form)).unwrap_or(0) };
    let fields = if chips { boxes(form, limit).into_any() } else { typed(form, limit).into_any() };
    let wrong = error.is_some();
    view! {
        <fieldset class="field" class:wrong=wrong aria-describedby="tiers-hint tiers-error">
            <legend>{title}</legend>
            <p class="hint" id="tiers-hint">{hint}{begun.map(|text| format!(" {text}"))}</p>
            <TierPicker said=said best=best limit=limit places=places words=words.lines()>{fields}</TierPicker>
            {error.map(|error| view! { <p class="error" id="tiers-error"><Icon name="alert-triangle"/>{error}</p> })}
        </fieldset>
    }
}

fn boxes(form: &RequestForm, limit: u32) -> impl IntoView + use<> {
    let chip = |amount: u32| {
        let checked = form.tiers.iter().any(|tier| tier.trim() == amount.to_string());
        view! {
            <label><input type="checkbox" name="tiers[]" value=amount checked=checked/><span>{amount}</span></label>
        }
    };
    view! { <div class="chips">{(1..=limit).map(chip).collect_view()}</div> }
}

fn typed(form: &RequestForm, limit: u32) -> impl IntoView + use<> {
    let empty = std::iter::repeat_n(String::new(), 6);
    let values = form.tiers.iter().cloned().chain(empty).take(typed_fields(form));
    let field = |(place, value): (usize, String)| {
        view! {
            <div class="field short">
                <input type="number" inputmode="numeric" min="1" max=limit name="tiers[]" value=value aria-label=say::choice(place + 1)/>
            </div>
        }
    };
    view! { <div class="fields">{values.enumerate().map(field).collect_view()}</div> }
}

/// How many fields there are where numbers are typed: two more than were filled in.
fn typed_fields(form: &RequestForm) -> usize {
    form.tiers.len().max(4) + 2
}
