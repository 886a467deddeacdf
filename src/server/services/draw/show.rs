use std::collections::HashMap;

use allocation::{Draw, Reason, Record, RequestList, write_record};
use serde_json::{Map, Value, json};

use super::{event_label, label};
use crate::{
    domain::{event::EventStatus, ids::EventId},
    error::Refusal,
    server::{
        auth::{Action, Actor, permit},
        db::{
            DbErr,
            draws::{self, Drawn},
            events::{self, Event},
            organizers,
            request_lists::{self, FrozenList},
            requests::{self, Request},
        },
        services::Done,
        site::Site,
    },
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
    /// What it has in the end; `None`: withdrawn.
    pub kept: Option<u32>,
    /// The organizer's reason, where there is one.
    pub reason: String,
}

/// What everybody may know about an event's draws.
#[derive(Debug)]
pub struct Shown {
    pub event: Event,
    pub status: EventStatus,
    pub runs: bool,
    pub lists: Vec<FrozenList>,
    pub draws: Vec<Drawn>,
    /// The line that stands for the viewer in the frozen list.
    pub my_line: Option<String>,
    /// The viewer's label, once they have asked.
    pub my_label: Option<String>,
    /// Whether results are shown: once finalized, and before to who runs the event.
    pub open: bool,
    /// Everybody in the last draw: in its order, then those decided by hand before it.
    pub places: Vec<Place>,
    /// Tickets the last draw left.
    pub left: u32,
}

/// The draw's page. Five statements.
pub async fn show(site: &Site, actor: &Actor, id: EventId) -> Done<Shown> {
    let (event, runs) = seen(site, actor, id).await?;
    let c = site.db.read();
    let status = event.status_at(site.now());
    let lists = request_lists::of_event(c, id).await?;
    let draws = draws::of_event(c, id).await?;
    let requests = requests::all_of_event(c, id).await?;
    let stands_for = event_label(&event)?;
    let mine = requests.iter().find(|request| request.person == actor.person);
    let my_label = mine.map(|request| label(&stands_for, request).to_string());
    let open = status == EventStatus::Finalized || runs;
    let (mut places, mut left) = (Vec::new(), 0);
    let latest = draws.last().and_then(|drawn| drawn.record.as_deref()).map(|record| read(&event, record));
    let latest = latest.transpose()?;
    let my_line = match (&latest, &my_label) {
        (Some(draw), Some(label)) => {
            draw.list().place_of(label).map(|place| RequestList::line(&draw.list().requests()[place]))
        }
        (None, Some(_)) if !lists.is_empty() => frozen_line(&event, mine)?,
        _ => None,
    };
    if let Some(draw) = latest.filter(|_| open) {
        let outcome = draw.run();
        left = outcome.left;
        places = self::places(&draw, &outcome.allocated, &requests, my_label.as_deref(), runs, &stands_for);
    }
    Ok(Shown { event, status, runs, lists, draws, my_line, my_label, open, places, left })
}

/// The event, if `actor` may see it, and whether they run it.
async fn seen(site: &Site, actor: &Actor, id: EventId) -> Done<(Event, bool)> {
    let c = site.db.read();
    let event = events::find(c, id).await?.filter(|event| event.deleted_at.is_none()).ok_or(Refusal::NotFound)?;
    let standing = organizers::standing(c, &event, actor.person).await?;
    let may = |action| permit(actor, action, standing, site.settings.everyone_creates());
    if may(Action::SeeEvent) { Ok((event, may(Action::RunEvent))) } else { Err(Refusal::Forbidden.into()) }
}

fn read(event: &Event, record: &str) -> Result<Draw, DbErr> {
    let unreadable = |error| DbErr::Custom(format!("a record of event {}: {error}", event.id));
    Ok(Record::read(record.as_bytes()).map_err(unreadable)?.draw)
}

/// The viewer's line before there is a draw.
fn frozen_line(event: &Event, mine: Option<&Request>) -> Done<Option<String>> {
    let Some(mine) = mine.filter(|mine| mine.frozen.is_some() && mine.withdrawn_at.is_none()) else { return Ok(None) };
    let list = super::request_list(event, std::slice::from_ref(&Request { allocated: None, ..mine.clone() }))?;
    Ok(list.requests().first().map(RequestList::line))
}

fn places(
    draw: &Draw,
    allocated: &[u32],
    requests: &[Request],
    mine: Option<&str>,
    runs: bool,
    event: &allocation::Label,
) -> Vec<Place> {
    let entries = draw.list().requests();
    let by_label: HashMap<String, &Request> =
        requests.iter().map(|request| (label(event, request).to_string(), request)).collect();
    let place = |place: usize, why: Option<Reason>| {
        let entry = &entries[place];
        let of = by_label.get(entry.label.as_str());
        let standing = of.filter(|request| request.withdrawn_at.is_none());
        Place {
            label: entry.label.to_string(),
            name: of.filter(|_| runs).map(|request| request.name.clone()),
            mine: mine == Some(entry.label.as_str()),
            accepted: entry.tiers.amounts().to_vec(),
            slips: entry.slips.get(),
            balance: entry.balance.get(),
            drawn: allocated[place],
            why,
            kept: standing.map(|request| request.allocated.unwrap_or(0)),
            reason: standing.map(|request| request.reason.clone()).unwrap_or_default(),
        }
    };
    let drawn = draw.reasons().into_iter().map(|why| place(why.place as usize, Some(why)));
    let by_hand = (0..entries.len()).filter(|&one| entries[one].pinned.is_some()).map(|one| place(one, None));
    drawn.chain(by_hand).collect()
}

/// A draw's record as a file. Once the event is finalized, the last one also says what everybody has in the end, under the
/// further key `final`: label, what was drawn, what was kept (`null`: withdrawn), the organizer's reason where they differ.
pub async fn record(site: &Site, actor: &Actor, id: EventId, draw: i32) -> Done<String> {
    let (event, runs) = seen(site, actor, id).await?;
    let finalized = event.status_at(site.now()) == EventStatus::Finalized;
    if !finalized && !runs {
        return Err(Refusal::NotFound.into());
    }
    let c = site.db.read();
    let stored = draws::record(c, id, draw).await?.ok_or(Refusal::NotFound)?;
    let latest = draws::of_event(c, id).await?.last().map(|last| i64::from(last.number));
    if !finalized || latest != Some(draw.into()) {
        return Ok(stored);
    }
    let draw = read(&event, &stored)?;
    let outcome = draw.run();
    let requests = requests::all_of_event(c, id).await?;
    let stands_for = event_label(&event)?;
    let last = places(&draw, &outcome.allocated, &requests, None, false, &stands_for);
    let last = last.into_iter().map(|place| {
        let reason = if place.kept == Some(place.drawn) { Value::Null } else { json!(place.reason) };
        json!({ "label": place.label, "drawn": place.drawn, "kept": place.kept, "reason": reason })
    });
    let further = Map::from_iter([("final".to_owned(), Value::Array(last.collect()))]);
    Ok(write_record(&draw, &outcome, &further))
}
