use catalog::locked as say;
use leptos::prelude::*;

use crate::{
    components::Page,
    error::{Obstacle, Refusal},
    paths,
    server::{db::events::Event, http::reply},
    words,
};

/// In place of a desk on which nothing can be decided while the event is finalized: where the result is.
pub fn locked(event: &Event) -> Page {
    let id = event.id;
    let body = view! {
        <p class="crumbs"><a class="user-text" href=paths::event(id)>{event.name.clone()}</a></p>
        <h1>{say::title()}</h1>
        <p class="lead">{words::obstacle(Obstacle::Finalized)}</p>
        <div class="actions">
            <a class="button" href=paths::results(id)>{say::results()}</a>
            <a class="button quiet" href=paths::event(id)>{say::event()}</a>
        </div>
    };
    let status = reply::status(&Refusal::NotNow { why: Obstacle::Finalized });
    Page::new(say::title(), body).narrow().with_status(status)
}
