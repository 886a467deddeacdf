use leptos::prelude::*;

use crate::{
    components::{Banner, Icon, Page, Problems, Tone},
    domain::ids::EventId,
    paths,
    server::{
        http::Visit,
        services::{Done, draft::forms, request as requests},
    },
    words,
};

/// Choosing for whom to ask.
pub async fn request_for(visit: Visit) -> Done<Page> {
    let id = visit.id("number", EventId::parse)?;
    let search = visit.query("q").unwrap_or_default();
    let requests::Choosing { event, people, lists, more } =
        requests::people_to_ask_for(&visit.site, visit.actor()?, id, &search).await?;
    let draft = visit.draft(forms::REQUEST).await?;
    let nobody = draft.and_then(|draft| Problems::of(Some(&draft.refusal)).with("person"));
    let nothing = (people.is_empty() && (lists || !search.is_empty())).then(|| {
        let says = if lists {
            format!("Nobody's name or address contains “{search}”.")
        } else {
            format!("No one has the email address or exact name “{search}”.")
        };
        view! {
            <div class="empty"><Icon name="search"/><p class="user-text">{says}</p>
            <a class="button quiet" href=paths::request_for(id)>"Show all"</a></div>
        }
    });
    let (label, placeholder) = if lists {
        ("Search by name or address", "Name or address")
    } else {
        ("Full email address or exact name", "Full email address or exact name")
    };
    let exactly = (!lists).then(|| view! { <p class="hint">{words::NAME_EXACTLY}</p> });
    let named = if lists { String::new() } else { search.clone() };
    let rows = people.into_iter().map(|(person, asked)| {
        let badge = asked.then(|| view! { <span class="badge ok">"has asked"</span> });
        let email = lists.then(|| view! { <small class="user-text">{words::address(&person.email)}</small> });
        view! {
            <li>
                <a href=paths::request_of_named(id, person.id, &named)>
                    <b class="user-text">{person.name}</b>
                    {email}
                    {badge}
                </a>
            </li>
        }
    });
    let rows = nothing.is_none().then(|| view! { <ul class="people">{rows.collect_view()}</ul> });
    let body = view! {
        <p class="crumbs"><a class="user-text" href=paths::event(id)>{event.name.clone()}</a></p>
        <h1>"Ask for whom?"</h1>
        {nobody.map(|text| view! { <Banner tone=Tone::Bad text=text/> })}
        <p class="lead">"Add a request for somebody, or correct theirs. They are told by email."</p>
        <form class="search" role="search" method="get" action=paths::request_for(id)>
            <label class="visually-hidden" for="q">{label}</label>
            <input id="q" name="q" type="search" value=search.clone() placeholder=placeholder/>
            <button class="button quiet">"Search"</button>
        </form>
        {exactly}
        {nothing}
        {rows}
        {more.then(|| view! { <p class="muted small">{format!("Only the first {} are shown. Search for others.", requests::CHOICE)}</p> })}
    };
    Ok(Page::new("Ask for somebody", body).narrow())
}
