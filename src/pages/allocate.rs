mod part;
mod row;

use std::sync::Arc;

use leptos::prelude::*;

use self::part::Part;
use super::{id, locked::locked};
use crate::{
    api::{CloseToAllocate, FillFurther, SaveBoard, TakeDrawOff, action},
    components::{Banner, Dialog, Icon, Page, Problems, Tone, page},
    domain::{event::EventStatus, ids::EventId},
    error::Obstacle,
    islands::Board,
    paths,
    server::{
        http::{Visit, assets::Assets},
        services::{
            Done, Fault,
            allocation::{self as boards, Board as Desk},
            draft::forms,
        },
    },
    words,
};

/// The organizer's desk: everyone's request, and what each is given.
pub fn allocate() -> impl IntoView {
    let event = id("number", EventId::parse);
    let assets = expect_context::<Arc<Assets>>();
    page(move |visit| async move { show(&visit, &assets, event?).await })
}

async fn show(visit: &Visit, assets: &Assets, id: EventId) -> Done<Page> {
    let desk = boards::board(&visit.site, visit.actor()?, id).await?;
    match desk.status {
        EventStatus::Open => return Ok(still_open(&desk)),
        EventStatus::Finalized => return Ok(locked(&desk.event)),
        EventStatus::Canceled => return Err(Obstacle::Canceled.into()),
        EventStatus::Closed => {}
    }
    let draft = visit.draft(forms::BOARD).await?;
    let problems = Problems::of(draft.as_ref().map(|draft| &draft.refusal));
    let over = problems.with("given");
    let refused = draft.as_ref().map(|draft| over.unwrap_or_else(|| words::refusal(&draft.refusal)));
    let typed = draft.map(|draft| draft.form);
    let event = &desk.event;
    let totals = desk.totals;
    let (tickets, version, count) = (event.tickets, event.board_version, desk.rows.len());
    let sums = words::totals(totals.first_choices, totals.smallest);
    let name = event.name.clone();
    let seasoned = desk.rows.iter().any(|row| row::counts(row).next().is_some());
    let part = Part::of(&desk.rows, visit);
    let ways = part.ways(&desk.rows);
    let rows = row::rows(&desk.rows[part.shown()], typed.as_ref(), &problems, event);
    let rows = rows.map_err(Fault::from)?;
    let board = if desk.rows.is_empty() {
        view! {
            <div class="empty"><Icon name="users"/><p>"Nobody asked. You can ask for somebody, or open requests again."</p>
            <a class="button quiet" href=paths::event(id)>"To the event"</a></div>
        }
        .into_any()
    } else {
        view! {
            <form id="board" method="post" action={action::<SaveBoard>()}>
                <input type="hidden" name="event" value=id.get()/>
                <input type="hidden" name="page" value=part.page/>
                <Board
                    event=id
                    page=part.page
                    version=version
                    tickets=tickets
                    given=totals.given
                    undecided=totals.undecided
                >
                    <ul class="board" inner_html=rows></ul>
                    {ways}
                </Board>
            </form>
            <Dialog id="review" title="review-title" shows=paths::review(id)/>
        }
        .into_any()
    };
    let body = view! {
        <p class="crumbs small muted">
            <a class="user-text" href=paths::event(id)>{name.clone()}</a>
            {format!(" · Closed, {}", words::counted(count as u64, "request", "requests"))}
        </p>
        <h1>{format!("Allocate {}", words::tickets(tickets))}</h1>
        {refused.map(|text| view! { <Banner tone=Tone::Bad text=text/> })}
        {after_draw(&desk)}
        {sums.map(|text| view! { <p class="num">{text}</p> })}
        <p class="small muted" class:keys=!seasoned>
            {seasoned.then(|| format!("{} ", words::BESIDE_NAMES))}
            <span class="keys">"Keys: digits choose, arrows move between people, Enter goes to the next undecided."</span>
        </p>
        {board}
    };
    Ok(Page::new(format!("Allocate: {name}"), body).with_island().with_script(assets.review.clone()))
}

/// What can be done with the draw that stands on the board.
fn after_draw(desk: &Desk) -> impl IntoView + use<> {
    if desk.rows.iter().all(|row| row.request.drawn.is_none()) {
        return None;
    }
    let (id, version) = (desk.event.id, desk.event.board_version);
    let left = u64::from(desk.event.tickets).saturating_sub(desk.totals.given);
    let button = |to: &'static str, label: String| {
        view! {
            <form method="post" action=to>
                <input type="hidden" name="event" value=id.get()/>
                <input type="hidden" name="version" value=version/>
                <button class="button quiet small">{label}</button>
            </form>
        }
    };
    let undo = desk
        .event
        .can_undo_draw
        .then(|| button(action::<TakeDrawOff>(), "Undo: take the draw off the board".to_owned()));
    let further = (left > 0 && desk.totals.undecided == 0).then(|| {
        button(action::<FillFurther>(), format!("Give out the {} left in the same order", words::grouped(left)))
    });
    Some(view! {
        <div class="actions">
            <a class="button quiet small" href=paths::draw_desk(id)><Icon name="shuffle"/>" The draw"</a>
            {undo}
            {further}
        </div>
    })
}

fn still_open(desk: &Desk) -> Page {
    let id = desk.event.id;
    let body = view! {
        <p class="crumbs"><a class="user-text" href=paths::event(id)>{desk.event.name.clone()}</a></p>
        <h1>"Requests are still open"</h1>
        <p class="lead">{format!("{} so far. Close requests first, so that nobody asks while you decide.", words::counted(desk.rows.len() as u64, "request", "requests"))}</p>
        <form method="post" action={action::<CloseToAllocate>()}>
            <input type="hidden" name="event" value=id.get()/>
            <button class="button">"Close requests and allocate"</button>
        </form>
    };
    Page::new("Requests are still open", body).narrow()
}
