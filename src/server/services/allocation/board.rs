use std::{cmp::Reverse, collections::BTreeSet};

use allocation::{Exact, Slips};

use crate::{
    domain::{
        board::ROWS_SHOWN,
        board_view::{BoardView, Show, Sort},
        event::EventStatus,
        ids::{EventId, RequestId},
    },
    server::{
        auth::{Action, Actor},
        db::{
            events::Event,
            requests::{self, Request},
            standings::{SoFar, Whose},
        },
        names::{self, Keys},
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
    /// What is shown of it; its part is there.
    pub view: BoardView,
    /// In how many parts that comes.
    pub pages: u64,
    /// The rows of that part.
    pub rows: Vec<BoardRow>,
    /// How many rows there are in all parts of what is shown.
    pub found: u64,
    /// How many rows there are to show of each kind, where all of them were read.
    pub counts: Option<Counts>,
    /// Whether whoever looks may read addresses.
    pub lists: bool,
}

/// Rows of an event by what can be shown of them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Counts {
    pub notes: u64,
    pub overrides: u64,
}

impl Counts {
    fn of(rows: &[BoardRow]) -> Self {
        let of = |show| rows.iter().filter(|row| row.is(show)).count() as u64;
        Self { notes: of(Show::Notes), overrides: of(Show::Overrides) }
    }
}

impl Board {
    /// How many rows come before those that are shown.
    pub fn before(&self) -> u64 {
        (self.view.page - 1) * ROWS_SHOWN
    }
}

impl BoardRow {
    /// What a draw takes of the season: as frozen with the list, or as it is now.
    pub fn counts(&self) -> (Slips, Exact) {
        let standing = self.so_far.standing;
        self.request.frozen.unwrap_or((standing.slips(), standing.balance))
    }

    /// Whether it is one of these.
    fn is(&self, show: Show) -> bool {
        let request = &self.request;
        match show {
            Show::All => true,
            Show::Undecided => request.allocated.is_none(),
            Show::Notes => !request.note.is_empty(),
            Show::Overrides => request.allocated.is_some_and(|given| {
                !request.tiers.accepts(given) || request.drawn.is_some_and(|drawn| drawn != given)
            }),
        }
    }
}

/// A part of the requests of an event, the last one for a number beyond, with what its season remembers of these people.
/// `kept` are shown in any case: something was typed into them that is not saved. Three statements.
///
/// Everyone by name is read by parts. For everything else all rows are read, and looked through here: names are found and
/// sorted the same on every database, and an event has some thousands of requests at most.
pub async fn board(
    site: &Site,
    actor: &Actor,
    id: EventId,
    view: BoardView,
    kept: &BTreeSet<RequestId>,
) -> Done<Board> {
    let event = event::find_to_edit(site, actor, id).await?;
    let c = site.db.read();
    let people = event.demand.people;
    let by_parts = view.is_plain();
    let (start, most) = if by_parts { part(view.page, people) } else { (0, people.max(ROWS_SHOWN)) };
    let (requests, whose) = if by_parts {
        (requests::part_of_event(c, id, (start, most)).await?, Whose::Part(start, most))
    } else {
        (requests::of_event(c, id).await?, Whose::Requesters)
    };
    let standings = draw::standings(c, &event, whose).await?;
    let row =
        |request: Request| BoardRow { so_far: standings.get(&request.person).copied().unwrap_or_default(), request };
    let mut rows: Vec<BoardRow> = requests.into_iter().map(row).collect();
    let counts = (!by_parts || people <= ROWS_SHOWN).then(|| Counts::of(&rows));
    let mut found = people;
    let mut view = view;
    if !by_parts {
        narrow(&mut rows, &view, kept);
        found = rows.len() as u64;
        let (start, most) = part(view.page, found);
        rows = rows.into_iter().skip(index(start)).take(index(most)).collect();
    }
    let pages = parts(found);
    view.page = view.page.clamp(1, pages);
    let lists = look::may(site, actor, Action::ListPeople);
    Ok(Board { status: event.status_at(site.now()), event, view, pages, rows, found, counts, lists })
}

/// In how many parts so many rows come.
fn parts(rows: u64) -> u64 {
    rows.div_ceil(ROWS_SHOWN).max(1)
}

/// Where a part of so many rows begins, and how long one is at most.
fn part(page: u64, rows: u64) -> (u64, u64) {
    ((page.clamp(1, parts(rows)) - 1) * ROWS_SHOWN, ROWS_SHOWN)
}

fn index(rows: u64) -> usize {
    usize::try_from(rows).unwrap_or(usize::MAX)
}

/// Leaves the rows that are looked for, in the order that is wanted; those that are alike in it stay by name.
fn narrow(rows: &mut Vec<BoardRow>, view: &BoardView, kept: &BTreeSet<RequestId>) {
    let needles = names::needles(&view.search);
    let has = |row: &BoardRow| {
        let name = Keys::of(&row.request.name).search;
        needles.iter().all(|needle| needle.is_in(&name))
    };
    rows.retain(|row| kept.contains(&row.request.id) || row.is(view.show) && has(row));
    match view.sort {
        Sort::Name => {}
        Sort::Behind => rows.sort_by_key(|row| Reverse(row.counts().1)),
        Sort::Since => rows.sort_by_key(|row| row.request.since),
    }
}
