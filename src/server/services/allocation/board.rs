use crate::{
    domain::{board::ROWS_SHOWN, event::EventStatus, ids::EventId},
    server::{
        auth::{Action, Actor},
        db::{
            events::Event,
            requests::{self, Request},
            standings::{SoFar, Whose},
        },
        services::{Done, draw, event, look},
        site::Site,
    },
};

/// One line of the board.
#[derive(Debug)]
pub struct BoardRow {
    pub request: Request,
    /// In finalized events of the same season before.
    pub so_far: SoFar,
}

/// The organizer's desk. What all its requests come to stands with the event.
#[derive(Debug)]
pub struct Board {
    pub event: Event,
    pub status: EventStatus,
    /// The part that is shown, from 1, and of how many.
    pub page: u64,
    pub pages: u64,
    /// The rows of that part.
    pub rows: Vec<BoardRow>,
    /// Whether whoever looks may read addresses.
    pub lists: bool,
}

impl Board {
    /// How many rows come before those that are shown.
    pub fn before(&self) -> u64 {
        (self.page - 1) * ROWS_SHOWN
    }
}

/// A part of the requests of an event, the last one for a number beyond, with what its season remembers of these people.
/// Three statements.
pub async fn board(site: &Site, actor: &Actor, id: EventId, page: u64) -> Done<Board> {
    let event = event::find_to_edit(site, actor, id).await?;
    let pages = event.demand.people.div_ceil(ROWS_SHOWN).max(1);
    let page = page.clamp(1, pages);
    let (c, before) = (site.db.read(), (page - 1) * ROWS_SHOWN);
    let requests = requests::part_of_event(c, id, (before, ROWS_SHOWN)).await?;
    let standings = draw::standings(c, &event, Whose::Part(before, ROWS_SHOWN)).await?;
    let row =
        |request: Request| BoardRow { so_far: standings.get(&request.person).copied().unwrap_or_default(), request };
    let rows = requests.into_iter().map(row).collect();
    let lists = look::may(site, actor, Action::ListPeople);
    Ok(Board { status: event.status_at(site.now()), event, page, pages, rows, lists })
}
