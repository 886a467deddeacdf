mod get_started;
mod guests;
mod row;

use chrono::{DateTime, TimeDelta, Utc};
use leptos::prelude::*;

use self::row::{Part, row};
use crate::{
    components::{Icon, Page, Ticket},
    domain::event::EventStatus,
    paths,
    server::{
        db::summaries::Summary,
        http::Visit,
        services::{Done, event},
    },
    words,
};
use catalog::home as say;

/// How many events a part shows.
const SHOWN: usize = 12;
/// How many results of events that are over stand here; the others are among all events.
const PAST: usize = 4;
/// For how long after it was finalized a result is new.
const NEW: TimeDelta = TimeDelta::days(3);

/// What is new for the viewer, what they run, what they may ask for, what they wait for, and what came out.
pub async fn dashboard(visit: Visit) -> Done<Page> {
    let actor = visit.actor()?;
    let events = event::dashboard(&visit.site, actor).await?;
    let may_create = event::may_create(&visit.site, actor);
    let start = get_started::get_started(&visit, &events).await?;
    let parts = Parts::of(&events, visit.now);
    let (nothing, starts) = (parts.are_empty(), start.is_some());
    let empty = (nothing && !starts).then(|| empty(may_create));
    let part = |part, name, events| section(part, name, events, &visit);
    let new = fresh(parts.new, &visit);
    let run = (!parts.run.is_empty())
        .then(|| view! { <aside aria-label=say::run()>{part(Part::Run, say::run(), parts.run)}</aside> });
    let body = view! {
        <div class="title-row">
            <h1>{greeting(&visit)}</h1>
            {(may_create && !nothing).then(|| view! {
                <a class="button gold" href=paths::NEW_EVENT><Icon name="plus"/>" "{say::new_event()}</a>
            })}
        </div>
        {start}
        {guests::missing(&events, visit.now)}
        {empty}
        <div class="overview">
            {new}
            {run}
            <div class="stack">
                {part(Part::Open, say::open(), parts.open)}
                {part(Part::Waiting, say::waiting(), parts.waiting)}
                {part(Part::Results, say::results(), parts.results)}
                {part(Part::Canceled, say::canceled(), parts.canceled)}
            </div>
        </div>
        <p><a href=paths::EVENTS>{say::all_events()}</a></p>
    };
    Ok(Page::new(say::title(), body))
}

/// The events, by what the viewer has to do with them. What they run and ask for themselves stands in two parts.
#[derive(Default)]
struct Parts {
    new: Vec<Summary>,
    run: Vec<Summary>,
    open: Vec<Summary>,
    waiting: Vec<Summary>,
    results: Vec<Summary>,
    canceled: Vec<Summary>,
}

impl Parts {
    fn of(events: &[Summary], now: DateTime<Utc>) -> Self {
        let mut parts = Self::default();
        let to_come = |event: &Summary| event.schedule.starts_at >= now;
        for event in events {
            let own = match (event.status, &event.mine) {
                (EventStatus::Open, None) if to_come(event) => Some(&mut parts.open),
                (EventStatus::Open, Some(_)) if to_come(event) => Some(&mut parts.waiting),
                (EventStatus::Closed, Some(_)) => Some(&mut parts.waiting),
                (EventStatus::Finalized, Some(mine)) if mine.offered.is_some() || is_new(event, now) => {
                    Some(&mut parts.new)
                }
                (EventStatus::Finalized, Some(_)) => Some(&mut parts.results),
                (EventStatus::Canceled, Some(_)) if to_come(event) => Some(&mut parts.canceled),
                _ => None,
            };
            if let Some(part) = own {
                part.push(event.clone());
            }
            if event.runs && (to_come(event) || event.status == EventStatus::Closed) {
                parts.run.push(event.clone());
            }
        }
        parts.sort(now);
        parts
    }

    fn sort(&mut self, now: DateTime<Utc>) {
        let is_over = |event: &Summary| event.schedule.starts_at < now;
        let starts = |event: &Summary| event.schedule.starts_at;
        // What waits for the organizer comes first, then what is open; and what is over was never finalized.
        self.run.sort_by_key(|event| {
            (event.status != EventStatus::Closed, event.status != EventStatus::Open, is_over(event), starts(event))
        });
        self.open.sort_by_key(|event| event.schedule.requests_close_at());
        self.waiting.sort_by_key(|event| (is_over(event), starts(event), event.status != EventStatus::Open));
        let past = self.results.iter().filter(|event| is_over(event)).count();
        self.results.truncate(self.results.len() - past.saturating_sub(PAST));
    }

    fn are_empty(&self) -> bool {
        [&self.new, &self.run, &self.open, &self.waiting, &self.results, &self.canceled]
            .iter()
            .all(|part| part.is_empty())
    }
}

/// Whether this came out a short while ago and is still to come.
fn is_new(event: &Summary, now: DateTime<Utc>) -> bool {
    event.schedule.starts_at >= now && event.finalized_at.is_some_and(|at| now < at + NEW)
}

fn greeting(visit: &Visit) -> String {
    say::greeting(words::called(visit.visitor.actor.as_ref().map_or("", |actor| &actor.name)))
}

/// What will appear, and the one next thing to do.
fn empty(may_create: bool) -> impl IntoView {
    let text = if may_create { say::empty_organizer() } else { say::empty_member() };
    let next = may_create.then(|| {
        view! { <a class="button gold" href=paths::NEW_EVENT><Icon name="plus"/>" "{say::new_event()}</a> }
    });
    view! { <div class="empty"><Icon name="ticket"/><p>{text}</p>{next}</div> }
}

/// What just came out, as tickets.
fn fresh(events: Vec<Summary>, visit: &Visit) -> Option<impl IntoView + use<>> {
    let (now, zone, count) = (visit.now, visit.zone(), events.len());
    (count > 0).then(|| {
        let cards = events.into_iter().take(SHOWN).map(|event| view! { <Ticket event=event now=now zone=zone/> });
        let cards = cards.collect_view();
        view! {
            <section class="new" aria-label=say::new_results(count)>
                <h2>{say::new_results(count)}</h2>
                <div class="grid">{cards}</div>
            </section>
        }
    })
}

fn section(part: Part, name: &'static str, events: Vec<Summary>, visit: &Visit) -> Option<impl IntoView + use<>> {
    let (now, count) = (visit.now, events.len());
    (count > 0).then(|| {
        let all = (count > SHOWN).then(|| view! { <p><a href=paths::EVENTS>{say::see_all(count)}</a></p> });
        let rows = events.into_iter().take(SHOWN).map(|event| row(part, &event, now)).collect_view();
        view! {
            <section aria-label=name>
                <div class="head">
                    <h2>{name}</h2>
                    <span class="count num" aria-label=say::events(count)>{count}</span>
                </div>
                <ul class="agenda">{rows}</ul>
                {all}
            </section>
        }
    })
}
