mod bar;
mod keys;
mod saving;
mod state;

use std::time::Duration;

use leptos::{
    html::Div,
    prelude::*,
    task::{spawn_local, tick},
};
use web_sys::{Element, HtmlElement, KeyboardEvent, wasm_bindgen::JsCast};

use self::{
    bar::{Standing, Whole, bar},
    keys::{Begun, press},
    saving::{Saving, Sent, send},
    state::{RowChoice, State},
};
use super::dom::{all, target};
use crate::{domain::ids::EventId, words::BarWords};

/// Adds the board up live, saves every change with the board's version, takes changes back, and listens to keys.
///
/// `given`, `undecided` and `people` are of the whole board as it is stored, also of rows that are not shown; `view` is the query
/// of those that are. `drawn`: a draw stands on it. `said`: [`BarWords::lines`].
///
/// What changes is the content of an element, not a text of its own: a browser that translates pages replaces texts, and what
/// it puts there would stay. Until this is awake, CSS hides the sums as soon as a row is another.
///
/// One save is under way at a time, in whatever order things are pressed: what is to be saved in a moment goes along with the
/// whole form where that is sent.
///
/// While more is given than there is, nothing is sent: the bar says so, and what is on the screen is kept for the
/// moment it fits. While anything is not saved, the browser asks before it leaves.
#[island]
pub fn Board(
    event: EventId,
    view: String,
    version: i32,
    tickets: u32,
    given: u64,
    undecided: usize,
    people: usize,
    drawn: bool,
    said: String,
    children: Children,
) -> impl IntoView {
    let root = NodeRef::<Div>::new();
    let sent = StoredValue::new(Sent { event, view, tickets, offline: BarWords::read(&said).offline });
    let state = StoredValue::new(State::default());
    let version = RwSignal::new(version);
    let sums = RwSignal::new((given, undecided));
    let can_undo = RwSignal::new(false);
    let saving = RwSignal::new(Saving::Quiet);
    // Whether a number or a reason is being typed that nobody was told of yet.
    let typing = RwSignal::new(false);
    let waiting = StoredValue::new(None::<String>);
    // The digits of a number that is being typed on a row.
    let begun = StoredValue::new(Begun::default());
    // Until when the whole form is on its way, by the browser's clock: it carries what is not saved.
    let leaving = StoredValue::new(0.0);

    let save = move || {
        if saving.get_untracked() != Saving::Underway && leaving.get_value() < now() {
            send(sent, state, version, saving);
        }
    };
    Effect::new(move |_| {
        if let Some(root) = root.get() {
            state.set_value(State::read(&root, (given, undecided)));
            show(state, sums, can_undo);
            save();
        }
    });

    // `chosen`: a chip was, rather than something typed.
    let changed = move |row: &Element, chosen: bool| {
        RowChoice::leave_other(row, chosen);
        typing.set(false);
        let new = state.try_update_value(|state| state.change(row)).unwrap_or(false);
        if new {
            ask_for_reason(row);
            let _ = row.class_list().remove_2("open", "theirs");
            show(state, sums, can_undo);
            if saving.get_untracked() == Saving::Saved {
                saving.set(Saving::Quiet);
            }
            // What was chosen is to be seen first: on a slow phone preparing what is sent takes a frame.
            set_timeout(save, Duration::ZERO);
        }
    };
    let row_of = |field: Element| field.closest("li[id]").ok().flatten();
    let on_change = move |event: leptos::ev::Event| {
        let Some(field) = target(&event) else { return };
        let chosen = !field.matches(TYPED).unwrap_or(false);
        if let Some(row) = row_of(field) {
            changed(&row, chosen);
        }
    };
    let on_input = move |event: leptos::ev::Event| {
        let Some(field) = target(&event) else { return };
        if let Some(row) = row_of(field.clone()) {
            RowChoice::take_other(&row, &field);
            typing.set(field.matches(TYPED).unwrap_or(false));
        }
    };
    let on_key = move |event: KeyboardEvent| {
        let (Some(root), Some(from)) = (root.get_untracked(), target(&event)) else { return };
        // Enter in a field is done with the row: pressed there, a browser would send the whole form.
        if event.key() == "Enter"
            && from.matches(TYPED).unwrap_or(false)
            && let Some(row) = row_of(from.clone())
        {
            event.prevent_default();
            changed(&row, false);
            return;
        }
        let pressed = begun.try_update_value(|begun| press(&event, &rows(&root), &from, (begun, now())));
        if let Some(row) = pressed.flatten() {
            changed(&row, true);
        }
    };
    let undo = move |_| {
        let Some((key, before)) = state.try_update_value(State::undo).flatten() else { return };
        let row = root.get_untracked().and_then(|root| root.query_selector(&format!("#{key}")).ok().flatten());
        if let Some(row) = row {
            before.write(&row);
        }
        show(state, sums, can_undo);
        save();
    };
    // The whole board carries the version this page knows: it has to wait for a save underway, which raises it.
    let on_click = move |event: leptos::ev::MouseEvent| {
        let pressed = target(&event).and_then(|pressed| pressed.closest(SUBMITS).ok().flatten());
        let Some(button) = pressed else { return };
        if saving.get_untracked() == Saving::Underway {
            event.prevent_default();
            waiting.set_value(Some(button.get_attribute("value").unwrap_or_default()));
        }
    };
    listen_to_leaving(root, state, leaving);
    press_once_saved(root, saving, waiting);
    let board = Whole { root, tickets, people, drawn, state, said: StoredValue::new(BarWords::read(&said)) };
    let bar = bar(board, Standing { sums, can_undo, saving, typing }, undo);

    view! {
        <div node_ref=root on:change=on_change on:input=on_input on:keydown=on_key on:click=on_click>
            <input type="hidden" name="version" prop:value=move || version.get().to_string() value=version.get_untracked().to_string()/>
            {children()}
            {bar}
        </div>
    }
}

/// Presses the button that waits for a save, once that came to its end.
fn press_once_saved(root: NodeRef<Div>, saving: RwSignal<Saving>, waiting: StoredValue<Option<String>>) {
    Effect::new(move |_| {
        if saving.get() != Saving::Underway
            && let Some(pressed) = waiting.try_update_value(Option::take).flatten()
            && let Some(button) = root.get_untracked().and_then(|root| submit_button(&root, &pressed))
        {
            spawn_local(async move {
                // The hidden field has the new version only after this turn of the effects.
                tick().await;
                button.click();
            });
        }
    });
}

/// Notes when the whole form is on its way; for any other way out the browser asks, while something is not saved.
fn listen_to_leaving(root: NodeRef<Div>, state: StoredValue<State>, leaving: StoredValue<f64>) {
    window_event_listener(leptos::ev::submit, move |event| {
        if root.get_untracked().is_some_and(|root| leaves(&event, &root)) {
            leaving.set_value(now() + LEAVES);
        }
    });
    window_event_listener(leptos::ev::beforeunload, move |event| {
        if leaving.get_value() < now() && !state.with_value(State::is_stored) {
            event.prevent_default();
        }
    });
}

/// The fields that are typed into.
const TYPED: &str = "input:not([type=radio])";

/// How long a page may take to leave, in milliseconds: as long as a form is not sent twice (`public/forms.js`).
const LEAVES: f64 = 5000.0;

/// Whether the form around this is on its way: asked last of all that hear of it, since a form that something else took over, as
/// the review does, leaves nowhere.
fn leaves(event: &web_sys::SubmitEvent, root: &Element) -> bool {
    !event.default_prevented() && target(event).is_some_and(|form| form.contains(Some(root)))
}

/// Milliseconds by the browser's clock.
fn now() -> f64 {
    js_sys::Date::now()
}

/// What sends the whole form.
const SUBMITS: &str = "button:not([type=button])";

/// The button with this value.
fn submit_button(root: &Element, value: &str) -> Option<HtmlElement> {
    let buttons = all(root, SUBMITS);
    let found = buttons.into_iter().find(|button| button.get_attribute("value").unwrap_or_default() == value);
    found?.dyn_into().ok()
}

fn rows(root: &Element) -> Vec<Element> {
    all(root, "li[id]")
}

fn show(state: StoredValue<State>, sums: RwSignal<(u64, usize)>, can_undo: RwSignal<bool>) {
    state.with_value(|state| {
        sums.set((state.given, state.undecided));
        can_undo.set(state.can_undo());
    });
}

/// After a draw another number needs a reason: shows where to write it.
fn ask_for_reason(row: &Element) {
    let Some(drawn) = row.get_attribute("data-drawn") else { return };
    let choice = RowChoice::read(row);
    if !choice.amount.is_empty()
        && choice.amount != drawn
        && choice.reason.trim().is_empty()
        && let Some(other) = row.query_selector("details").ok().flatten()
    {
        let _ = other.set_attribute("open", "");
    }
}
