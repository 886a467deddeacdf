//! Who uses my tickets.

use catalog::guests as say;
use leptos::prelude::*;

use crate::{
    api::{SaveGuests, action},
    components::Problems,
    domain::{
        after::Guests,
        guest::{Guest, GuestForm},
    },
    pages::guests::{lines, names},
    server::{
        http::Visit,
        services::{draft::Draft, event::EventView},
    },
    words,
};

/// The names for my tickets, to be changed as long as that can be. `draft`: what was typed and refused.
pub fn guests(view: &EventView, visit: &Visit, draft: Option<Draft<GuestForm>>) -> Option<impl IntoView + use<>> {
    let named = view.guests.as_ref()?;
    let held = view.mine.as_ref()?.allocated?;
    let event = &view.event;
    let until = event.guests_until();
    let when = words::when_short(until, event.schedule.zone, visit.now);
    let missing = held.saturating_sub(u32::try_from(named.len()).unwrap_or(u32::MAX));
    let required = event.after.guests == Guests::Required;
    let body = if until <= visit.now && !view.runs {
        let none = named.is_empty().then(|| view! { <p class="muted">{say::none()}</p> });
        view! {
            {none}
            {names(named)}
            <p class="small muted">{say::closed()}</p>
        }
        .into_any()
    } else {
        let problems = Problems::of(draft.as_ref().map(|draft| &draft.refusal));
        // Who has named somebody looks at the names first.
        let open = draft.is_some() || named.is_empty();
        let form = draft.map_or_else(|| suggested(view, visit), |draft| draft.form);
        // Whoever runs the event may go on after it.
        let lead = if required { say::required(when) } else { say::optional(when) };
        let lead = (visit.now < until).then_some(lead);
        let missing = (required && missing > 0)
            .then(|| view! { <p class="note" data-missing=missing>{say::missing(missing)}</p> });
        let fields = view! {
            <form class="form" method="post" action={action::<SaveGuests>()}>
                <input type="hidden" name="event" value=event.id.get()/>
                {lines(&form, named, held, &problems)}
                <button class="button wide">{say::save()}</button>
                <p class="small muted">{say::kept()}</p>
            </form>
        };
        let fields = if named.is_empty() {
            fields.into_any()
        } else {
            view! { <details class="more" open=open><summary>{say::change()}</summary>{fields}</details> }.into_any()
        };
        view! {
            {lead.map(|lead| view! { <p>{lead}</p> })}
            {missing}
            {names(named)}
            {fields}
        }
        .into_any()
    };
    Some(view! {
        <section id="guests">
            <div class="head"><h2>{say::title()}</h2></div>
            <div class="panel">{body}</div>
        </section>
    })
}

/// What is kept; where that is nothing, that they come themselves.
fn suggested(view: &EventView, visit: &Visit) -> GuestForm {
    let mut named = view.guests.clone().unwrap_or_default();
    if let (true, Ok(actor)) = (named.is_empty(), visit.actor()) {
        named.insert(1, Guest { name: actor.name.clone(), note: String::new() });
    }
    GuestForm::of(&named)
}
