use catalog::request as say;
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
        let search = search.as_str();
        let says = if lists { say::no_match(search) } else { say::no_exact_match(search) };
        view! {
            <div class="empty"><Icon name="search"/><p class="user-text">{says}</p>
            <a class="button quiet" href=paths::request_for(id)>{say::clear()}</a></div>
        }
    });
    let (label, placeholder) =
        if lists { (say::search_label(), say::search_hint()) } else { (say::search_exactly(), say::search_exactly()) };
    let exactly = (!lists).then(|| view! { <p class="hint">{words::name_exactly()}</p> });
    let named = if lists { String::new() } else { search.clone() };
    let rows = people.into_iter().map(|(person, asked)| {
        let badge = asked.then(|| view! { <span class="badge ok">{say::has_requested()}</span> });
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
    let sends = visit.site.settings.mail.transport.sends();
    let lead = if sends { say::for_lead() } else { say::for_lead_unsent() };
    let body = view! {
        <p class="crumbs"><a class="user-text" href=paths::event(id)>{event.name.clone()}</a></p>
        <h1>{say::for_whom()}</h1>
        {nobody.map(|text| view! { <Banner tone=Tone::Bad text=text/> })}
        <p class="lead">{lead}</p>
        <form class="search" role="search" method="get" action=paths::request_for(id)>
            <label class="visually-hidden" for="q">{label}</label>
            <input id="q" name="q" type="search" value=search.clone() placeholder=placeholder/>
            <button class="button quiet">{say::search()}</button>
        </form>
        {exactly}
        {nothing}
        {rows}
        {more.then(|| view! { <p class="muted small">{say::only_first(requests::CHOICE)}</p> })}
    };
    Ok(Page::new(say::for_title(), body).narrow())
}
