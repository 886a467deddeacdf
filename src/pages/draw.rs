mod desk;
mod mine;
mod place;

use std::sync::Arc;

use allocation::{Format, Rule};
use chrono::TimeDelta;
use leptos::prelude::*;

use self::{mine::mine, place::place};
use super::id;
use crate::{
    components::{Icon, Page, page},
    domain::{event::EventStatus, ids::EventId},
    paths,
    server::{
        db::draws::Drawn,
        http::{Visit, assets::Assets},
        services::{
            Done,
            draw::{self as draws, Shown},
        },
    },
    words,
};

pub use desk::draw_desk;

/// More lines than this are in the record only.
const MOST_PLACES: usize = 400;

/// How tickets are, or were, drawn: for everyone who may see the event.
pub fn draw() -> impl IntoView {
    let event = id("number", EventId::parse);
    let assets = expect_context::<Arc<Assets>>();
    page(move |visit| async move { show(&visit, &assets, event?).await })
}

async fn show(visit: &Visit, assets: &Assets, id: EventId) -> Done<Page> {
    let shown = draws::show(&visit.site, visit.actor()?, id).await?;
    let event = &shown.event;
    let name = event.name.clone();
    let latest = shown.draws.last();
    let tickets = words::tickets(event.tickets);
    let title = match (latest, shown.status) {
        (Some(_), EventStatus::Finalized) => format!("How {tickets} were drawn"),
        (Some(drawn), _) => format!("Draw {} is made", drawn.number),
        (None, EventStatus::Finalized | EventStatus::Cancelled) => "There was no draw".to_owned(),
        (None, _) => format!("How {tickets} will be drawn"),
    };
    let check = latest.filter(|_| shown.open).map(|drawn| check(id, drawn.number, assets));
    let has_check = check.is_some();
    let rule = latest.map(|drawn| {
        view! {
            <p class="lead">{words::rule_name(drawn.rule)}</p>
            <p>{words::rule_sentences(drawn.rule)}</p>
        }
    });
    let to_come = latest.is_none() && matches!(shown.status, EventStatus::Open | EventStatus::Closed);
    let head = to_come.then(|| view! { <div class="head"><h2>"Why it can be checked"</h2></div> });
    let zone = format!("Times are in {}.", words::zone_name(event.schedule.zone));
    let body = view! {
        <p class="crumbs small"><a class="user-text" href=paths::event(id)>{name.clone()}</a></p>
        <h1>{title}</h1>
        {to_come.then(|| ways(shown.event.draw_format))}
        <section>
            {head}
            <div class="panel">
                {rule}
                <ol class="steps small">{steps(&shown, visit)}</ol>
                <p class="small muted">{zone}</p>
                {check}
            </div>
        </section>
        {mine(&shown)}
        {later(&shown)}
        {latest.filter(|_| shown.open).map(|drawn| places(&shown, drawn))}
        {earlier(&shown, visit)}
        {trust(&shown)}
    };
    let page = Page::new(format!("Draw: {name}"), body).narrow();
    Ok(if has_check { page.with_script(assets.check.clone()) } else { page })
}

/// How it may be drawn, as long as nobody has decided.
fn ways(format: Format) -> impl IntoView {
    let way = |rule: Rule| view! { <li><b>{words::rule_name(rule)}</b><br/>{words::rule_sentences(rule)}</li> };
    view! {
        <section>
            <div class="panel stack">
                <p>"After requests close, the organizer can assign some tickets by hand and draw the rest. There are three standard methods:"</p>
                <ul class="stack small">{Rule::NAMED.map(way).into_iter().collect_view()}</ul>
                <p class="small muted">{words::even_share(format)}</p>
            </div>
        </section>
    }
}

/// What was published, in the order it was.
fn steps(shown: &Shown, visit: &Visit) -> impl IntoView + use<> {
    let event = &shown.event;
    let zone = event.schedule.zone;
    let when = |at| words::when_short(at, zone, visit.now);
    let hash = |hash: String| view! { <br/><code class="hash">{words::in_groups(&hash)}</code> };
    let committed = match &event.commitment {
        Some((commitment, at)) => {
            let late = *at - event.created_at > TimeDelta::minutes(1);
            let since = if late { "after the event was created" } else { "with the event" };
            view! {
                <li>{format!("The commitment to a secret code, published {} {since}", when(*at))}{hash(commitment.to_string())}</li>
            }
            .into_any()
        }
        None => view! { <li class="todo">"The commitment is published later."</li> }.into_any(),
    };
    let frozen = if shown.lists.is_empty() {
        let until = when(event.schedule.requests_close_at());
        view! { <li class="todo">{format!("Requests are frozen when they close, {until}, and the digest of the list is published here.")}</li> }
            .into_any()
    } else {
        let lists = shown.lists.iter().enumerate().map(|(place, list)| {
            let what = if place == 0 { "Requests frozen" } else { "The list was changed by an organizer" };
            let count = words::counted(list.requests, "request", "requests");
            let tickets = words::tickets(list.tickets);
            let further = list.further.map(|(season, ranks)| {
                view! {
                    <p>"What the season adds for whom"{hash(season.to_string())}</p>
                    <p>"Who asked before whom"{hash(ranks.to_string())}</p>
                }
            });
            view! {
                <p>{format!("{what} {}: {count}, {tickets}", when(list.at))}{hash(list.digest.to_string())}</p>
                {further}
            }
        });
        view! { <li>{lists.collect_view()}</li> }.into_any()
    };
    let input = (!event.public_input_name.is_empty()).then(|| {
        let added = shown.draws.last().map(|drawn| view! { ": "<b class="user-text">{drawn.public_input.clone()}</b> });
        let class = added.is_none().then_some("todo");
        view! { <li class=class>"The public adds "<span class="user-text">{event.public_input_name.clone()}</span>{added}</li> }
    });
    let code = match shown.draws.last() {
        Some(drawn) => view! {
            <li>{format!("The code, opened by draw {} {}", drawn.number, when(drawn.at))}{hash(drawn.code.to_string())}</li>
        }
        .into_any(),
        None => view! { <li class="todo">"The code is opened by the draw. It must hash to the commitment, so nobody can choose it."</li> }.into_any(),
    };
    view! {
        {committed}
        {frozen}
        {input}
        {code}
    }
}

/// The button that checks the draw here, and what it works with.
fn check(id: EventId, draw: u32, assets: &Assets) -> impl IntoView + use<> {
    let record = paths::record(id, draw);
    let file = record.clone();
    view! {
        <div
            class="check"
            data-record=record
            data-worker=assets.check_worker.clone()
            data-js=assets.checker_js.clone()
            data-wasm=assets.checker_wasm.clone()
            data-proof-js=assets.proof_js.clone()
            data-proof-wasm=assets.proof_wasm.clone()
        >
            <button class="button gold wide" type="button" data-check="" hidden="">"Check it on this device"</button>
            <progress hidden="" max="100"></progress>
            <div role="status" data-said=""></div>
            <noscript><p class="small muted">"With scripts on, one button here checks the whole draw on your device. Without: download the record and run the command below."</p></noscript>
            <p class="small"><a href=file download=""><Icon name="download"/>"The record as a file"</a></p>
            <details class="more">
                <summary>"Check a file, or with a program of your own"</summary>
                <label class="field" data-file="" hidden=""><span>"Check a record you have"</span><input type="file" accept=".json,application/json"/></label>
                <p class="small">"On a computer: "<code>"ticket-pool verify event-"{id.get()}"-draw-"{draw}".json"</code></p>
                <p class="small">"The format is public and small; a second program of 200 lines comes with the source of this one."</p>
            </details>
        </div>
    }
}

/// What is still to come.
fn later(shown: &Shown) -> impl IntoView + use<> {
    (!shown.open && !shown.draws.is_empty())
        .then(|| view! { <p class="note">"The numbers follow when the organizer finalizes the event. The draw stands: it is kept for ever, and every change to it is shown with a reason."</p> })
}

fn places(shown: &Shown, drawn: &Drawn) -> impl IntoView + use<> {
    let of = shown.places.iter().filter(|place| place.why.is_some()).count();
    let fill = drawn.rule.fill;
    let draft = (shown.status != EventStatus::Finalized)
        .then(|| view! { <p class="note small">"Only who runs the event sees this list until it is finalized."</p> });
    let first = shown.places.iter().take(MOST_PLACES);
    let mine_later = shown.places.iter().skip(MOST_PLACES).filter(|place| place.mine);
    let rows = first.chain(mine_later).map(|one| place(one, fill, of)).collect_view();
    let rest = shown.places.len().saturating_sub(MOST_PLACES);
    let more = (rest > 0).then(
        || view! { <p class="small muted">{format!("{} more are in the record.", words::grouped(rest as u64))}</p> },
    );
    let left = words::tickets(shown.left);
    view! {
        <section>
            <div class="head"><h2>"Places"</h2><span class="count num">{shown.places.len()}</span></div>
            {draft}
            <ol class="places">{rows}</ol>
            {more}
            <p class="small muted">{format!("{left} left after the draw.")}</p>
        </section>
    }
}

/// Draws that were drawn again, each with the reason.
fn earlier(shown: &Shown, visit: &Visit) -> impl IntoView + use<> {
    if shown.draws.len() < 2 {
        return None;
    }
    let id = shown.event.id;
    let rows = shown.draws.iter().map(|drawn| {
        let why = (!drawn.reason.is_empty()).then(|| view! { <p>"Drawn again: "<span class="user-text">{drawn.reason.clone()}</span></p> });
        let when = words::when_short(drawn.at, shown.event.schedule.zone, visit.now);
        let file = shown.open.then(|| view! { <p><a href=paths::record(id, drawn.number) download="">{format!("Record of draw {}", drawn.number)}</a></p> });
        view! {
            <li>
                <p><b>{format!("Draw {}", drawn.number)}</b>{format!(" · {when} · {}", words::rule_name(drawn.rule))}</p>
                {why}
                <code class="hash">{words::in_groups(&drawn.code.to_string())}</code>
                {file}
            </li>
        }
    });
    let rows = rows.collect_view();
    Some(view! {
        <section>
            <div class="head"><h2>"All draws"</h2><span class="count num">{shown.draws.len()}</span></div>
            <ul class="panel small stack">{rows}</ul>
        </section>
    })
}

/// Who could have cheated, in plain words.
fn trust(shown: &Shown) -> impl IntoView + use<> {
    let named = !shown.event.public_input_name.is_empty();
    let rule = shown.draws.last().map_or(Rule::EVEN_OUT_THE_SEASON, |drawn| drawn.rule);
    let operator = if named {
        "Because the public adds something nobody could know before requests closed, not even who runs this site could have known the result."
    } else {
        "Who runs this site could have looked at the secret before; you have to trust that they did not. Where the public adds something to the draw, not even that is needed."
    };
    let again = matches!(rule, Rule::FIRST_COME).then(
        || view! { <p>"With “First come, first served,” the draw only breaks ties between requests made in the same millisecond."</p> },
    );
    view! {
        <details class="more small">
            <summary>"What this proves"</summary>
            <p>"The commitment fixes every code before the first request. The digest fixes who asked for what before the code is opened. With both, everybody computes the same order and the same numbers, and a changed request, rule or number shows."</p>
            <p>{operator}</p>
            {again}
        </details>
    }
}
