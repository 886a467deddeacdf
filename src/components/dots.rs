use leptos::prelude::*;

use crate::words;

/// A dot for each event someone asked for, the oldest first: full where they got tickets. The same is said in words.
#[component]
pub fn Dots(got: Vec<bool>) -> impl IntoView {
    let told = words::runs(&got);
    let dots = got.into_iter().map(|got| view! { <i class=got.then_some("got")></i> }).collect_view();
    view! { <span class="dots" role="img" aria-label=told>{dots}</span> }
}

/// What the dots mean.
pub fn dots_legend() -> impl IntoView {
    view! {
        <p class="small muted">
            <span class="dots" aria-hidden="true"><i class="got"></i></span>" got tickets · "
            <span class="dots" aria-hidden="true"><i></i></span>" got none · the oldest first"
        </p>
    }
}
