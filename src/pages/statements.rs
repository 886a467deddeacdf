use catalog::statements as say;
use leptos::prelude::*;

use crate::{
    components::{Icon, Page, rich},
    domain::ids::EventId,
    paths,
    server::{
        db::statements::Stated,
        http::Visit,
        services::{Done, statements as said},
    },
    words,
};

/// What the site said of an event, signed when it was said: as far as the viewer may read it.
pub async fn statements(visit: Visit) -> Done<Page> {
    let id = visit.id("number", EventId::parse)?;
    let shown = said::shown(&visit.site, visit.actor()?, id).await?;
    let name = shown.event.name.clone();
    let zone = shown.event.schedule.zone;
    let rows = shown.stated.iter().map(|one| row(one, &shown, &visit)).collect_view();
    let file = (!shown.stated.is_empty()).then(|| {
            view! { <p><a class="button quiet" href=paths::statements_file(id) download=""><Icon name="download"/>" "{say::file()}</a></p> }
        });
    let nothing = shown.stated.is_empty().then(|| view! { <p>{say::nothing()}</p> });
    let stands = shown.head.key.as_ref().map(|(key, _)| words::chain(shown.head.number, shown.head.link, *key));
    let command = format!("ticket-pool verify event-{id}-statements.json event-{id}-draw-1.json");
    let command = view! { <code>{command}</code> }.into_any();
    let body = view! {
        <p class="crumbs small">
            <a class="user-text" href=paths::event(id)>{name.clone()}</a>" · "<a href=paths::draw(id)>{say::draw()}</a>
        </p>
        <h1>{say::title()}</h1>
        <p class="lead">{say::lead()}</p>
        {nothing}
        <ol class="panel stack small">{rows}</ol>
        <p class="small muted">{say::zone(words::zone_name(zone))}</p>
        {file}
        <details class="more small">
            <summary>{say::how()}</summary>
            <p>{say::how_chain()}</p>
            <p>{say::how_others()}</p>
            <p>{rich([command], |[command]| say::how_verify(command))}</p>
            <p class="hash">{stands}</p>
        </details>
    };
    Ok(Page::new(say::page(name), body).narrow())
}

fn row(one: &Stated, shown: &said::Shown, visit: &Visit) -> impl IntoView + use<> {
    let when = words::when_short(one.at, shown.event.schedule.zone, visit.now);
    let what = words::statement(one.kind);
    let what = match &one.label {
        Some(label) if shown.label.as_ref() == Some(label) => say::you(what),
        Some(label) => say::of_entry(label.as_str(), what),
        None => what.to_owned(),
    };
    let facts = words::stated(one.kind, |key| one.value(key));
    view! {
        <li value=one.number>
            <b>{what}</b>{format!(" · {when}")}
            {facts.map(|facts| view! { <br/><span class="user-text">{facts}</span> })}
            <details><summary>{say::as_signed()}</summary><pre class="record user-text">{one.body.clone()}</pre><code class="hash">{words::in_groups(&one.link.to_string())}</code></details>
        </li>
    }
}
