use catalog::manage_events as say;
use chrono::{DateTime, Utc};
use leptos::prelude::*;

use super::page_number;
use crate::{
    api::{RestoreEvent, action},
    components::{AskFirst, BY_TIME, CancelMove, Icon, Page, StatusBadge, Tab, Tabs, TrashMove, pager},
    domain::event::EventStatus,
    paths,
    server::{
        db::{
            events::Event,
            overview::{Counts, ListedEvent},
        },
        http::Visit,
        services::{Done, event},
    },
    words,
};

/// What a row of tabs stands on: a list of events, or the trash.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Here {
    List(Option<EventStatus>),
    Trash,
}

/// All events by state, for admins.
pub async fn manage_events(visit: Visit) -> Done<Page> {
    let show = visit.query("show").unwrap_or_default();
    let status = EventStatus::parse(&show).ok();
    let managed = event::manage(&visit.site, visit.actor()?, status, page_number(&visit)).await?;
    let (page, pages) = (managed.page, managed.pages);
    let show = status.map_or("all", EventStatus::as_str);
    let nothing = managed.events.is_empty().then(|| empty(status));
    let some = !managed.events.is_empty();
    let rows = managed.events.into_iter().map(|event| row(event, visit.now)).collect_view();
    let table = some.then(|| {
        view! {
            <div class="listing">
                <table class="list">
                    <thead><tr>
                        <th scope="col">{say::event()}</th><th scope="col">{say::date()}</th><th scope="col">{say::owner()}</th>
                        <th scope="col" class="num">{say::tickets()}</th><th scope="col" class="num">{say::people()}</th>
                        <th scope="col" class="num">{say::requested()}</th><th scope="col">{say::status()}</th>
                        <th scope="col"><span class="visually-hidden">{say::actions()}</span></th>
                    </tr></thead>
                    <tbody>{rows}</tbody>
                </table>
            </div>
        }
    });
    let body = view! {
        <p class="crumbs"><a href=paths::EVENTS>{say::events()}</a></p>
        <h1>{say::title()}</h1>
        {tabs(&managed.counts, Here::List(status))}
        {nothing}
        {table}
        {pager(BY_TIME, page, pages, move |page| paths::manage_events(show, page))}
    };
    Ok(Page::new(say::title(), body))
}

fn tabs(counts: &Counts, here: Here) -> impl IntoView + use<> {
    let list = |status: Option<EventStatus>| Tab {
        to: paths::manage_events(status.map_or("all", EventStatus::as_str), 1),
        word: status.map_or(say::all(), words::status),
        count: counts.of(status),
        here: here == Here::List(status),
    };
    let trash = Tab { to: paths::TRASH.to_owned(), word: say::trash(), count: counts.trash, here: here == Here::Trash };
    let tabs = EventStatus::ALL.map(Some).into_iter().chain([None]).map(list).chain([trash]).collect();
    view! { <Tabs label=say::statuses() tabs=tabs/> }
}

fn empty(status: Option<EventStatus>) -> impl IntoView {
    let text = match status {
        None => say::empty_all(),
        Some(EventStatus::Open) => say::empty_open(),
        Some(EventStatus::Closed) => say::empty_closed(),
        Some(EventStatus::Finalized) => say::empty_finalized(),
        Some(EventStatus::Canceled) => say::empty_canceled(),
    };
    view! {
        <div class="empty">
            <Icon name="ticket"/><p>{text}</p>
            <a class="button quiet" href=paths::NEW_EVENT>{say::create()}</a>
        </div>
    }
}

fn row(event: ListedEvent, now: DateTime<Utc>) -> impl IntoView {
    let id = event.id;
    let about = say::about(event.name.as_str());
    let cancel = (event.status != EventStatus::Canceled).then(|| view! { <CancelMove event=id/> });
    view! {
        <tr>
            <th scope="row"><a class="user-text" href=paths::event(id)>{event.name}</a></th>
            <td class="day" data-label=say::date()>{words::short_date(event.schedule.starts_at, event.schedule.zone, now)}</td>
            <td data-label=say::owner() class="user-text">{event.owner}</td>
            <td class="num" data-label=say::tickets()>{words::number(event.tickets)}</td>
            <td class="num" data-label=say::people()>{words::number(event.people)}</td>
            <td class="num" data-label=say::requested()>{words::number(event.requested)}</td>
            <td data-label=say::status()><StatusBadge status=event.status soon=event.schedule.closes_soon(now)/></td>
            <td>
                <AskFirst summary=say::more() about=about.clone()>
                    <p><a class="button quiet small" href=paths::event_like(id)>{say::duplicate()}<span class="visually-hidden user-text">{about}</span></a></p>
                    {cancel}
                    <TrashMove event=id/>
                </AskFirst>
            </td>
        </tr>
    }
}

/// Deleted events, which can come back for 30 days: the last tab.
pub async fn trash(visit: Visit) -> Done<Page> {
    let (events, counts) = event::trash(&visit.site, visit.actor()?).await?;
    let nothing = events.is_empty().then(|| {
        view! { <div class="empty"><Icon name="trash-2"/><p>{say::trash_empty()}</p></div> }
    });
    let rows = events.into_iter().map(|event| deleted(event, visit.now)).collect_view();
    let body = view! {
        <p class="crumbs"><a href=paths::EVENTS>{say::events()}</a></p>
        <h1>{say::trash()}</h1>
        {tabs(&counts, Here::Trash)}
        {nothing}
        <ul class="stack">{rows}</ul>
    };
    Ok(Page::new(say::trash(), body))
}

fn deleted(event: Event, now: DateTime<Utc>) -> impl IntoView {
    let zone = event.schedule.zone;
    let until = event.deleted_at.map(|at| words::short_date(at + chrono::TimeDelta::days(30), zone, now));
    let restore = say::restore_what(event.name.as_str());
    view! {
        <li class="panel">
            <b class="user-text">{event.name}</b>
            <span class="small muted">{words::when(event.schedule.starts_at, zone)}</span>
            <span class="small muted">{say::removed_on(until.unwrap_or_default())}</span>
            <form method="post" action={action::<RestoreEvent>()}>
                <input type="hidden" name="event" value=event.id.get()/>
                <button class="button quiet small" aria-label=restore>{say::restore()}</button>
            </form>
        </li>
    }
}
