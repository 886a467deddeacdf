//! The list for the door: who is expected, with whom, and who came; made for a phone in one hand, and for paper.

mod row;

use catalog::door as say;
use leptos::prelude::*;

use self::row::{Row, row};
use crate::{
    components::{Banner, Icon, Page, Problems, Tone, downloads},
    domain::ids::{EventId, PersonId},
    error::Refusal,
    paths,
    server::{
        http::Visit,
        services::{
            Done,
            door::{self as doors, Door},
            draft::forms,
        },
    },
    words::{self, Apart},
};

/// Everyone with tickets for a final event, by name, for those who run it.
pub async fn door(visit: Visit) -> Done<Page> {
    let id = visit.id("number", EventId::parse)?;
    let search = visit.query("q").unwrap_or_default();
    let list = doors::door(&visit.site, visit.actor()?, id, &search).await?;
    let kept = visit.any_draft().await?;
    let draft = kept.as_ref().and_then(|kept| kept.of::<_, Refusal>(forms::GUESTS));
    let refused = kept.as_ref().and_then(|kept| kept.of::<(), Refusal>(forms::DOOR)).map(|draft| draft.refusal);
    let refused = refused.or(draft.as_ref().map(|draft| draft.refusal.clone()));
    let problems = Problems::of(draft.as_ref().map(|draft| &draft.refusal));
    let typed = draft.map(|draft| draft.form);
    let changing = visit.query("names").and_then(|person| PersonId::parse(&person)).filter(|_| list.takes_names);
    let apart =
        Apart::among(list.expected.iter().map(|one| (one.holder.name.as_str(), one.holder.email.as_str())), list.lists);
    let rows = list.expected.iter().map(|one| {
        let changes = changing == Some(one.holder.person);
        row(Row {
            list: &list,
            one,
            search: &search,
            apart: &apart,
            changes,
            typed: typed.as_ref().filter(|_| changes),
            problems: &problems,
        })
    });
    let rows = rows.collect_view();
    let event = &list.event;
    let name = event.name.clone();
    let body = view! {
        <p class="crumbs"><a class="user-text" href=paths::event(id)>{name.clone()}</a></p>
        <h1 class="user-text">{name.clone()}</h1>
        <p class="lead">{words::when(event.schedule.starts_at, event.schedule.zone)}</p>
        {refused.map(|refusal| view! { <Banner tone=Tone::Bad text=words::refusal_in_short(&refusal)/> })}
        {totals(&list)}
        {hints(&list, &visit)}
        {find(&list, &search)}
        <ul class="door">{rows}</ul>
        <div class="actions screenonly">
            {downloads(say::download(), &paths::door_csv(id), visit.table)}
            <span class="muted small"><Icon name="printer"/>" "{say::print()}</span>
        </div>
    };
    Ok(Page::new(say::page(name), body).narrow())
}

/// What it comes to; who came only once somebody was noted.
fn totals(list: &Door) -> impl IntoView + use<> {
    let totals = list.totals;
    let noted = totals.unsaid < totals.tickets;
    let stats = [
        Some((totals.people, say::people())),
        Some((totals.tickets, say::tickets())),
        noted.then_some((totals.came, say::used())),
        noted.then_some((totals.unused, say::unused())),
        noted.then_some((totals.unsaid, say::unsaid())),
    ];
    let stats = stats.into_iter().flatten().map(|(count, label)| {
        view! { <div class="stat"><b>{catalog::number(count.try_into().unwrap_or(i64::MAX))}</b><span>{label}</span></div> }
    });
    view! { <div class="stats" data-door=totals.came>{stats.collect_view()}</div> }
}

fn hints(list: &Door, visit: &Visit) -> impl IntoView + use<> {
    let (event, zone) = (&list.event, list.event.schedule.zone);
    let short = |at| words::when_short(at, zone, visit.now);
    let closes = event.door_closes_at();
    let noting = match () {
        () if list.is_open => say::open(short(closes)),
        () if visit.now < closes => say::early(short(event.door_opens_at())),
        () => say::over().to_owned(),
    };
    let removed = list.names_removed.then(|| view! { <p class="note small">{say::removed()}</p> });
    view! {
        <p class="small muted screenonly">{noting}</p>
        {removed}
    }
}

/// Finding somebody: by their name, or by that of a guest.
fn find(list: &Door, search: &str) -> impl IntoView + use<> {
    let id = list.event.id;
    if list.totals.people == 0 {
        return view! { <div class="empty"><Icon name="users"/><p>{say::nobody()}</p></div> }.into_any();
    }
    let count = u64::try_from(list.expected.len()).unwrap_or(u64::MAX);
    let found = (!search.is_empty()).then(|| {
        let found = if count == 0 { say::nobody_found(search) } else { say::found(count, list.totals.people) };
        view! {
            <p class="small muted screenonly" role="status"><span class="user-text">{found}</span>" "<a href=paths::door(id)>{say::clear()}</a></p>
        }
    });
    view! {
        <form class="search" role="search" method="get" action=paths::door(id)>
            <label class="visually-hidden" for="q">{say::search_label()}</label>
            <input id="q" name="q" type="search" value=search.to_owned() placeholder=say::search_placeholder() dir="auto" autocomplete="off"/>
            <button class="button quiet">{say::search()}</button>
        </form>
        {found}
    }
    .into_any()
}
