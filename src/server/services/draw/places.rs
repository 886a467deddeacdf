//! The places of a draw, computed again from its record.

use std::collections::{HashMap, HashSet};

use allocation::{Draw, Fill, Label, Outcome, Reason, Record, beacon::Chain};

use super::label;
use crate::{
    domain::ids::{EventId, PersonId},
    server::{db::requests::Request, services::Fault},
};

/// One request in the last draw.
#[derive(Clone, Debug)]
pub struct Place {
    pub label: String,
    /// Whose it is, for who runs the event.
    pub name: Option<String>,
    pub mine: bool,
    pub accepted: Vec<u32>,
    pub slips: u8,
    /// Thousandths of a ticket.
    pub balance: i64,
    /// What the record says.
    pub drawn: u32,
    /// Why; `None` for what was decided by hand before the draw.
    pub why: Option<Reason>,
    /// What it has in the end, or will have once the draw is on the board; `None`: withdrawn or removed.
    pub kept: Option<u32>,
    /// Why the organizer removed it; `None`: it stands, or its person withdrew it.
    pub removed: Option<String>,
    /// The organizer's reason, where there is one.
    pub reason: String,
    /// Whether its person was told of tickets that they were then told are gone.
    pub taken_back: bool,
    /// Whether tickets came to them or went from them since the result.
    pub moved: bool,
}

impl Place {
    /// Tickets there were after its turn in the draw. Only where everyone has one turn is there such a number, and only
    /// where nothing was changed since does it belong beside what they have.
    pub fn left(&self, fill: Fill) -> Option<u32> {
        let why = self.why.filter(|_| fill == Fill::Straight && self.kept == Some(self.drawn))?;
        let there = why.when_given.or(why.missed.map(|missed| missed.left))?;
        Some(there - why.given)
    }
}

/// Who looks at a draw.
pub(super) struct Viewer {
    /// What stands for them in it.
    pub label: Option<String>,
    /// Whether they run the event, and see names.
    pub runs: bool,
    /// Whether the event is finalized: what each has then stands, whatever was drawn.
    pub finalized: bool,
    /// Those of whose tickets something became since the result.
    pub moved: HashSet<PersonId>,
}

/// Computes on a thread for long work: reading a record, and an order from it, keep a core busy.
pub(super) async fn beside<T: Send + 'static>(work: impl FnOnce() -> T + Send + 'static) -> Result<T, Fault> {
    Ok(tokio::task::spawn_blocking(work).await?)
}

/// The draw that a record of an event holds.
pub(super) fn read(event: EventId, record: &str, chain: &Chain) -> Result<Draw, Fault> {
    Ok(Record::read_with(record.as_bytes(), chain).map_err(|why| Fault::Record { event, why })?.draw)
}

/// The same on a thread for long work.
pub async fn read_draw(event: EventId, record: &str, chain: &Chain) -> Result<Draw, Fault> {
    let (record, chain) = (record.to_owned(), *chain);
    beside(move || read(event, &record, &chain)).await?
}

/// The draw computed again, with everyone's place in it: those drawn in their order, then those decided by hand before.
pub(super) fn places(draw: &Draw, requests: &[Request], viewer: &Viewer, event: &Label) -> (Outcome, Vec<Place>) {
    let (outcome, reasons) = draw.run_with_reasons();
    let entries = draw.list().requests();
    // Before that, a draw that is not on the board yet changed nothing: nobody was given anything else.
    let pending = |request: &Request| request.not_put().filter(|_| !viewer.finalized);
    let by_label: HashMap<String, &Request> =
        requests.iter().map(|request| (label(event, request).to_string(), request)).collect();
    let place = |place: usize, why: Option<Reason>| {
        let entry = &entries[place];
        let of = by_label.get(entry.label.as_str());
        let standing = of.filter(|request| request.withdrawn_at.is_none());
        Place {
            label: entry.label.to_string(),
            name: of.filter(|_| viewer.runs).map(|request| request.name.clone()),
            mine: viewer.label.as_deref() == Some(entry.label.as_str()),
            accepted: entry.tiers.amounts().to_vec(),
            slips: entry.slips.get(),
            balance: entry.balance.get(),
            drawn: outcome.allocated[place],
            why,
            removed: of.and_then(|request| request.removed.as_ref()).map(|removed| removed.reason.clone()),
            kept: standing.map(|request| pending(request).or(request.allocated).unwrap_or(0)),
            reason: standing.map(|request| request.reason.clone()).unwrap_or_default(),
            taken_back: standing.is_some_and(|request| request.taken_back()),
            moved: standing.is_some_and(|request| viewer.moved.contains(&request.person)),
        }
    };
    let drawn = reasons.into_iter().map(|why| place(why.place as usize, Some(why)));
    let by_hand = (0..entries.len()).filter(|&one| entries[one].pinned.is_some()).map(|one| place(one, None));
    let places = drawn.chain(by_hand).collect();
    (outcome, places)
}
