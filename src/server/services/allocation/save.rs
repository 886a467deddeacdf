use allocation::Totals;
use serde_json::json;

use super::sheet::{field_errors, sheet};
use crate::{
    domain::{
        board::{BoardForm, Choice, key},
        ids::EventId,
        typed::{Problem, version},
    },
    error::{Change, Refusal},
    server::{
        auth::Actor,
        db::{WriteTx, decisions, events, people, requests},
        services::{
            Done, Refused,
            event::{note, permitted_closed},
        },
        site::Site,
    },
};

/// A saved draft.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Saved {
    /// The board's version now, for the next save.
    pub version: i32,
    pub totals: Totals,
}

/// Saves decisions as a draft. Requests that are not named stay as they are.
///
/// The board has a version: of two organizers who start from the same one, the second is told what the first changed,
/// and nothing of theirs is written. Given above the tickets is refused, except where a save brings the sum down (the
/// tickets may have been lowered since). A number outside somebody's tiers needs a reason, and after a draw every number that
/// was not drawn.
///
/// # Errors
/// An event that is not closed, a stale version, what [`allocation::Sheet::draft_objections`] objects to.
pub async fn save(site: &Site, actor: &Actor, id: EventId, form: &BoardForm) -> Done<Saved> {
    let choices = form.parse()?;
    let seen = version(&form.version);
    let tx = site.db.write_tx().await?;
    let event = permitted_closed(site, &tx, actor, id).await?;
    let mut requests = requests::of_event(&tx, id).await?;
    if !events::advance_board(&tx, id, seen).await? {
        return Err(conflict(&tx, seen, &requests).await?);
    }
    let before = sheet(event.tickets, &requests).totals();
    let changed = apply(&mut requests, choices)?;
    let after = sheet(event.tickets, &requests);
    let totals = after.totals();
    let mut objections = after.draft_objections();
    if totals.given < before.given {
        objections.retain(|objection| !matches!(objection, allocation::Objection::OverGiven { .. }));
    }
    if !objections.is_empty() {
        return Err(field_errors(&objections, &requests).into());
    }
    let version = seen + 1;
    for &place in &changed {
        let request = &requests[place];
        let decision = (request.allocated, request.reason.as_str(), request.by_hand);
        decisions::decide(&tx, request.id, decision, (actor.person, version)).await?;
    }
    let decided = changed.iter().map(|&place| (requests[place].person, requests[place].allocated));
    note(site, &tx, actor, "allocation.save", id, json!({ "decided": decided.collect::<Vec<_>>() })).await?;
    tx.commit().await?;
    Ok(Saved { version, totals })
}

/// Writes choices onto the requests; gives back the places of those that changed.
fn apply(requests: &mut [requests::Request], choices: Vec<Choice>) -> Result<Vec<usize>, Refused> {
    let mut changed = Vec::new();
    for choice in choices {
        let place = requests.iter().position(|request| request.id == choice.request);
        let field = format!("amount[{}]", key(choice.request));
        let place = place.ok_or_else(|| Refused::field(&field, Problem::NoSuchRequest))?;
        let request = &mut requests[place];
        let needs_reason = choice
            .given
            .is_some_and(|given| !request.tiers.accepts(given) || request.drawn.is_some_and(|drawn| drawn != given));
        let reason = if needs_reason { choice.reason } else { String::new() };
        if (request.allocated, &request.reason) != (choice.given, &reason) {
            (request.allocated, request.reason) = (choice.given, reason);
            // Back at what was drawn it is the draw's again.
            request.by_hand = choice.given.is_some() && (request.pinned || choice.given != request.drawn);
            changed.push(place);
        }
    }
    Ok(changed)
}

/// What changed since version `seen`, for the organizer who came second.
async fn conflict(tx: &WriteTx, seen: i32, requests: &[requests::Request]) -> Result<Refused, sea_orm::DbErr> {
    let decided = requests.iter().filter(|request| request.decided_version > seen);
    let deciders = people::names(tx, decided.clone().filter_map(|request| request.decided_by)).await?;
    let changes = decided.map(|request| Change {
        name: request.name.clone(),
        now: request.allocated,
        by: request.decided_by.and_then(|id| deciders.get(&id).cloned()),
    });
    Ok(Refusal::Conflict { changes: changes.collect() }.into())
}
