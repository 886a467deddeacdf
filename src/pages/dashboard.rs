use leptos::prelude::*;

use crate::{
    components::{Icon, Page, Ticket},
    domain::event::EventStatus,
    paths,
    server::{
        db::summaries::Summary,
        http::Visit,
        services::{Done, event, person},
    },
    words,
};

/// How many events a section shows.
const SHOWN: usize = 12;

/// What needs the viewer, what waits, what came out.
pub async fn dashboard(visit: Visit) -> Done<Page> {
    let actor = visit.actor()?;
    let events = event::dashboard(&visit.site, actor).await?;
    let may_create = event::may_create(&visit.site, actor);
    let now = visit.now;
    let of = |status: EventStatus| move |event: &Summary| event.status == status;
    let to_come = |event: &Summary| event.schedule.starts_at >= now;
    let mut ready: Vec<_> = events.iter().filter(|e| e.runs && of(EventStatus::Closed)(e)).cloned().collect();
    let open = events.iter().filter(|event| of(EventStatus::Open)(event) && to_come(event));
    let (mut needs, mut waiting): (Vec<_>, Vec<_>) = open.cloned().partition(|event| event.mine.is_none());
    let waits = |e: &&Summary| of(EventStatus::Closed)(e) && !e.runs && e.mine.is_some();
    let closed: Vec<_> = events.iter().filter(waits).cloned().collect();
    let mut results: Vec<_> =
        events.iter().filter(|e| of(EventStatus::Finalized)(e) && (e.mine.is_some() || e.runs)).cloned().collect();
    let cancelled: Vec<_> = events
        .iter()
        .filter(|e| of(EventStatus::Canceled)(e) && to_come(e) && (e.mine.is_some() || e.runs))
        .cloned()
        .collect();
    waiting.extend(closed);
    // What is over and was never finalized comes last.
    for list in [&mut ready, &mut waiting] {
        list.sort_by_key(|event| (!to_come(event), event.schedule.starts_at));
    }
    needs.sort_by_key(|event| event.schedule.requests_close_at());
    let past = results.iter().filter(|event| !to_come(event)).count();
    let shown = results.len() - past.saturating_sub(4);
    results.truncate(shown);
    let nothing = [&ready, &needs, &waiting, &results, &cancelled].iter().all(|list| list.is_empty());
    let empty = if nothing { Some(empty(&visit, may_create).await?) } else { None };
    let body = view! {
        <h1>{greeting(&visit)}</h1>
        {(may_create && !nothing).then(|| view! {
            <p><a class="button gold" href=paths::NEW_EVENT><Icon name="plus"/>" New event"</a></p>
        })}
        {empty}
        {section("Ready to allocate", ready, &visit)}
        {section("Needs you", needs, &visit)}
        {section("Waiting for the draw", waiting, &visit)}
        {section("Results", results, &visit)}
        {section("Cancelled", cancelled, &visit)}
        <p><a href=paths::EVENTS>"All events of the past 24 months"</a></p>
    };
    Ok(Page::new("Your events", body))
}

fn greeting(visit: &Visit) -> String {
    format!("Hello, {}", visit.visitor.actor.as_ref().map_or("", |actor| words::called(&actor.name)))
}

/// What will appear, and the one next thing to do.
async fn empty(visit: &Visit, may_create: bool) -> Done<impl IntoView + use<>> {
    let actor = visit.actor()?;
    let alone = actor.is_admin() && person::is_alone(&visit.site, actor).await?;
    let first = "Your events will appear here. Create the first one: a name, a date, how many tickets there are.";
    let (text, next) = match (alone, may_create) {
        (true, _) => ("Your events will appear here. First add the people who will ask for tickets.", "Add people"),
        (false, true) => (first, "New event"),
        (false, false) => ("Events will appear here as soon as somebody offers tickets.", ""),
    };
    let to = if alone { paths::NEW_PERSON } else { paths::NEW_EVENT };
    let next = (!next.is_empty())
        .then(|| view! { <a class="button gold" href=to><Icon name="plus"/>{format!(" {next}")}</a> });
    let later = alone.then(|| view! { <a href=paths::NEW_EVENT>"Or begin with an event"</a> });
    Ok(view! {
        <div class="empty"><Icon name="ticket"/><p>{text}</p>{next}{later}</div>
    })
}

fn section(title: &'static str, events: Vec<Summary>, visit: &Visit) -> impl IntoView + use<> {
    let (now, zone) = (visit.now, visit.zone());
    (!events.is_empty()).then(|| {
        let count = events.len();
        let counted = words::counted(count as u64, "event", "events");
        let all = (count > SHOWN).then(|| view! { <p><a href=paths::EVENTS>{format!("All {counted}")}</a></p> });
        let cards = events
            .into_iter()
            .take(SHOWN)
            .map(|event| view! { <Ticket event=event now=now zone=zone/> })
            .collect_view();
        view! {
            <section aria-label=title>
                <div class="head">
                    <h2>{title}</h2>
                    <span class="count num" aria-label=counted>{count}</span>
                </div>
                <div class="grid">{cards}</div>
                {all}
            </section>
        }
    })
}
