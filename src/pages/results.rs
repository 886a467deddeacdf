use leptos::prelude::*;

use crate::{
    components::{Icon, Page, downloads},
    domain::{event::EventStatus, ids::EventId},
    paths,
    server::{
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
    let draft = (results.status != EventStatus::Finalized).then(|| {
        view! { <p class="note">"A draft: not finalized."</p> }
    });
    let apart = Apart::among(
        results.requests.iter().map(|request| (request.name.as_str(), request.email.as_str())),
        results.lists,
    );
    let rows = results.requests.iter().map(|request| {
            let beside = apart.beside(&request.name, &request.email);
            let beside = beside.map(|email| view! { <br/><small class="muted user-text">{email}</small> });
            let given = request.allocated.map_or_else(|| "–".to_owned(), |given| given.to_string());
            view! {
                <tr>
                    <th scope="row" class="user-text">{request.name.clone()}{beside}</th>
                    <td class="num" data-label="Asked for">{words::wish(&request.tiers)}</td>
                    <td class="num" data-label="Given"><b>{given}</b></td>
                    <td class="user-text" data-label="Reason">{(!request.reason.is_empty()).then(|| request.reason.clone())}</td>
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
        <p class="num">{words::balance(results.totals.given, event.tickets)}</p>
        <div class="actions screenonly">
            {downloads("Download", &paths::results_csv(id), visit.table)}
            <span class="muted small"><Icon name="printer"/>" Or print this page."</span>
        </div>
        <div class="listing">
            <table class="list">
                <thead><tr>
                    <th scope="col">"Name"</th><th scope="col" class="num">"Asked for"</th>
                    <th scope="col" class="num">"Given"</th><th scope="col">"Reason"</th>
                </tr></thead>
                <tbody>{rows}</tbody>
            </table>
        </div>
    };
    Ok(Page::new(format!("Result: {name}"), body))
}
