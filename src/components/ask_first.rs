use catalog::parts as say;
use leptos::prelude::*;

use crate::{
    api::{CancelEvent, DeleteEvent, action},
    domain::ids::EventId,
};

/// Steps that ask first, without scripts too: they stand behind a line that has to be opened.
#[component]
pub fn AskFirst(
    summary: &'static str,
    /// What it is about, for those who hear the page, where several such lines stand on it.
    #[prop(optional, into)]
    about: String,
    children: Children,
) -> impl IntoView {
    let about = (!about.is_empty()).then(|| view! { <span class="visually-hidden user-text">{about}</span> });
    view! {
        <details class="more">
            <summary>{summary}{about}</summary>
            {children()}
        </details>
    }
}

/// A step that cannot be taken back lightly: what it does, then the button.
#[component]
pub fn DangerousMove(
    event: EventId,
    /// Where it is sent.
    to: &'static str,
    #[prop(into)] what: String,
    label: &'static str,
) -> impl IntoView {
    view! {
        <form class="form" method="post" action=to>
            <input type="hidden" name="event" value=event.get()/>
            <p class="small">{what}</p>
            <button class="button danger">{label}</button>
        </form>
    }
}

/// Canceling an event.
#[component]
pub fn CancelMove(event: EventId) -> impl IntoView {
    view! { <DangerousMove event=event to={action::<CancelEvent>()} what=say::cancel_what() label=say::cancel()/> }
}

/// Putting an event into the trash.
#[component]
pub fn TrashMove(event: EventId) -> impl IntoView {
    view! { <DangerousMove event=event to={action::<DeleteEvent>()} what=say::trash_what() label=say::trash()/> }
}
