use allocation::Totals;

use super::sheet::sheet;
use crate::{
    domain::{event::EventStatus, ids::EventId},
    server::{
        auth::Actor,
        db::{
            events::Event,
            requests::{self, Request},
            standings::{SoFar, Whose},
        },
        services::{Done, draw, event},
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

/// The organizer's desk.
#[derive(Debug)]
pub struct Board {
    pub event: Event,
    pub status: EventStatus,
    pub rows: Vec<BoardRow>,
    pub totals: Totals,
}

/// Every request of an event with what its season remembers of the person. Four statements.
pub async fn board(site: &Site, actor: &Actor, id: EventId) -> Done<Board> {
    let event = event::find_to_edit(site, actor, id).await?;
    let c = site.db.read();
    let requests = requests::of_event(c, id).await?;
    let standings = draw::standings(c, &event, Whose::Requesters).await?;
    let totals = sheet(event.tickets, &requests).totals();
    let row =
        |request: Request| BoardRow { so_far: standings.get(&request.person).copied().unwrap_or_default(), request };
    let rows = requests.into_iter().map(row).collect();
    Ok(Board { status: event.status_at(site.now()), event, rows, totals })
}
