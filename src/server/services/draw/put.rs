use serde_json::json;

use crate::{
    domain::{
        ids::{EventId, RequestId},
        typed::version,
    },
    error::{Obstacle, Refusal},
    server::{
        auth::Actor,
        db::{decisions, events, requests},
        services::{
            Done,
            event::{note, permitted_closed},
        },
        site::Site,
    },
};

/// The board as it was before a draw was put on it: what rows held that the draw changed.
type Before = Vec<(RequestId, Option<u32>)>;

/// Puts what the last draw gave on the board: everybody who was drawn gets their number, rows decided by hand stay. Gives
/// back the board's version.
///
/// # Errors
/// No draw yet, a stale version, an event that is not closed.
pub async fn put(site: &Site, actor: &Actor, id: EventId, seen: &str) -> Done<i32> {
    let seen = version(seen);
    let tx = site.db.write_tx().await?;
    permitted_closed(site, &tx, actor, id).await?;
    let requests = requests::of_event(&tx, id).await?;
    if requests.iter().all(|request| request.drawn.is_none()) {
        return Err(Obstacle::NotDrawn.into());
    }
    if !events::advance_board(&tx, id, seen).await? {
        return Err(Refusal::Conflict { changes: Vec::new() }.into());
    }
    let changing: Vec<_> = requests.iter().filter(|request| request.not_put().is_some()).collect();
    let before: Before = changing.iter().map(|request| (request.id, request.allocated)).collect();
    let drawn: Vec<_> = changing.iter().map(|request| (request.id, request.drawn)).collect();
    let version = seen + 1;
    decisions::put(&tx, &drawn, (actor.person, version)).await?;
    let before = serde_json::to_string(&before).unwrap_or_default();
    events::keep_board_before(&tx, id, (before, version)).await?;
    note(site, &tx, actor, "draw.put", id, json!({ "changed": drawn.len() })).await?;
    tx.commit().await?;
    Ok(version)
}

/// Takes the draw off the board again, which then stands as before. The draw itself stays.
///
/// # Errors
/// A board that was changed since the draw was put on it.
pub async fn take_off(site: &Site, actor: &Actor, id: EventId, seen: &str) -> Done<i32> {
    let seen = version(seen);
    let tx = site.db.write_tx().await?;
    let event = permitted_closed(site, &tx, actor, id).await?;
    let before = events::board_before(&tx, id).await?.filter(|_| event.can_undo_draw);
    let before: Option<Before> = before.and_then(|text| serde_json::from_str(&text).ok());
    let before = before.ok_or(Obstacle::BoardMovedOn)?;
    if !events::advance_board(&tx, id, seen).await? {
        return Err(Obstacle::BoardMovedOn.into());
    }
    decisions::put(&tx, &before, (actor.person, seen + 1)).await?;
    note(site, &tx, actor, "draw.take-off", id, json!({ "changed": before.len() })).await?;
    tx.commit().await?;
    Ok(seen + 1)
}
