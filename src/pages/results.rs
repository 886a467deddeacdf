use catalog::results as say;
use leptos::prelude::*;

use crate::{
    components::{Icon, Page, downloads},
    domain::{event::EventStatus, ids::EventId},
    paths,
    server::{
        db::{events::Event, requests::Request},
        http::Visit,
        services::{Done, allocation as boards},
    },
    words::{self, Apart},
};

/// The result as a list, made for paper too.
pub async fn results(visit: Visit) -> Done<Page> {
    let id = visit.id("number", EventId::parse)?;
    let results = boards::results(&visit.site, visit.actor()?, id).await?;
    let event = &results.event;
    let draft = match results.status {
        EventStatus::Finalized => None,
        EventStatus::Canceled => Some(say::canceled()),
        EventStatus::Open | EventStatus::Closed => Some(say::draft()),
    };
    let draft = draft.map(|text| view! { <p class="note">{text}</p> });
    let apart = Apart::among(
        results.requests.iter().map(|request| (request.name.as_str(), request.email.as_str())),
        results.lists,
    );
    let rows = results.requests.iter().map(|request| {
        let beside = apart.beside(&request.name, &request.email);
        let beside = beside.map(|email| view! { <br/><small class="muted user-text">{email}</small> });
        let given = request.allocated.map_or_else(|| "–".to_owned(), |given| catalog::number(given.into()));
        view! {
            <tr>
                <th scope="row" class="user-text">{request.name.clone()}{beside}</th>
                <td class="num" data-label=say::requested()>{words::wish_of(&request.tiers, !request.joined_after)}</td>
                <td class="num" data-label=say::assigned()><b>{given}</b></td>
                <td data-label=say::reason()>{reason(request)}</td>
            </tr>
        }
    });
    let rows = rows.collect_view();
    let name = event.name.clone();
    let body = view! {
        <p class="crumbs"><a class="user-text" href=paths::event(id)>{name.clone()}</a></p>
        <h1 class="user-text">{name.clone()}</h1>
        <p class="lead">{words::when(event.schedule.starts_at, event.schedule.zone)}</p>
        {draft}
        <p class="num">{balance(results.totals.given, event)}</p>
        <div class="actions screenonly">
            {downloads(say::download(), &paths::results_csv(id), visit.table)}
            <span class="muted small"><Icon name="printer"/>" "{say::print()}</span>
        </div>
        <div class="listing">
            <table class="list">
                <thead><tr>
                    <th scope="col">{say::name()}</th><th scope="col" class="num">{say::requested()}</th>
                    <th scope="col" class="num">{say::assigned()}</th><th scope="col">{say::reason()}</th>
                </tr></thead>
                <tbody>{rows}</tbody>
            </table>
        </div>
    };
    Ok(Page::new(say::page(name), body))
}

/// Why they have what they have: what became of it since the result, the organizer's reason, or that the draw gave it to them.
fn reason(request: &Request) -> Option<impl IntoView + use<>> {
    let Request { reason, allocated, drawn, by_hand, since_result, .. } = request;
    let by_draw = drawn.is_some() && allocated == drawn && !by_hand;
    match (since_result, reason.is_empty(), by_draw) {
        (true, ..) => Some(view! { <span class="muted">{say::since_result()}</span> }.into_any()),
        (false, false, _) => Some(view! { <span class="user-text">{reason.clone()}</span> }.into_any()),
        (false, true, true) => Some(view! { <span class="muted">{say::drawn()}</span> }.into_any()),
        (false, true, false) => None,
    }
}

/// What is assigned of what there is, and what is offered since.
fn balance(given: u64, event: &Event) -> String {
    let tickets = event.tickets;
    let offered = u64::from(event.after.offered) + u64::from(event.after.on_table);
    match u64::from(tickets).checked_sub(given) {
        Some(left) if offered > 0 => say::given_offered(given, tickets, offered, left.saturating_sub(offered)),
        Some(left) => say::given(given, tickets, left),
        None => say::given_over(given, tickets, given - u64::from(tickets)),
    }
}
