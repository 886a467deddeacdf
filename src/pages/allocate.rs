mod part;
mod row;
mod tools;

use std::collections::BTreeSet;

use catalog::board as say;
use leptos::prelude::*;

use self::{part::ways, tools::tools};
use super::locked::locked;
use crate::{
    api::{CloseToAllocate, SaveBoard, TakeDrawOff, action},
    components::{Banner, Dialog, Icon, Page, Problems, Tone, rich, season_link},
    domain::{
        board::BoardForm,
        board_view::BoardView,
        event::EventStatus,
        ids::{EventId, RequestId},
    },
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
    words::{self, Apart, BarWords},
};

/// The organizer's desk: everyone's request, and what each is given.
pub async fn allocate(visit: Visit) -> Done<Page> {
    let event = visit.id("number", EventId::parse)?;
    show(&visit, event).await
}

async fn show(visit: &Visit, id: EventId) -> Done<Page> {
    let draft = visit.draft(forms::BOARD).await?;
    let view = BoardView::read(visit.path.split_once('?').map_or("", |(_, query)| query));
    let kept = draft.as_ref().map(|draft| named(&draft.form)).unwrap_or_default();
    let desk = boards::board(&visit.site, visit.actor()?, id, view, &kept).await?;
    match desk.status {
        EventStatus::Open => return Ok(still_open(&desk)),
        EventStatus::Finalized => return Ok(locked(&desk.event)),
        EventStatus::Canceled => return Err(Obstacle::Canceled.into()),
        EventStatus::Closed => {}
    }
    let problems = Problems::of(draft.as_ref().map(|draft| &draft.refusal));
    let over = problems.with("given");
    let refused = draft.as_ref().map(|draft| over.unwrap_or_else(|| words::refusal(&draft.refusal)));
    let typed = draft.map(|draft| draft.form);
    let event = &desk.event;
    let (demand, tickets) = (event.demand, event.tickets);
    let sums = words::totals(demand.requested, demand.smallest);
    let name = event.name.clone();
    let seasoned = desk.rows.iter().any(|row| row::counts(row).next().is_some());
    let apart = apart(&desk);
    let rows = row::rows(&desk.rows, typed.as_ref(), &problems, event, &apart);
    let rows = rows.map_err(Fault::from)?;
    let board = if demand.people == 0 {
        view! {
            <div class="empty"><Icon name="users"/><p>{say::empty()}</p>
            <a class="button quiet" href=paths::event(id)>{say::to_event()}</a></div>
        }
        .into_any()
    } else {
        whole(&desk, rows).into_any()
    };
    let link = view! { <a class="user-text" href=paths::event(id)>{name.clone()}</a> }.into_any();
    let body = view! {
        <p class="crumbs small muted">{rich([link], |[event]| say::crumb(event, demand.people))}</p>
        <h1>{say::heading(tickets)}</h1>
        {refused.map(|text| view! { <Banner tone=Tone::Bad text=text/> })}
        {after_draw(&desk)}
        {season_link(event.season(), true)}
        {sums.map(|text| view! { <p class="num">{text}</p> })}
        {seasoned.then(|| view! { <p class="small muted">{words::beside_names()}</p> })}
        <p class="small muted keys">{say::keys()}</p>
        {board}
    };
    Ok(Page::new(say::title(name), body).with_island().with_script(visit.assets.review.clone()))
}

/// The form of the board: finding people, the rows, the bar.
fn whole(desk: &Desk, rows: String) -> impl IntoView + use<> {
    let (id, event) = (desk.event.id, &desk.event);
    let query = desk.view.query();
    let none = desk.rows.is_empty().then(|| view! { <p class="empty">{say::none_found()}</p> });
    let (tools, ways) = (tools(desk), ways(desk));
    view! {
        // Nothing is put back here after "Back" or a reload: what somebody else decided since would be overwritten.
        <form id="board" method="post" action={action::<SaveBoard>()} autocomplete="off">
            <input type="hidden" name="event" value=id.get()/>
            <input type="hidden" name="view" value=query.clone()/>
            <Board
                event=id
                view=query
                version=event.board_version
                tickets=event.tickets
                given=event.demand.given
                undecided=usize::try_from(event.demand.undecided).unwrap_or(usize::MAX)
                people=usize::try_from(event.demand.people).unwrap_or(usize::MAX)
                drawn=event.drawn_tickets.is_some()
                said=BarWords::lines(event.tickets)
            >
                {tools}
                <a class="skip" href="#bar">{say::skip()}</a>
                {none}
                <ul class="board" inner_html=rows></ul>
                {ways}
            </Board>
        </form>
        <Dialog id="review" title="review-title" shows=paths::review(id)/>
    }
}

/// The requests whose rows a form holds.
fn named(form: &BoardForm) -> BTreeSet<RequestId> {
    form.amount.keys().filter_map(|key| RequestId::parse(key.strip_prefix('r')?)).collect()
}

/// What can be done with the draw that stands on the board.
fn after_draw(desk: &Desk) -> impl IntoView + use<> {
    desk.event.drawn_tickets?;
    let (id, version) = (desk.event.id, desk.event.board_version);
    let undo = desk.event.can_undo_draw.then(|| {
        view! {
            <form method="post" action={action::<TakeDrawOff>()}>
                <input type="hidden" name="event" value=id.get()/>
                <input type="hidden" name="version" value=version/>
                <button class="button quiet small">{say::undo_draw()}</button>
            </form>
        }
    });
    Some(view! {
        <div class="actions">
            <a class="button quiet small" href=paths::draw_desk(id)><Icon name="shuffle"/>" "{say::draw()}</a>
            {undo}
        </div>
    })
}

fn still_open(desk: &Desk) -> Page {
    let id = desk.event.id;
    let body = view! {
        <p class="crumbs"><a class="user-text" href=paths::event(id)>{desk.event.name.clone()}</a></p>
        <h1>{say::still_open()}</h1>
        <p class="lead">{say::still_open_why(desk.event.demand.people)}</p>
        <form method="post" action={action::<CloseToAllocate>()}>
            <input type="hidden" name="event" value=id.get()/>
            <button class="button">{say::close()}</button>
        </form>
    };
    Page::new(say::still_open(), body).narrow()
}

/// What tells apart those who look the same by their names. Parts are sorted by name: the first and the last of one may stand
/// beside another of their name in the next.
fn apart(desk: &Desk) -> Apart {
    let people = || desk.rows.iter().map(|row| (row.request.name.as_str(), row.request.email.as_str()));
    let edges = [people().next(), people().next_back()].into_iter().flatten().filter(|_| desk.pages > 1);
    Apart::among(people().chain(edges), desk.lists)
}
