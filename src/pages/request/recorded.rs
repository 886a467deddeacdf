use allocation::Format;
use leptos::prelude::*;

use crate::server::services::request::RequestPage;

/// What of a request becomes public with a draw, and how.
pub fn recorded(page: &RequestPage) -> impl IntoView + use<> {
    let further = match (page.event.draw_format, page.event.season()) {
        (Format::One, _) => "It also shows when each entry was made, and how far it is behind or ahead in the season.",
        (Format::Two, Some(_)) => {
            "Some draw methods also show the order of requests, or what each entry got earlier in the season."
        }
        (Format::Two, None) => "Some draw methods also show the order of requests.",
    };
    view! {
        <p class="small muted">
            "Once tickets are drawn and results are out, everyone who can see this event can download the draw record: the numbers each person accepted, under an entry ID, without names. "
            {further}
        </p>
    }
}
