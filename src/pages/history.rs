use chrono::{DateTime, Datelike, Utc};
use leptos::prelude::*;

use crate::{
    api::{MoveEvent, action},
    components::{Icon, Page, StatusBadge, page},
    domain::event::{EventStatus, Visibility},
    paths,
    server::{db::summaries::Summary, services::event},
    words,
};

/// All events of 24 months, by year, with what the viewer asked and got.
pub fn history() -> impl IntoView {
    page(|visit| async move {
        let actor = visit.actor()?;
        let events = event::history(&visit.site, actor).await?;
        let now = visit.now;
        let mut years: Vec<(i32, Vec<Summary>)> = Vec::new();
        for event in events {
            let year = event.schedule.starts_at.with_timezone(&event.schedule.zone.0).year();
            match years.last_mut() {
                Some((latest, events)) if *latest == year => events.push(event),
                _ => years.push((year, vec![event])),
            }
        }
        let nothing = years.is_empty().then(|| {
            view! { <div class="empty"><Icon name="ticket"/><p>"Events of the past 24 months and to come will appear here."</p></div> }
        });
        let years = years.into_iter().map(|(year, events)| year_table(year, events, now)).collect_view();
        let bin = actor.is_admin().then(|| view! { <p><a href=paths::BIN>"Deleted events"</a></p> });
        let body = view! {
            <h1>"All events"</h1>
            {nothing}
            {years}
            {bin}
        };
        Ok(Page::new("All events", body))
    })
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
                            <th scope="col">"Event"</th><th scope="col">"Date"</th><th scope="col" class="num">"Tickets"</th>
                            <th scope="col" class="num">"People"</th><th scope="col" class="num">"Requested"</th>
                            <th scope="col" class="num">"Allocated"</th><th scope="col">"You"</th><th scope="col">"Status"</th>
                        </tr>
                    </thead>
                    <tbody>{rows}</tbody>
                </table>
            </div>
        </section>
    }
}

fn row(event: Summary, now: DateTime<Utc>) -> impl IntoView {
    let shows = event.runs || event.status == EventStatus::Finalized || event.shows_before != Visibility::Own;
    let demand = |count: u64| if shows { words::grouped(count) } else { "–".to_owned() };
    let allocated = if event.runs || event.status == EventStatus::Finalized {
        words::grouped(event.allocated)
    } else {
        "–".to_owned()
    };
    view! {
        <tr>
            <th scope="row"><a class="user-text" href=paths::event(event.number)>{event.name.clone()}</a></th>
            <td data-label="Date">{words::short_date(event.schedule.starts_at, event.schedule.zone, now)}</td>
            <td class="num" data-label="Tickets">{words::grouped(event.tickets.into())}</td>
            <td class="num" data-label="People">{demand(event.people)}</td>
            <td class="num" data-label="Requested">{demand(event.requested)}</td>
            <td class="num" data-label="Allocated">{allocated}</td>
            <td data-label="You">{mine(&event)}</td>
            <td data-label="Status"><StatusBadge status=event.status/></td>
        </tr>
    }
}

fn mine(event: &Summary) -> String {
    let Some(mine) = &event.mine else { return "–".to_owned() };
    let asked = format!("asked {}", mine.tiers.first_choice());
    match (event.status, mine.allocated) {
        (EventStatus::Finalized, Some(given)) => format!("{asked}, got {given}"),
        _ => asked,
    }
}

/// Deleted events, which can come back for 30 days.
pub fn bin() -> impl IntoView {
    page(|visit| async move {
        let events = event::list_deleted(&visit.site, visit.actor()?).await?;
        let now = visit.now;
        let nothing = events.is_empty().then(|| {
            view! { <div class="empty"><Icon name="trash-2"/><p>"Deleted events appear here and stay for 30 days."</p></div> }
        });
        let rows = events.into_iter().map(|event| {
            let zone = event.schedule.zone;
            let until = event.deleted_at.map(|at| words::short_date(at + chrono::TimeDelta::days(30), zone, now));
            view! {
                <li class="panel">
                    <b class="user-text">{event.name}</b>
                    <span class="small muted">{words::when(event.schedule.starts_at, zone)}</span>
                    <span class="small muted">{format!("Removed for good on {}", until.unwrap_or_default())}</span>
                    <form method="post" action={action::<MoveEvent>()}>
                        <input type="hidden" name="event" value=event.number/>
                        <button class="button quiet small" name="to" value="restore">"Bring back"</button>
                    </form>
                </li>
            }
        });
        let body = view! {
            <p class="crumbs"><a href=paths::EVENTS>"All events"</a></p>
            <h1>"Deleted events"</h1>
            {nothing}
            <ul class="stack">{rows.collect_view()}</ul>
        };
        Ok(Page::new("Deleted events", body).narrow())
    })
}
