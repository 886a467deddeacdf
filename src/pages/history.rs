use catalog::history as say;
use chrono::{DateTime, Datelike, Utc};
use leptos::prelude::*;

use super::page_number;
use crate::{
    components::{BY_TIME, Icon, Page, StatusBadge, downloads, own_fairness, pager},
    paths,
    server::{
        db::summaries::Summary,
        http::Visit,
        services::{
            Done,
            event::{self, History},
        },
    },
    words,
};

/// All events of 24 months, by year, with what the viewer asked and got, and how it went for them.
pub async fn history(visit: Visit) -> Done<Page> {
    let actor = visit.actor()?;
    let History { events, page, pages } = event::history(&visit.site, actor, page_number(&visit)).await?;
    let fairness = event::fairness(&visit.site, actor).await?;
    let now = visit.now;
    let nothing = events.is_empty();
    let mut years: Vec<(i32, Vec<Summary>)> = Vec::new();
    for event in events {
        let year = event.schedule.starts_at.with_timezone(&event.schedule.zone.0).year();
        match years.last_mut() {
            Some((latest, events)) if *latest == year => events.push(event),
            _ => years.push((year, vec![event])),
        }
    }
    let empty = nothing.then(|| {
        view! { <div class="empty"><Icon name="ticket"/><p>{say::empty()}</p></div> }
    });
    let went = (!nothing || !fairness.is_empty()).then(|| own_fairness(fairness));
    let years = years.into_iter().map(|(year, events)| year_table(year, events, now)).collect_view();
    let file = (!nothing).then(|| downloads(say::download(), paths::EVENTS_CSV, visit.table));
    let manage = actor.is_admin().then(|| {
        view! {
            <a class="button quiet" href=paths::MANAGE_EVENTS>{say::manage()}</a>
            <a class="button quiet" href=paths::TRASH>{say::trash()}</a>
        }
    });
    let body = view! {
        <h1>{say::title()}</h1>
        {empty}
        {went}
        {years}
        {pager(BY_TIME, page, pages, paths::events)}
        <div class="actions">{manage}</div>
        {file}
    };
    Ok(Page::new(say::title(), body))
}

fn year_table(year: i32, events: Vec<Summary>, now: DateTime<Utc>) -> impl IntoView {
    let rows = events.into_iter().map(|event| row(event, now)).collect_view();
    view! {
        <section aria-label=year.to_string()>
            <h2 class="year">{year}</h2>
            <div class="listing">
                <table class="list">
                    <thead>
                        <tr>
                            <th scope="col">{say::event()}</th><th scope="col">{say::date()}</th><th scope="col" class="num">{say::tickets()}</th>
                            <th scope="col" class="num">{say::people()}</th><th scope="col" class="num">{say::requested()}</th>
                            <th scope="col" class="num">{say::assigned()}</th><th scope="col">{say::your_result()}</th><th scope="col">{say::status()}</th>
                        </tr>
                    </thead>
                    <tbody>{rows}</tbody>
                </table>
            </div>
        </section>
    }
}

fn row(event: Summary, now: DateTime<Utc>) -> impl IntoView {
    let told = |shows: bool, count: u64| shows.then(|| words::number(count));
    let (demand, results) = (event.shows_demand(), event.shows_allocated());
    // On a phone, where a row is a card, nothing stands for nothing.
    let cell = |label: &'static str, class: &'static str, text: Option<String>| {
        let none = text.is_none();
        view! { <td class=class class:none=none data-label=label>{text.unwrap_or_else(|| "–".to_owned())}</td> }
    };
    view! {
        <tr>
            <th scope="row"><a class="user-text" href=paths::event(event.id)>{event.name.clone()}</a></th>
            <td class="day" data-label=say::date()>{words::short_date(event.schedule.starts_at, event.schedule.zone, now)}</td>
            <td class="num" data-label=say::tickets()>{words::number(event.tickets)}</td>
            {cell(say::people(), "num", told(demand, event.people))}
            {cell(say::requested(), "num", told(demand, event.requested))}
            {cell(say::assigned(), "num", told(results, event.allocated))}
            {cell(say::your_result(), "", mine(&event))}
            <td data-label=say::status()><StatusBadge status=event.status soon=event.schedule.closes_soon(now)/></td>
        </tr>
    }
}

fn mine(event: &Summary) -> Option<String> {
    let mine = event.mine.as_ref()?;
    let first = mine.tiers.first_choice();
    Some(match event.got() {
        got if !mine.asked => catalog::after::have(got?),
        Some(given) => say::requested_got(first, given),
        None => say::requested_first(first),
    })
}
