use serde_json::json;

use super::must_not_wait;
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
            events, requests,
        },
        services::{Act, Done},
        site::Site,
    },
};

/// The board as it was before a draw was put on it: what rows held that the draw changed.
type Before = Vec<(RequestId, Option<u32>)>;

/// Puts what the last draw gave on the board: everyone who was drawn gets their number, rows decided by hand stay. Returns
/// the board's version.
///
/// # Errors
/// No draw yet, a stale version, an event that is not closed.
pub async fn put(site: &Site, actor: &Actor, id: EventId, seen: &str) -> Done<i32> {
    let mut act = Act::by(site, actor).await?;
    let event = act.event(id, Action::RunEvent).await?;
    event.must_be(EventStatus::Closed, act.now)?;
    let requests = requests::of_event(&act.tx, id).await?;
    if requests.iter().all(|request| request.drawn.is_none()) {
        return Err(Obstacle::NotDrawn.into());
    }
    let board_version = event.advance(&act, version(seen)).await?;
    let changing: Vec<_> = requests.iter().filter(|request| request.not_put().is_some()).collect();
    let before: Before = changing.iter().map(|request| (request.id, request.allocated)).collect();
    let drawn: Vec<_> = changing.iter().map(|request| (request.id, request.drawn)).collect();
    decisions::put(&act.tx, &event, &drawn, Decider { person: actor.person, board_version }).await?;
    let before = serde_json::to_string(&before).unwrap_or_default();
    events::keep_board_before(&act.tx, &event, &before, board_version).await?;
    act.note(Entry::of(Deed::DrawPut).on(id).with(json!({ "changed": drawn.len() })));
    act.commit().await?;
    Ok(board_version)
}

/// Takes the draw off the board again, which then stands as before. The draw itself stays.
///
/// # Errors
/// A board that was changed since the draw was put on it.
pub async fn take_off(site: &Site, actor: &Actor, id: EventId, seen: &str) -> Done<i32> {
    let mut act = Act::by(site, actor).await?;
    let event = act.event(id, Action::RunEvent).await?;
    event.must_be(EventStatus::Closed, act.now)?;
    let before = events::board_before(&act.tx, id).await?.filter(|_| event.can_undo_draw);
    let before: Option<Before> = before.and_then(|text| serde_json::from_str(&text).ok());
    let before = before.ok_or(Obstacle::BoardMovedOn)?;
    must_not_wait(&event)?;
    if !events::advance_board(&act.tx, &event, version(seen)).await? {
        return Err(Obstacle::BoardMovedOn.into());
    }
    let board_version = event.board_version + 1;
    decisions::put(&act.tx, &event, &before, Decider { person: actor.person, board_version }).await?;
    act.note(Entry::of(Deed::DrawTakeOff).on(id).with(json!({ "changed": before.len() })));
    act.commit().await?;
    Ok(board_version)
}
