use leptos::{html::Div, prelude::*};

use super::{Saving, State};
use crate::{islands::dom::escaped, words};

/// What the bar shows.
#[derive(Clone, Copy)]
pub(super) struct Standing {
    /// What is given of the whole board, and how many are undecided.
    pub sums: RwSignal<(u64, usize)>,
    pub can_undo: RwSignal<bool>,
    pub saving: RwSignal<Saving>,
}

/// How it stands, and what can be done with the whole board.
pub(super) fn bar(
    (root, tickets, state): (NodeRef<Div>, u32, StoredValue<State>),
    Standing { sums, can_undo, saving }: Standing,
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
    let both = move || match saving.get() {
        Saving::Refused(_, to) => to,
        _ => None,
    };
    let balance = move || words::balance(sums.get().0, tickets);
    let open = move || words::undecided(sums.get().1);
    view! {
        <div class="bar" data-awake=awake data-stored=stored class:over=over class:stuck=move || over() || matches!(saving.get(), Saving::Refused(..))>
            <strong class="num" role="status" translate="no" inner_html=move || escaped(&balance())></strong>
            <span class="badge warn" hidden=move || sums.get().1 == 0 translate="no" inner_html=move || escaped(&open())></span>
            <span class="small muted" aria-live="polite" translate="no" inner_html=move || escaped(&told(&saving.get(), over()))></span>
            <a class="small" hidden=move || both().is_none() href=both translate="no" inner_html="Show both"></a>
            <div class="push">
                <button type="button" class="button quiet small" disabled=move || !can_undo.get() on:click=undo inner_html="Undo"></button>
                <button type="submit" class="button quiet small">"Save"</button>
                <button type="submit" class="button quiet small" name="then" value="draw">"Draw"</button>
                <button type="submit" class="button small" name="then" value="review">"Review"</button>
            </div>
        </div>
    }
}

fn told(saving: &Saving, over: bool) -> String {
    match saving {
        _ if over => "Not saved until it fits.".to_owned(),
        Saving::Quiet => String::new(),
        Saving::Underway => "Saving …".to_owned(),
        Saving::Saved => "Saved.".to_owned(),
        Saving::Refused(why, _) => why.clone(),
    }
}
