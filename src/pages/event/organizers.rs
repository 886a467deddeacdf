use catalog::organizers as say;
use leptos::prelude::*;

use crate::{
    api::{AddOrganizer, HandEventOver, RemoveOrganizer, action},
    components::{Banner, Page, Problems, Tone},
    domain::ids::EventId,
    paths,
    server::{
        db::people::Person,
        http::Visit,
        services::{Done, draft::forms, event as events},
    },
    words::{self, Apart},
};

/// Who runs an event, and handing it over.
pub async fn organizers(visit: Visit) -> Done<Page> {
    let id = visit.id("number", EventId::parse)?;
    let (event, running, others) = events::list_organizers(&visit.site, visit.actor()?, id).await?;
    let draft = visit.draft(forms::ORGANIZERS).await?;
    let problems = Problems::of(draft.as_ref().map(|draft| &draft.refusal));
    let refused = draft.map(|draft| problems.with("person").unwrap_or_else(|| words::refusal(&draft.refusal)));
    let running_apart =
        Apart::among(running.iter().map(|one| (one.name.as_str(), one.email.as_str())), others.is_some());
    let rows = running.iter().map(|one| {
        let beside = running_apart.beside(&one.name, &one.email).filter(|_| !one.email.is_empty());
        let beside = beside.map(|email| view! { " "<small class="muted user-text">{email}</small> });
        let badge = if one.is_owner { say::owner() } else { say::co_organizer() };
        let named = running_apart.named(&one.name, &one.email);
        let remove = (!one.is_owner).then(|| {
            view! {
                <form class="actions" method="post" action={action::<RemoveOrganizer>()}>
                    <input type="hidden" name="event" value=id.get()/>
                    <input type="hidden" name="person" value=one.id.get()/>
                    <button class="button quiet small" aria-label=say::remove_whom(named.as_str())>{say::remove()}</button>
                    <button
                        class="button quiet small"
                        formaction={action::<HandEventOver>()}
                        aria-label=say::transfer_to(named.as_str())
                    >{say::transfer()}</button>
                </form>
            }
        });
        view! {
            <li class="panel">
                <b class="user-text">{one.name.clone()}</b>{beside}
                <span class="badges"><span class="badge info">{badge}</span></span>
                {remove}
            </li>
        }
    });
    let rows = rows.collect_view();
    let choice = others.as_deref().map(choice);
    let add = if others.is_some_and(|others| others.is_empty()) {
        view! { <p class="note small">{say::no_one_else()}</p> }.into_any()
    } else {
        view! {
            <form class="form panel" method="post" action={action::<AddOrganizer>()}>
                <input type="hidden" name="event" value=id.get()/>
                <div class="field">
                    <label for="person">{say::add_whom()}</label>
                    {choice.unwrap_or_else(|| name_exactly().into_any())}
                </div>
                <div class="actions">
                    <button class="button">{say::add()}</button>
                    <button class="button quiet" formaction={action::<HandEventOver>()}>{say::transfer()}</button>
                </div>
                <p class="small muted">{say::what_transfer_does()}</p>
            </form>
        }
        .into_any()
    };
    let body = view! {
        <p class="crumbs"><a class="user-text" href=paths::event(id)>{event.name.clone()}</a></p>
        <h1>{say::title()}</h1>
        {refused.map(|text| view! { <Banner tone=Tone::Bad text=text/> })}
        <ul class="stack">{rows}</ul>
        {add}
    };
    Ok(Page::new(say::title(), body).narrow())
}

/// One of these people.
fn choice(people: &[Person]) -> AnyView {
    let apart = Apart::among(people.iter().map(|person| (person.name.as_str(), person.email.as_str())), true);
    let option = |person: &Person| {
        view! { <option class="user-text" value=person.id.get()>{apart.named(&person.name, &person.email)}</option> }
    };
    view! {
        <select id="person" name="person" required=true>
            <option value="">{say::choose()}</option>
            {people.iter().map(option).collect_view()}
        </select>
    }
    .into_any()
}

/// One person, for whoever may not list people.
fn name_exactly() -> impl IntoView {
    view! {
        <input id="person" name="person" type="text" required=true autocomplete="off" aria-describedby="person-hint"/>
        <p class="hint" id="person-hint">{words::name_exactly()}</p>
    }
}
