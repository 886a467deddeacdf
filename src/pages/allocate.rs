mod part;
mod row;

use leptos::prelude::*;

use self::part::ways;
use super::{locked::locked, page_number};
use crate::{
    api::{CloseToAllocate, FillFurther, SaveBoard, TakeDrawOff, action},
    components::{Banner, Dialog, Icon, Page, Problems, Tone},
    domain::{event::EventStatus, ids::EventId},
    error::Obstacle,
    islands::Board,
    paths,
    server::{
        http::Visit,
        services::{
            Done, Fault,
            allocation::{self as boards, Board as Desk},
            draft::forms,
        },
    },
    words::{self, Apart},
};

/// The organizer's desk: everyone's request, and what each is given.
pub async fn allocate(visit: Visit) -> Done<Page> {
    let event = visit.id("number", EventId::parse)?;
    show(&visit, event).await
}

async fn show(visit: &Visit, id: EventId) -> Done<Page> {
    let desk = boards::board(&visit.site, visit.actor()?, id, page_number(visit)).await?;
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
    let demand = event.demand;
    let (tickets, version) = (event.tickets, event.board_version);
    let sums = words::totals(demand.requested, demand.smallest);
    let name = event.name.clone();
    let seasoned = desk.rows.iter().any(|row| row::counts(row).next().is_some());
    let apart = apart(&desk);
    let rows = row::rows(&desk.rows, typed.as_ref(), &problems, event, &apart);
    let rows = rows.map_err(Fault::from)?;
    let (page, ways) = (desk.page, ways(&desk));
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
                <input type="hidden" name="page" value=page/>
                <Board
                    event=id
                    page=usize::try_from(page).unwrap_or(1)
                    version=version
                    tickets=tickets
                    given=demand.given
                    undecided=usize::try_from(demand.undecided).unwrap_or(usize::MAX)
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
            {format!(" · Closed, {}", words::counted(demand.people, "request", "requests"))}
        </p>
        <h1>{format!("Allocate {}", words::tickets(tickets))}</h1>
        {refused.map(|text| view! { <Banner tone=Tone::Bad text=text/> })}
        {after_draw(&desk)}
        {crate::components::season_link(event.season())}
        {sums.map(|text| view! { <p class="num">{text}</p> })}
        <p class="small muted" class:keys=!seasoned>
            {seasoned.then(|| format!("{} ", words::BESIDE_NAMES))}
            <span class="keys">"Keys: digits choose, arrows move between people, Enter goes to the next undecided."</span>
        </p>
        {board}
    };
    Ok(Page::new(format!("Allocate: {name}"), body).with_island().with_script(visit.assets.review.clone()))
}

/// What can be done with the draw that stands on the board.
fn after_draw(desk: &Desk) -> impl IntoView + use<> {
    desk.event.drawn_tickets?;
    let (id, version) = (desk.event.id, desk.event.board_version);
    let left = u64::from(desk.event.tickets).saturating_sub(desk.event.demand.given);
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
    let further = (left > 0 && desk.event.demand.undecided == 0).then(|| {
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
        <p class="lead">{format!("{} so far. Close requests first, so that nobody asks while you decide.", words::counted(desk.event.demand.people, "request", "requests"))}</p>
        <form method="post" action={action::<CloseToAllocate>()}>
            <input type="hidden" name="event" value=id.get()/>
            <button class="button">"Close requests and allocate"</button>
        </form>
    };
    Page::new("Requests are still open", body).narrow()
}

/// What tells apart those who look the same by their names. Parts are sorted by name: the first and the last of one may stand
/// beside another of their name in the next.
fn apart(desk: &Desk) -> Apart {
    let people = || desk.rows.iter().map(|row| (row.request.name.as_str(), row.request.email.as_str()));
    let edges = [people().next(), people().next_back()].into_iter().flatten().filter(|_| desk.pages > 1);
    Apart::among(people().chain(edges), desk.lists)
}
