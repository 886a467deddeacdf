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
                        <th scope="col">"Event"</th><th scope="col">"Date"</th><th scope="col">"Owner"</th>
                        <th scope="col" class="num">"Tickets"</th><th scope="col" class="num">"People"</th>
                        <th scope="col" class="num">"Requested"</th><th scope="col">"Status"</th>
                        <th scope="col"><span class="visually-hidden">"What you can do"</span></th>
                    </tr></thead>
                    <tbody>{rows}</tbody>
                </table>
            </div>
        }
    });
    let body = view! {
        <p class="crumbs"><a href=paths::EVENTS>"All events"</a></p>
        <h1>"Manage events"</h1>
        {tabs(&managed.counts, Here::List(status))}
        {nothing}
        {table}
        {pager(BY_TIME, page, pages, move |page| paths::manage_events(show, page))}
    };
    Ok(Page::new("Manage events", body))
}

fn tabs(counts: &Counts, here: Here) -> impl IntoView + use<> {
    let list = |status: Option<EventStatus>| Tab {
        to: paths::manage_events(status.map_or("all", EventStatus::as_str), 1),
        word: status.map_or("All", words::status),
        count: counts.of(status),
        here: here == Here::List(status),
    };
    let trash = Tab { to: paths::TRASH.to_owned(), word: "Bin", count: counts.trash, here: here == Here::Trash };
    let tabs = EventStatus::ALL.map(Some).into_iter().chain([None]).map(list).chain([trash]).collect();
    view! { <Tabs label="States" tabs=tabs/> }
}

fn empty(status: Option<EventStatus>) -> impl IntoView {
    let text = match status {
        None => "Every event of everybody will appear here. Create the first one.",
        Some(EventStatus::Open) => "No event is open for requests.",
        Some(EventStatus::Closed) => "No event is closed and waits for its result.",
        Some(EventStatus::Finalized) => "No event is finalized yet.",
        Some(EventStatus::Canceled) => "No event is cancelled.",
    };
    view! {
        <div class="empty">
            <Icon name="ticket"/><p>{text}</p>
            <a class="button quiet" href=paths::NEW_EVENT>"New event"</a>
        </div>
    }
}

fn row(event: ListedEvent, now: DateTime<Utc>) -> impl IntoView {
    let id = event.id;
    let about = format!(": {}", event.name);
    let cancel = (event.status != EventStatus::Canceled).then(|| view! { <CancelMove event=id/> });
    view! {
        <tr>
            <th scope="row"><a class="user-text" href=paths::event(id)>{event.name}</a></th>
            <td class="day" data-label="Date">{words::short_date(event.schedule.starts_at, event.schedule.zone, now)}</td>
            <td data-label="Owner" class="user-text">{event.owner}</td>
            <td class="num" data-label="Tickets">{words::grouped(event.tickets.into())}</td>
            <td class="num" data-label="People">{words::grouped(event.people)}</td>
            <td class="num" data-label="Requested">{words::grouped(event.requested)}</td>
            <td data-label="Status"><StatusBadge status=event.status soon=event.schedule.closes_soon(now)/></td>
            <td>
                <AskFirst summary="More" about=about.clone()>
                    <p><a class="button quiet small" href=paths::event_like(id)>"Duplicate"<span class="visually-hidden user-text">{about}</span></a></p>
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
            view! { <div class="empty"><Icon name="trash-2"/><p>"Deleted events appear here and stay for 30 days."</p></div> }
        });
    let rows = events.into_iter().map(|event| deleted(event, visit.now)).collect_view();
    let body = view! {
        <p class="crumbs"><a href=paths::EVENTS>"All events"</a></p>
        <h1>"Deleted events"</h1>
        {tabs(&counts, Here::Trash)}
        {nothing}
        <ul class="stack">{rows}</ul>
    };
    Ok(Page::new("Deleted events", body))
}

fn deleted(event: Event, now: DateTime<Utc>) -> impl IntoView {
    let zone = event.schedule.zone;
    let until = event.deleted_at.map(|at| words::short_date(at + chrono::TimeDelta::days(30), zone, now));
    view! {
        <li class="panel">
            <b class="user-text">{event.name}</b>
            <span class="small muted">{words::when(event.schedule.starts_at, zone)}</span>
            <span class="small muted">{format!("Removed for good on {}", until.unwrap_or_default())}</span>
            <form method="post" action={action::<RestoreEvent>()}>
                <input type="hidden" name="event" value=event.id.get()/>
                <button class="button quiet small">"Bring back"</button>
            </form>
        </li>
    }
}
