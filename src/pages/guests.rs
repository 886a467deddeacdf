//! The lines in which guests are named, on an event's page and in the list for its door.

use catalog::guests as say;
use leptos::prelude::*;

use crate::{
    components::{Icon, Problems},
    domain::guest::{Guest, GuestForm, key},
    server::{db::guests::ByTicket, services::guests::mark},
};

/// A line for each ticket, and for what was typed beyond them; and what is kept now.
pub(super) fn lines(form: &GuestForm, kept: &ByTicket, held: u32, problems: &Problems) -> impl IntoView + use<> {
    let all = (1..=held).chain(form.beyond(held));
    let lines = all.map(|position| one(position, held, form.at(position), problems)).collect_view();
    view! {
        <input type="hidden" name="shown" value=mark(kept)/>
        {lines}
    }
}

fn one(position: u32, held: u32, (name, note): (&str, &str), problems: &Problems) -> impl IntoView + use<> {
    let key = key(position);
    let legend = if position <= held { say::ticket(position, held) } else { say::no_ticket().to_owned() };
    view! {
        <fieldset class="group">
            <legend class="small muted">{legend}</legend>
            <div class="fields">
                {field("name", &key, say::name(), name, problems)}
                {field("note", &key, say::note(), note, problems)}
            </div>
        </fieldset>
    }
}

/// How long it may be is said by the server, so that what is pasted is not cut off unseen.
fn field(of: &'static str, key: &str, label: &'static str, typed: &str, problems: &Problems) -> impl IntoView + use<> {
    let (id, name) = (format!("{of}-{key}"), format!("{of}[{key}]"));
    let error = problems.with(&name);
    let (wrong, said_at) = (error.is_some(), format!("{id}-error"));
    let error = error.map(|error| {
        view! { <p class="error" id=said_at.clone()><Icon name="alert-triangle"/>{error}</p> }
    });
    view! {
        <div class="field" class:wrong=wrong>
            <label for=id.clone()>{label}</label>
            <input id=id name=name value=typed.to_owned() dir="auto" autocomplete="off" aria-invalid=wrong.then_some("true") aria-describedby=wrong.then_some(said_at)/>
            {error}
        </div>
    }
}

/// Names and notes, a line each.
pub(super) fn names(guests: &ByTicket) -> impl IntoView + use<> {
    let one = |Guest { name, note }: &Guest| {
        let note = (!note.is_empty()).then(|| view! { " "<small class="muted user-text">{note.clone()}</small> });
        view! { <li><span class="user-text">{name.clone()}</span>{note}</li> }
    };
    view! { <ul class="guests">{guests.values().map(one).collect_view()}</ul> }
}
