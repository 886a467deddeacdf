mod desk;
mod order;
mod outcome;
mod place;
mod so_far;
mod technical;

use allocation::Rule;
use catalog::{check, draw as say};
use leptos::prelude::*;

use self::{order::order, outcome::outcome, so_far::so_far, technical::technical};
use crate::{
    components::{Icon, Page, rich},
    domain::{event::EventStatus, ids::EventId},
    paths,
    server::{
        http::{Visit, assets::Assets},
        services::{
            Done,
            draw::{self as draws, Shown},
        },
    },
    words,
};

pub use desk::draw_desk;

/// How tickets are, or were, drawn: for everyone who may see the event.
pub async fn draw(visit: Visit) -> Done<Page> {
    let event = visit.id("number", EventId::parse)?;
    show(&visit, event).await
}

async fn show(visit: &Visit, id: EventId) -> Done<Page> {
    let shown = draws::show(&visit.site, visit.actor()?, id).await?;
    let event = &shown.event;
    let name = event.name.clone();
    let latest = shown.draws.last();
    let title = match (latest, shown.status) {
        (Some(drawn), EventStatus::Finalized) => say::title_drawn(drawn.tickets),
        (Some(drawn), _) => say::title_number(drawn.number),
        (None, EventStatus::Finalized | EventStatus::Canceled) => say::title_none().to_owned(),
        (None, _) => say::title_to_come().to_owned(),
    };
    let opened = latest.filter(|_| shown.open);
    let top = match opened.filter(|_| shown.status == EventStatus::Finalized) {
        Some(drawn) => outcome(&shown, drawn).into_any(),
        None => so_far(&shown, visit).into_any(),
    };
    let to_come = latest.is_none() && matches!(shown.status, EventStatus::Open | EventStatus::Closed);
    let settled =
        event.awaited.map(|awaited| view! { <section class="panel">{method(awaited.rule)}{season(&shown)}</section> });
    let to_come = to_come && settled.is_none();
    let closed_method =
        latest.filter(|_| !shown.open).map(|drawn| view! { <section class="panel">{method(drawn.rule)}</section> });
    let body = view! {
        <p class="crumbs small"><a class="user-text" href=paths::event(id)>{name.clone()}</a></p>
        <h1>{title}</h1>
        {top}
        {redrawn(&shown)}
        {settled}
        {to_come.then(|| ways(&shown))}
        {closed_method}
        {opened.map(|drawn| order(&shown, drawn))}
        {opened.map(|drawn| view! { <section class="panel">{checks(id, drawn.number, &visit.assets)}</section> })}
        {technical(&shown, visit)}
    };
    let page = Page::new(say::page(name), body).narrow();
    Ok(if opened.is_some() { page.with_script(visit.assets.check.clone()) } else { page })
}

/// How it may be drawn, as long as nobody has decided, and what counts for the viewer.
fn ways(shown: &Shown) -> impl IntoView + use<> {
    let way = |rule: Rule| view! { <li><b>{words::rule_name(rule)}</b><br/>{words::rule_sentences(rule)}</li> };
    view! {
        <section>
            <div class="panel stack">
                <p>{say::ways()}</p>
                <ul class="stack small">{Rule::NAMED.map(way).into_iter().collect_view()}</ul>
                {season(shown)}
            </div>
        </section>
    }
}

/// What the season counts, for everyone and for the viewer.
fn season(shown: &Shown) -> impl IntoView + use<> {
    let event = &shown.event;
    if event.season().is_none() {
        return view! { <p class="small muted">{say::no_season()}</p> }.into_any();
    }
    let mine = match shown.counting {
        Some((entries, balance)) => view! { <p class="note small">{words::counting(entries, balance)}</p> }.into_any(),
        None if shown.status == EventStatus::Open => {
            view! { <p class="small"><a href=paths::request(event.id)>{say::counts_so_far()}</a></p> }.into_any()
        }
        None => ().into_any(),
    };
    view! {
        <p class="small muted">{words::fair_share(event.draw_format)}</p>
        {mine}
    }
    .into_any()
}

/// A method to draw by, and what it does.
fn method(rule: Rule) -> impl IntoView + use<> {
    view! { <p class="small"><b>{say::method(words::rule_name(rule))}</b>" "{words::rule_sentences(rule)}</p> }
}

/// That it was drawn again, and why each time.
fn redrawn(shown: &Shown) -> impl IntoView + use<> {
    let again = shown.draws.iter().filter(|drawn| !drawn.reason.is_empty()).map(|drawn| {
        let number = drawn.number;
        let reason = view! { <span class="user-text">{drawn.reason.clone()}</span> };
        let said = rich([reason.into_any()], |[reason]| say::redrawn(number, number.saturating_sub(1), reason));
        view! { <p>{said}</p> }
    });
    let again: Vec<_> = again.collect();
    (!again.is_empty()).then(|| view! { <div class="note small stack">{again}</div> })
}

/// The button that checks the draw here, and what it works with.
fn checks(id: EventId, draw: u32, assets: &Assets) -> impl IntoView + use<> {
    let record = paths::record(id, draw);
    let file = record.clone();
    let command = format!("ticket-pool verify event-{id}-draw-{draw}.json event-{id}-statements.json");
    let command = view! { <code class="user-text">{command}</code> };
    view! {
        <div
            class="check"
            data-record=record
            data-worker=assets.check_worker.clone()
            data-js=assets.checker_js.clone()
            data-wasm=assets.checker_wasm.clone()
            data-proof-js=assets.proof_js.clone()
            data-proof-wasm=assets.proof_wasm.clone()
            data-replay-js=assets.replay_js.clone()
            data-replay-wasm=assets.replay_wasm.clone()
            data-verifying=check::verifying()
            data-verified=check::verified("{0}", "{1}", "{2}", "{3}")
            data-followed=check::followed("{0}", "{1}", "{2}", "{3}")
            data-signed=check::signed("{0}")
            data-of-draw=check::of_draw("{0}")
            data-differs=check::differs("{0}")
            data-differs-digest=check::differs_digest("{0}", "{1}", "{2}")
            data-differs-digest-missing=check::differs_digest_missing("{0}", "{2}")
            data-differs-digest-extra=check::differs_digest_extra("{0}", "{1}")
            data-differs-place=check::differs_place("{0}", "{1}", "{2}")
            data-differs-place-missing=check::differs_place_missing("{0}", "{2}")
            data-differs-place-extra=check::differs_place_extra("{0}", "{1}")
            data-differs-number=check::differs_number("{0}", "{1}", "{2}")
            data-differs-number-missing=check::differs_number_missing("{0}", "{2}")
            data-differs-number-extra=check::differs_number_extra("{0}", "{1}")
            data-differs-twice=check::differs_twice("{0}")
            data-differs-left=check::differs_left("{1}", "{2}")
            data-differs-after=check::differs_after("{0}")
            data-differs-after-missing=check::differs_after_missing("{0}")
            data-more=check::more("{0}")
            data-no-record=check::no_record("{0}")
            data-no-statements=check::no_statements("{0}")
            data-broken=check::broken("{0}")
            data-this-record=check::this_record()
            data-not-fetched=check::not_fetched()
            data-not-started=check::not_started()
            data-not-loaded=check::not_loaded("{0}")
            data-not-replayed=check::not_replayed("{0}")
            data-too-large=check::too_large()
        >
            <button class="button gold wide" type="button" data-check="" hidden="">{say::verify()}</button>
            <progress hidden="" max="100"></progress>
            <div role="status" data-said=""></div>
            <noscript><p class="small muted">{say::no_scripts()}</p></noscript>
            <p class="small"><a href=file download=""><Icon name="download"/>{say::download()}</a></p>
            <details class="more">
                <summary>{say::files()}</summary>
                <label class="field" data-file="" hidden=""><span>{say::files_label()}</span><input type="file" accept=".json,application/json"/></label>
                <p class="small">{rich([command.into_any()], |[command]| say::command(command))}</p>
                <p class="small">{say::format()}</p>
            </details>
        </div>
    }
}
