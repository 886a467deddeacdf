use std::collections::HashSet;

use allocation::{Exact, Format, Past, Slips, after::write_entries, write_record};
use serde_json::{Map, Value, json};

use super::{
    cut::{Cut, cut},
    event_label, label,
    places::{Place, Viewer, beside, places, read},
};
use crate::{
    domain::{event::EventStatus, ids::EventId},
    error::Refusal,
    server::{
        auth::{Action, Actor},
        db::{
            after,
            draws::{self, Drawn},
            events::Event,
            looks::Seen,
            request_lists::{self, FrozenList},
            requests::{self, Request},
        },
        services::{Done, Fault, Look},
        site::Site,
    },
};

/// What everyone may know about an event's draws.
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
    /// Everyone in the last draw: in its order, then those decided by hand before it.
    pub places: Vec<Place>,
    /// Tickets the last draw left.
    pub left: u32,
    /// Where in its order they ran out.
    pub cut: Option<Cut>,
    /// What was frozen of the season for the viewer's request.
    pub counting: Option<(Slips, Exact)>,
    /// What the season remembers of it for the viewer; `None`: nothing.
    pub past: Option<Past>,
}

/// The draw's page. Three statements, four once there is something to see of others, five once tickets came back.
pub async fn show(site: &Site, actor: &Actor, id: EventId) -> Done<Shown> {
    let look = Look::with_own(site, actor, id).await?;
    let runs = look.may(Action::RunEvent);
    let Seen { event, own, .. } = look.that_may(Action::SeeEvent)?;
    let c = site.db.read();
    let status = event.status_at(site.now());
    let lists = request_lists::of_event(c, id).await?;
    let draws = draws::of_event(c, id).await?;
    let open = status == EventStatus::Finalized || runs;
    // Until there is something to see of others, only the viewer's own request is looked at.
    let requests = if open && !draws.is_empty() || status == EventStatus::Finalized {
        requests::all_of_event(c, id).await?
    } else {
        own.into_iter().collect()
    };
    let stands_for = event_label(&event)?;
    let mine = requests.iter().find(|request| request.person == actor.person).cloned();
    let my_label = mine.as_ref().map(|mine| label(&stands_for, mine).to_string());
    let past =
        mine.as_ref().filter(|_| status == EventStatus::Finalized).and_then(|mine| past(&event, mine, &requests));
    let record = draws.last().and_then(|drawn| drawn.record.clone());
    let counting = mine.as_ref().filter(|mine| mine.withdrawn_at.is_none()).and_then(|mine| mine.frozen);
    let (mut everybody, mut left, mut ran_out, mut my_line) = (Vec::new(), 0, None, None);
    if let (Some(record), Some(latest)) = (record, draws.last()) {
        let moved = if event.after.happens() { after::moved(c, id).await? } else { HashSet::new() };
        let viewer = Viewer { label: my_label.clone(), runs, finalized: status == EventStatus::Finalized, moved };
        let (fill, tickets, chain) = (latest.rule.fill, latest.tickets, site.beacon.chain);
        let computed = move || {
            let draw = read(id, &record, &chain)?;
            let of_viewer = viewer.label.as_ref().and_then(|label| draw.list().place_of(label));
            let my_line = of_viewer.map(|place| draw.list().line(&draw.list().requests()[place]));
            let opened = open.then(|| places(&draw, &requests, &viewer, &stands_for));
            Ok::<_, Fault>((my_line, opened))
        };
        let opened;
        (my_line, opened) = beside(computed).await??;
        if let Some((outcome, places)) = opened {
            ran_out = cut(&places, fill, tickets);
            (everybody, left) = (places, outcome.left);
        }
    } else if !lists.is_empty() {
        my_line = frozen_line(&event, mine.as_ref())?;
    }
    Ok(Shown {
        event,
        status,
        runs,
        lists,
        draws,
        my_line,
        my_label,
        open,
        places: everybody,
        left,
        cut: ran_out,
        counting,
        past,
    })
}

/// What the season remembers of a finalized event for one of its requests, as `db/memory_one` reads it.
fn past(event: &Event, of: &Request, all: &[Request]) -> Option<Past> {
    event.season()?;
    let odd = all.iter().any(|request| request.legacy_allocated.is_some());
    let counting: Vec<_> = all.iter().filter(|request| request.counts_in_season()).collect();
    let first = |request: &&Request| request.tiers.amounts().first().copied().map_or(0, u64::from);
    let past = Past {
        tickets: event.tickets,
        requesters: u32::try_from(counting.len()).ok()?,
        first_choices: counting.iter().map(first).sum(),
        smallest: of.tiers.amounts().last().copied()?,
        kept: of.allocated.unwrap_or(0),
    };
    (!odd && of.counts_in_season()).then_some(past)
}

/// The event, if `actor` may see it, and whether they run it.
async fn seen(site: &Site, actor: &Actor, id: EventId) -> Done<(Event, bool)> {
    let look = Look::at(site, actor, id).await?;
    let runs = look.may(Action::RunEvent);
    Ok((look.to(Action::SeeEvent)?, runs))
}

/// The viewer's line before there is a draw.
fn frozen_line(event: &Event, mine: Option<&Request>) -> Done<Option<String>> {
    let Some(mine) = mine.filter(|mine| mine.frozen.is_some() && mine.withdrawn_at.is_none()) else { return Ok(None) };
    let alone = [Request { allocated: None, ..mine.clone() }];
    let list = match event.draw_format {
        Format::One => super::request_list(event, &alone)?,
        Format::Two => super::season::list_with_season(event, &alone, &Vec::new())?,
    };
    Ok(list.requests().first().map(|request| list.line(request)))
}

/// A draw's record as a file. Once the event is finalized, the last one also says what everyone has in the end, under the
/// further key `final`: label, what was drawn, what was kept (`null`: withdrawn), the organizer's reason where they differ;
/// `removed`, with the reason, where the organizer took the request away. What became of tickets since stands under `after`.
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
    let requests = requests::all_of_event(c, id).await?;
    let after: Vec<_> = match u32::try_from(draw) {
        Ok(number) => after::entries(c, id, number).await?.into_iter().map(|stored| stored.entry).collect(),
        Err(_) => Vec::new(),
    };
    let stands_for = event_label(&event)?;
    let chain = site.beacon.chain;
    let written = beside(move || {
        let draw = read(id, &stored, &chain)?;
        let (outcome, last) = places(
            &draw,
            &requests,
            &Viewer { label: None, runs: false, finalized: true, moved: HashSet::new() },
            &stands_for,
        );
        let last = last.into_iter().map(|place| {
            let reason = if place.kept == Some(place.drawn) { Value::Null } else { json!(place.reason) };
            let mut line = json!({ "label": place.label, "drawn": place.drawn, "kept": place.kept, "reason": reason });
            if let (Some(removed), Some(line)) = (place.removed, line.as_object_mut()) {
                line.insert("removed".to_owned(), json!(removed));
            }
            line
        });
        let mut further = Map::from_iter([("final".to_owned(), Value::Array(last.collect()))]);
        if !after.is_empty() {
            further.insert("after".to_owned(), write_entries(&after));
        }
        Ok::<_, Fault>(write_record(&draw, &outcome, &further))
    });
    Ok(written.await??)
}
