use allocation::Record;
use serde_json::json;

use super::{event_label, is_stale, label};
use crate::{
    domain::{
        deed::Deed,
        event::EventStatus,
        ids::{EventId, RequestId},
        typed::version,
    },
    error::Obstacle,
    server::{
        auth::{Action, Actor},
        db::{
            audit::Entry,
            decisions::{self, Decider},
            draws, requests,
        },
        services::{Act, Done, Fault},
        site::Site,
    },
};

/// Gives out what is left on the board, because someone withdrew or tickets were added, by the rule and in the order of the
/// last draw. Nobody's number falls; what was decided by hand stays. Returns the board's
/// version, and how many people got more.
///
/// # Errors
/// No draw on the board, a draw that no longer covers the event, a stale version.
pub async fn fill_further(site: &Site, actor: &Actor, id: EventId, seen: &str) -> Done<(i32, usize)> {
    let mut act = Act::by(site, actor).await?;
    let event = act.event(id, Action::RunEvent).await?;
    event.must_be(EventStatus::Closed, act.now)?;
    let requests = requests::of_event(&act.tx, id).await?;
    let drawn = draws::of_event(&act.tx, id).await?;
    let latest = drawn.last().ok_or(Obstacle::NotDrawn)?;
    if is_stale(&event, &requests) {
        return Err(Obstacle::DrawAgain.into());
    }
    if requests.iter().any(|request| request.allocated.is_none() || request.not_put().is_some()) {
        return Err(Obstacle::NotDrawn.into());
    }
    let board_version = event.advance(&act, version(seen)).await?;
    let record = latest.record.as_deref().unwrap_or_default();
    let draw =
        Record::read_with(record.as_bytes(), &site.beacon.chain).map_err(|why| Fault::Record { event: id, why })?.draw;
    let stands_for = event_label(&event)?;
    let mut given = vec![0; draw.list().requests().len()];
    let mut theirs = vec![None; given.len()];
    for request in requests.iter().filter(|request| request.drawn.is_some()) {
        let place = draw.list().place_of(label(&stands_for, request).as_str());
        let place = place.ok_or(Fault::MissingInDraw { event: id })?;
        given[place] = request.allocated.unwrap_or(0);
        theirs[place] = Some(request);
    }
    let sum: u64 = requests.iter().filter_map(|request| request.allocated).map(u64::from).sum();
    let left = u64::from(event.tickets).saturating_sub(sum);
    let left = u32::try_from(left).unwrap_or(0);
    draw.fill_further(&mut given, left, |place| theirs[place].is_some_and(|request| !request.by_hand));
    let more = theirs.iter().zip(&given).filter_map(|(request, &now)| {
        let request = request.as_ref().filter(|request| request.allocated != Some(now))?;
        Some((request.id, now))
    });
    let more: Vec<(RequestId, u32)> = more.collect();
    let drawn: Vec<_> = more.iter().map(|&(request, now)| (request, now, false)).collect();
    let put: Vec<_> = more.iter().map(|&(request, now)| (request, Some(now))).collect();
    decisions::note_drawn(&act.tx, &event, &drawn).await?;
    decisions::put(&act.tx, &event, &put, Decider { person: actor.person, board_version }).await?;
    act.note(Entry::of(Deed::DrawFillFurther).on(id).with(json!({ "more": more })));
    act.commit().await?;
    Ok((board_version, more.len()))
}
