use leptos::prelude::*;

use super::length;

/// How many of all: a bar that is as long as its share. The words beside it say the same.
pub fn share(hits: u64, of: u64) -> impl IntoView {
    let width = length(hits, of, 200);
    view! {
        <svg class="gauge" viewBox="0 0 200 10" preserveAspectRatio="none" aria-hidden="true">
            <rect class="sunk" width="200" height="10"></rect>
            <rect class="ok" width=width height="10"></rect>
        </svg>
    }
}

/// What was asked for against what there is, on a scale that several share. The words beside it say the same.
pub fn bullet(asked: u64, there: u64, most: u64) -> impl IntoView {
    let (asked, there) = (length(asked, most, 200), length(there, most, 200));
    view! {
        <svg class="gauge" viewBox="0 0 200 10" preserveAspectRatio="none" aria-hidden="true">
            <rect class="mute" width=asked height="10"></rect>
            <rect class="gold" y="3" width=there height="4"></rect>
        </svg>
    }
}
