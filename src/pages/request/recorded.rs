use allocation::Format;
use catalog::request as say;
use leptos::prelude::*;

use crate::server::services::request::RequestPage;

/// What of a request becomes public with a draw, and how.
pub fn recorded(page: &RequestPage) -> impl IntoView + use<> {
    let further = match (page.event.draw_format, page.event.season()) {
        (Format::One, _) => say::recorded_times(),
        (Format::Two, Some(_)) => say::recorded_order_season(),
        (Format::Two, None) => say::recorded_order(),
    };
    view! { <p class="small muted">{say::recorded()}" "{further}</p> }
}
