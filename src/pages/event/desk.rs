use std::collections::HashSet;

use catalog::{emails, event_desk as say};
use chrono::{DateTime, Utc};
use leptos::prelude::*;

use crate::{
    api::{CloseEvent, CloseToAllocate, OpenEventAgain, ReopenEvent, UncancelEvent, action},
    components::{AskFirst, CancelMove, Icon, TrashMove},
    domain::{event::EventStatus, ids::EventId, message::Kind},
    pages::mail::{mail_outlook, settle},
    paths,
    server::{db::messages::Listed, http::Visit, mail::messages, services::event::EventView},
    words,
};

/// What those who run an event can do next, the likeliest first.
pub fn desk(view: &EventView, visit: &Visit) -> impl IntoView + use<> {
    let id = view.event.id;
    let began = view.event.schedule.starts_at <= visit.now;
    let soon = view.event.schedule.closes_soon(visit.now);
    let next = match view.status {
        EventStatus::Open => view! {
            {step(id, action::<CloseToAllocate>(), say::close_to_allocate(), if soon { "button" } else { "button quiet" })}
            {step(id, action::<CloseEvent>(), say::close(), "button quiet")}
        }
        .into_any(),
        EventStatus::Closed => view! {
            <a class="button wide" href=paths::allocate(id)>{say::allocate()}</a>
            {(!began).then(|| step(id, action::<OpenEventAgain>(), say::reopen_requests(), "button quiet"))}
        }
        .into_any(),
        EventStatus::Finalized => view! {
            {view.event.door_is_open(visit.now).then(|| door(id, "button wide"))}
            <a class="button wide" href=paths::results(id)><Icon name="printer"/>" "{say::results()}</a>
            <a class="button quiet wide" href=paths::handouts(id)>{catalog::handouts::link()}</a>
            {(!view.event.door_is_open(visit.now)).then(|| door(id, "button quiet"))}
            {view.may_reopen.then(|| step(id, action::<ReopenEvent>(), say::reopen(), "button quiet"))}
            {(!view.may_reopen).then(not_theirs)}
        }
        .into_any(),
        EventStatus::Canceled if !view.may_reopen => not_theirs().into_any(),
        EventStatus::Canceled => step(id, action::<UncancelEvent>(), say::uncancel(), "button quiet").into_any(),
    };
    let editable = matches!(view.status, EventStatus::Open | EventStatus::Closed);
    let edit = editable.then(|| {
        view! {
            <a class="button quiet" href=paths::edit_event(id)><Icon name="pencil"/>" "{say::edit()}</a>
            <a class="button quiet" href=paths::request_for(id)><Icon name="user"/>" "{say::request_for()}</a>
        }
    });
    let organizers = view.may_hand_over.then(|| {
        view! {
            <a class="button quiet" href=paths::organizers(id)><Icon name="users"/>" "{say::organizers()}</a>
        }
    });
    let after = (view.status != EventStatus::Canceled && !began).then(|| {
        view! { <a class="button quiet" href=paths::event_after(id)><Icon name="undo-2"/>" "{catalog::after_settings::link()}</a> }
    });
    let cancel = (view.status != EventStatus::Canceled).then(|| {
        view! { <AskFirst summary=say::cancel()><CancelMove event=id/></AskFirst> }
    });
    let delete = view.may_delete.then(|| {
        view! { <AskFirst summary=say::delete()><TrashMove event=id/></AskFirst> }
    });
    let admin = visit.visitor.actor.as_ref().is_some_and(crate::server::auth::Actor::is_admin);
    let log = admin.then(|| {
        view! { <a class="button quiet" href=paths::audit_of_event(id)>{catalog::person::log()}</a> }
    });
    view! {
        <section>
            <div class="head"><h2>{say::title()}</h2></div>
            <div class="panel">
                {next}
                {edit}
                {organizers}
                {after}
                <a class="button quiet" href=paths::event_like(id)><Icon name="plus"/>" "{say::duplicate()}</a>
                {cancel}
                {delete}
                {log}
            </div>
        </section>
        {mails(view, visit)}
    }
}

fn door(id: EventId, class: &'static str) -> impl IntoView {
    view! { <a class=class href=paths::door(id)><Icon name="users"/>" "{say::door()}</a> }
}

fn not_theirs() -> impl IntoView {
    view! { <p class="note small">{say::reopen_not_yours()}</p> }
}

fn step(id: EventId, to: &'static str, label: &'static str, class: &'static str) -> impl IntoView {
    view! {
        <form method="post" action=to>
            <input type="hidden" name="event" value=id.get()/>
            <button class=format!("{class} wide")>{label}</button>
        </form>
    }
}

/// Who was told by email, who not yet, who could not be.
fn mails(view: &EventView, visit: &Visit) -> impl IntoView + use<> {
    if view.messages.is_empty() {
        return None;
    }
    // Of what someone was told, the newest counts: each person once.
    let mut seen = HashSet::new();
    let latest: Vec<&Listed> = view.messages.iter().filter(|one| seen.insert(one.person)).collect();
    let count = |states: &[&str]| latest.iter().filter(|one| states.contains(&one.status.as_str())).count();
    // What was printed where the program runs went to nobody.
    let printed = latest.iter().filter(|one| one.printed).count();
    let (sent, waiting) = (count(&["sent"]) - printed, count(&["waiting", "sending"]));
    let is_off = printed > 0 && waiting == 0 && !visit.site.settings.mail.transport.sends();
    let later = latest.iter().filter(|one| one.status == "waiting" && one.due_at > visit.now).count();
    let with = |state: &str| latest.iter().filter(|one| one.status == state).copied().collect::<Vec<&Listed>>();
    let (failed, skipped) = (with("failed"), with("skipped"));
    let rows = failed.iter().chain(&skipped).map(|one| not_told(one, view, visit.now)).collect_view();
    let (failed, skipped) = (failed.len(), skipped.len());
    let admin = visit.visitor.actor.as_ref().is_some_and(crate::server::auth::Actor::is_admin);
    let all = admin.then(|| view! { <p><a href=paths::MAIL>{say::email_log()}</a></p> });
    Some(view! {
        <section>
            <div class="head"><h2>{say::emails()}</h2></div>
            <div class="panel">
                <div class="stats">
                    <div class="stat"><b>{sent}</b><span>{words::mail_state("sent")}</span></div>
                    {(printed > 0).then(|| view! { <div class="stat"><b>{printed}</b><span>{emails::printed()}</span></div> })}
                    <div class="stat"><b>{waiting}</b><span>{words::mail_state("waiting")}</span></div>
                    <div class="stat"><b>{failed}</b><span>{words::mail_state("failed")}</span></div>
                    {(skipped > 0).then(|| view! { <div class="stat"><b>{skipped}</b><span>{words::mail_state("skipped")}</span></div> })}
                </div>
                {is_off.then(|| view! { <p class="small muted">{emails::off()}</p> })}
                {mail_outlook(visit, (waiting - later) as u64, later as u64)}
                <ul class="failures">{rows}</ul>
                {all}
            </div>
        </section>
    })
}

/// Someone who was not told, why, and what can be done about it.
fn not_told(one: &Listed, view: &EventView, now: DateTime<Utc>) -> impl IntoView + use<> {
    let holds = Kind::parse(&one.kind).and_then(|kind| messages::profile(kind).holds_while);
    let holds = holds.is_none_or(|holds| holds(&view.event, now));
    let settle = (one.status == "failed").then(|| settle(one, Some(view.event.id), holds));
    let why = say::not_told(messages::title(&one.kind), one.reason.clone().unwrap_or_default());
    view! {
        <li>
            <b class="user-text">{one.person_name.clone().unwrap_or_default()}</b>
            " "<span class="small muted">{why}</span>
            {settle}
        </li>
    }
}
