use catalog::event as say;
use leptos::prelude::*;

use crate::{components::rich, paths, server::services::event::EventView};

/// Who organizes an event: those who can sign in. Where its owner cannot, whoever may choose another is asked to.
pub fn organized_by(view: &EventView) -> impl IntoView + use<> {
    let names = view.run_by.clone();
    let by = if names.is_empty() {
        say::organized_by_no_one().into_any()
    } else {
        let names = view! { <span class="user-text">{names}</span> }.into_any();
        rich([names], |[names]| say::organized_by(names))
    };
    let left = view.owner_left.clone().filter(|_| view.may_hand_over).map(|owner| {
        let owner = view! { <span class="user-text">{owner}</span> }.into_any();
        let choose = view! { <a href=paths::organizers(view.event.id)>{say::owner_left_choose()}</a> }.into_any();
        view! { <p class="note small">{rich([owner, choose], |[owner, choose]| say::owner_left(owner, choose))}</p> }
    });
    view! {
        <p class="small muted">{by}</p>
        {left}
    }
}
