use catalog::people as say;
use leptos::prelude::*;

use crate::{components::rich, paths, server::db::organizers::Ownerless};

/// The events whose owners are deactivated, and where each gets a new one; nothing where there is none.
pub(super) fn all(events: Vec<Ownerless>) -> Option<impl IntoView> {
    (!events.is_empty()).then(|| {
        view! {
            <section aria-labelledby="ownerless">
                <h2 id="ownerless">{say::new_owner()}</h2>
                <p class="small">{say::new_owner_why()}</p>
                {lines(events, true)}
            </section>
        }
    })
}

/// Each with its way to a new owner; `named`: with the owner there is.
pub(super) fn lines(events: Vec<Ownerless>, named: bool) -> impl IntoView {
    let lines = events.into_iter().map(|Ownerless { event, name, owner }| {
        let link = view! { <a href=paths::event(event) class="user-text" dir="auto">{name.clone()}</a> }.into_any();
        let said = if named {
            let owner = view! { <bdi class="user-text">{owner}</bdi> }.into_any();
            rich([link, owner], |[event, owner]| say::new_owner_of(event, owner))
        } else {
            link
        };
        let label = say::choose_owner_for(name);
        view! {
            <li>
                <div class="who"><span>{said}</span></div>
                <a class="button quiet small" href=paths::organizers(event) aria-label=label>{say::choose_owner()}</a>
            </li>
        }
    });
    view! { <ul class="devices panel">{lines.collect_view()}</ul> }
}
