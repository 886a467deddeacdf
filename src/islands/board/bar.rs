use leptos::{html::Div, prelude::*};

use super::{Saving, State};
use crate::{islands::dom::escaped, words::BarWords};

/// What the bar shows.
#[derive(Clone, Copy)]
pub(super) struct Standing {
    /// What is given of the whole board, and how many are undecided.
    pub sums: RwSignal<(u64, usize)>,
    pub can_undo: RwSignal<bool>,
    pub saving: RwSignal<Saving>,
    pub typing: RwSignal<bool>,
}

/// The board that the bar belongs to.
#[derive(Clone, Copy)]
pub(super) struct Whole {
    pub root: NodeRef<Div>,
    pub tickets: u32,
    pub people: usize,
    /// Whether a draw stands on it: what is left can be given out in its order.
    pub drawn: bool,
    pub state: StoredValue<State>,
    pub said: StoredValue<BarWords>,
}

/// How it stands, and what can be done with the whole board. One step is the next one: a draw while most are undecided, then the
/// review. Since it saves by itself, a button for that is there only while something is not saved.
pub(super) fn bar(
    Whole { root, tickets, people, drawn, state, said }: Whole,
    Standing { sums, can_undo, saving, typing }: Standing,
    undo: impl Fn(leptos::ev::MouseEvent) + 'static,
) -> impl IntoView {
    let over = move || sums.get().0 > u64::from(tickets);
    // Only where scripts run: `root` is there once this is awake.
    let awake = move || root.get().map(|_| "");
    let stored = move || {
        sums.track();
        let still = matches!(saving.get(), Saving::Quiet | Saving::Saved);
        (root.get().is_some() && still && state.with_value(State::is_stored)).then_some("")
    };
    // As the server drew it until this is awake: what differs then has to change, or it would not be seen.
    let ready = RwSignal::new(false);
    Effect::new(move |_| ready.set(true));
    let refused = move || matches!(saving.get(), Saving::Refused(..));
    let both = move || match saving.get() {
        Saving::Refused(_, to) => to,
        _ => None,
    };
    let word = move |of: fn(&BarWords) -> &String| said.with_value(|said| of(said).clone());
    let balance = move || said.with_value(|said| said.balance(sums.get().0, tickets));
    let open = move || said.with_value(|said| said.undecided(sums.get().1));
    let told = move || {
        sums.track();
        let unfinished = root.get().is_some() && state.with_value(State::is_unfinished);
        let waits = typing.get() || root.get().is_some() && state.with_value(State::is_held);
        said.with_value(|said| told(&saving.get(), (over(), waits, unfinished), said))
    };
    let to_draw = move || sums.get().1 * 2 > people;
    let leftovers = move || drawn && sums.get().1 == 0 && sums.get().0 < u64::from(tickets);
    let class = |is_next: bool| if is_next { "button small" } else { "button quiet small" };
    view! {
        <div id="bar" class="bar" tabindex="-1" role="group" aria-label=said.with_value(|said| said.name.clone())
            data-awake=awake data-stored=stored class:over=over class:stuck=move || over() || refused()
        >
            <strong class="num" role="status" translate="no" inner_html=move || escaped(&balance())></strong>
            <span class="badge warn" hidden=move || sums.get().1 == 0 translate="no" inner_html=move || escaped(&open())></span>
            <span class="small muted" aria-live="polite" translate="no" inner_html=move || escaped(&told())></span>
            <a class="small" hidden=move || both().is_none() href=both translate="no" inner_html=move || escaped(&word(|said| &said.compare))></a>
            <div class="push">
                <button type="submit" class="button quiet small" hidden=move || ready.get() && stored().is_some() && !typing.get() inner_html=move || escaped(&word(|said| &said.save))></button>
                <button type="button" class="button quiet small" disabled=move || !can_undo.get() on:click=undo inner_html=move || escaped(&word(|said| &said.undo))></button>
                <button type="submit" class="button quiet small" name="then" value="leftovers" hidden=move || !leftovers() inner_html=move || escaped(&word(|said| &said.leftovers))></button>
                <button type="submit" class=move || class(to_draw()) name="then" value="draw" inner_html=move || escaped(&word(|said| &said.draw))></button>
                <button type="submit" class=move || class(!to_draw()) name="then" value="review" inner_html=move || escaped(&word(|said| &said.review))></button>
            </div>
        </div>
    }
}

fn told(saving: &Saving, (over, waits, unfinished): (bool, bool, bool), said: &BarWords) -> String {
    match saving {
        _ if over => said.over_limit.clone(),
        Saving::Underway => said.saving.clone(),
        Saving::Refused(why, _) => why.clone(),
        // What is missing may just be typed, or be somebody else's to lose.
        _ if waits => said.unsaved.clone(),
        _ if unfinished => said.unfinished.clone(),
        Saving::Quiet => String::new(),
        Saving::Saved => said.saved.clone(),
    }
}
