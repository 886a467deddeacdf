use leptos::prelude::*;

/// An icon of the sprite, decoration only: what it says stands beside it in words.
#[component]
pub fn Icon(name: &'static str) -> impl IntoView {
    view! {
        <svg class="icon" aria-hidden="true">
            <use href=format!("/icons.svg#{name}")></use>
        </svg>
    }
}

/// The golden ticket.
#[component]
pub fn Emblem() -> impl IntoView {
    view! {
        <svg class="emblem" viewBox="0 0 40 30" aria-hidden="true">
            <g transform="rotate(-9 20 15)">
                <path d="M3 6h34v6a3 3 0 0 0 0 6v6H3v-6a3 3 0 0 0 0-6z" fill="#fbb636" stroke="#1a2029" stroke-width="1.6"></path>
                <path d="M26 6v18" stroke="#1a2029" stroke-width="1.6" stroke-dasharray="2.4 2.4"></path>
                <path d="M9 12.5h11M9 17.5h7" stroke="#1a2029" stroke-width="1.8" stroke-linecap="round"></path>
            </g>
        </svg>
    }
}
