use catalog::event as say;
use leptos::prelude::*;

use super::result::result;
use crate::{
    components::rich,
    domain::event::EventStatus,
    paths,
    server::{
        db::requests::Request,
        http::Visit,
        services::{
            draft::{Draft, forms::HandOnForm},
            event::EventView,
        },
    },
    words,
};

/// My request or result, and what I can do about it.
pub fn own(view: &EventView, visit: &Visit, handing: Option<&Draft<HandOnForm>>) -> impl IntoView + use<> {
    let finalized = view.status == EventStatus::Finalized;
    let body = match &view.mine {
        Some(mine) if finalized => result(mine, view, visit, handing).into_any(),
        Some(mine) => view! { <div class="panel">{my_request(mine, view, visit)}</div> }.into_any(),
        None => view! { <div class="panel">{none_of_mine(view, visit)}</div> }.into_any(),
    };
    let title = if finalized { say::your_result() } else { say::your_request() };
    view! {
        <section>
            <div class="head"><h2>{title}</h2></div>
            {body}
        </section>
    }
}

fn none_of_mine(view: &EventView, visit: &Visit) -> impl IntoView + use<> {
    let open = view.status == EventStatus::Open;
    let ask = open.then(|| view! { <a class="button wide" href=paths::request(view.event.id)>{say::request()}</a> });
    let why = match removed(view, visit) {
        Some(removed) => removed.into_any(),
        None if view.withdrew => view! { <p>{catalog::draw::you_withdrew()}</p> }.into_any(),
        None if open => view! { <p>{say::none_yet()}</p> }.into_any(),
        None => view! { <p class="muted">{say::none()}</p> }.into_any(),
    };
    view! { {why}{ask} }
}

/// That someone else removed my request, who, when, and why.
fn removed(view: &EventView, visit: &Visit) -> Option<impl IntoView + use<>> {
    let request = view.removed.clone()?;
    let (removed, at) = (request.removed?, request.withdrawn_at?);
    let when = words::when_short(at, view.event.schedule.zone, visit.now);
    let wish = words::wish(&request.tiers);
    let says = if removed.by.is_empty() {
        say::removed(wish, when).into_any()
    } else {
        let who = view! { <span class="user-text">{removed.by}</span> }.into_any();
        rich([who], |[who]| say::removed_by(who, wish, when))
    };
    let reason = view! { <span class="user-text">{removed.reason}</span> }.into_any();
    Some(view! {
        <p>{says}</p>
        <p class="note small">{rich([reason], |[reason]| say::reason(reason))}</p>
    })
}

/// What I asked for, with my note.
pub(super) fn wish(mine: &Request) -> Option<impl IntoView + use<>> {
    if mine.joined_after {
        return None;
    }
    let wish = view! { <b class="num">{words::wish(&mine.tiers)}</b> }.into_any();
    let note =
        (!mine.note.is_empty()).then(|| view! { <p class="small"><q class="user-text">{mine.note.clone()}</q></p> });
    Some(view! {
        <p>{rich([wish], |[wish]| say::you_requested(wish))}</p>
        {note}
    })
}

fn my_request(mine: &Request, view: &EventView, visit: &Visit) -> impl IntoView + use<> {
    let sends = visit.site.settings.mail.transport.sends();
    let rest = match (view.status, mine.told) {
        (EventStatus::Open, _) => {
            let change = paths::request(view.event.id);
            view! { <a class="button quiet" href=change>{say::edit_or_withdraw()}</a> }.into_any()
        }
        (EventStatus::Closed, told) => {
            let text = match (told, sends) {
                (Some(told), true) => say::revising(told),
                (Some(told), false) => say::revising_unsent(told),
                (None, true) => say::wait().to_owned(),
                (None, false) => say::wait_unsent().to_owned(),
            };
            view! { <p class="note small">{text}</p> }.into_any()
        }
        (EventStatus::Canceled | EventStatus::Finalized, _) => ().into_any(),
    };
    view! {
        {wish(mine)}
        {rest}
    }
}
