use catalog::fairness as say;
use leptos::prelude::*;

use super::rich;
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
    let dot = |class: Option<&'static str>| {
        view! { <span class="dots" aria-hidden="true"><i class=class></i></span> }.into_any()
    };
    let says = rich([dot(Some("got")), dot(None)], |[full, empty]| say::legend(full, empty));
    view! { <p class="small muted">{says}</p> }
}
