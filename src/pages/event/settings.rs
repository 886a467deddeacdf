//! What an organizer sets about the time after the result.

use catalog::after_settings as say;
use leptos::prelude::*;

use super::by_hand::by_hand;
use crate::{
    api::{SetAfter, action},
    components::{Banner, Icon, Page, Problems, TextField, Tone},
    domain::{
        after::{AfterForm, Guests, HandOn},
        event::EventStatus,
        ids::EventId,
    },
    error::Refusal,
    paths,
    server::{
        db::events::Event,
        http::Visit,
        services::{Done, after, draft::forms, event as events},
    },
    words,
};

/// Until when tickets can be given back, whether they can be handed on, whether guests are named.
pub async fn after_settings(visit: Visit) -> Done<Page> {
    let id = visit.id("number", EventId::parse)?;
    let event = events::find_to_edit(&visit.site, visit.actor()?, id).await?;
    let status = event.status_at(visit.now);
    let tools = match status {
        EventStatus::Finalized => Some(after::tools(&visit.site, visit.actor()?, &event).await?),
        EventStatus::Open | EventStatus::Closed | EventStatus::Canceled => None,
    };
    let any = visit.any_draft().await?;
    let of_hand = any.as_ref().and_then(|draft| draft.of::<_, Refusal>(forms::BY_HAND));
    let draft = any.as_ref().and_then(|draft| draft.of(forms::AFTER));
    let refused_by_hand = of_hand.as_ref().map(|draft| words::refusal(&draft.refusal));
    let typed = of_hand.map(|draft| (draft.form, Problems::of(Some(&draft.refusal))));
    let problems = Problems::of(draft.as_ref().map(|draft| &draft.refusal));
    let refused = draft.as_ref().map(|draft| words::refusal(&draft.refusal)).or(refused_by_hand);
    let by_hand = by_hand(&event, tools.as_ref(), typed, &visit);
    let version = event.version;
    let form = draft.map_or_else(|| form_of(&event), |draft| draft.form);
    let body = view! {
        <p class="crumbs"><a class="user-text" href=paths::event(id)>{event.name.clone()}</a></p>
        <h1>{say::title()}</h1>
        {refused.map(|text| view! { <Banner tone=Tone::Bad text=text/> })}
        <form class="form panel" method="post" action={action::<SetAfter>()}>
            <input type="hidden" name="event" value=id.get()/>
            <input type="hidden" name="version" value=version/>
            <TextField
                id="returns_until"
                label=say::returns_until()
                hint=say::returns_until_hint()
                kind="datetime-local"
                value=form.returns_until.clone()
                problems=problems.clone()
            />
            {choices("hand_on", say::hand_on(), &hand_ons(), &form.hand_on, &problems)}
            {choices("guests", say::guests(), &guests(), &form.guests, &problems)}
            <TextField
                id="guests_until"
                label=say::guests_until()
                hint=say::guests_until_hint()
                kind="datetime-local"
                value=form.guests_until.clone()
                problems=problems
            />
            <div class="actions">
                <button class="button">{say::save()}</button>
                <a class="button quiet" href=paths::event(id)>{say::cancel()}</a>
            </div>
        </form>
        {by_hand}
    };
    Ok(Page::new(say::title(), body).narrow())
}

fn form_of(event: &Event) -> AfterForm {
    let zone = event.schedule.zone;
    let after = &event.after;
    let field = |at: Option<_>| at.map(|at| zone.field(at)).unwrap_or_default();
    AfterForm {
        returns_until: field(after.returns_until),
        hand_on: after.hand_on.as_str().into(),
        guests: after.guests.as_str().into(),
        guests_until: field(after.guests_until),
        version: event.version.to_string(),
    }
}

/// A word of the form, its name, and what it means.
type Choice = (&'static str, &'static str, &'static str);

fn hand_ons() -> [Choice; 3] {
    HandOn::ALL.map(|choice| {
        let (name, hint) = match choice {
            HandOn::Off => (say::hand_on_off(), say::hand_on_off_hint()),
            HandOn::Confirm => (say::hand_on_confirm(), say::hand_on_confirm_hint()),
            HandOn::Free => (say::hand_on_free(), say::hand_on_free_hint()),
        };
        (choice.as_str(), name, hint)
    })
}

fn guests() -> [Choice; 3] {
    Guests::ALL.map(|choice| {
        let (name, hint) = match choice {
            Guests::Off => (say::guests_off(), say::guests_off_hint()),
            Guests::Optional => (say::guests_optional(), say::guests_optional_hint()),
            Guests::Required => (say::guests_required(), say::guests_required_hint()),
        };
        (choice.as_str(), name, hint)
    })
}

fn choices(
    field: &'static str,
    legend: &'static str,
    choices: &[Choice],
    chosen: &str,
    problems: &Problems,
) -> impl IntoView + use<> {
    let choices = choices.iter().map(|&(word, name, hint)| {
        let checked = word == chosen;
        view! {
            <label class="choice">
                <input type="radio" name=field value=word checked=checked/>
                <b>{name}</b><span class="hint">{hint}</span>
            </label>
        }
    });
    let choices = choices.collect_view();
    let error = problems.with(field).map(|error| view! { <p class="error"><Icon name="alert-triangle"/>{error}</p> });
    view! {
        <fieldset class="field">
            <legend>{legend}</legend>
            <div class="choices">{choices}</div>
            {error}
        </fieldset>
    }
}
