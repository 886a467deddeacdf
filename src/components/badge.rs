use catalog::status as states;
use leptos::prelude::*;

use crate::{domain::event::EventStatus, words};

/// Where an event stands, as a word on a colored ground.
#[component]
pub fn StatusBadge(
    status: EventStatus,
    /// Requests close within two days.
    #[prop(optional)]
    soon: bool,
) -> impl IntoView {
    let (tone, word) = match status {
        EventStatus::Open if soon => ("badge warn", states::closes_soon()),
        EventStatus::Open => ("badge info", words::status(status)),
        EventStatus::Closed => ("badge", words::status(status)),
        EventStatus::Finalized => ("badge ok", words::status(status)),
        EventStatus::Canceled => ("badge bad", words::status(status)),
    };
    view! { <span class=tone>{word}</span> }
}
