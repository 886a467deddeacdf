use std::collections::BTreeSet;

use allocation::Totals;
use serde_json::json;

use super::sheet::{field_errors, sheet};
use crate::{
    domain::{
        board::{BoardForm, Choice, OTHER, key},
        deed::Deed,
        event::EventStatus,
        ids::{EventId, PersonId},
        typed::{Problem, version},
    },
    error::{Change, Refusal},
    server::{
        auth::{Action, Actor},
        db::{
            WriteTx,
            audit::Entry,
            decisions::{self, Decided, Decider},
            events, people,
            requests::{self, Request},
        },
        services::{Act, Done, Refused, draw},
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
/// and nothing of theirs is written; only over the same save of one's own it goes on. Given above the tickets is refused, except where a save brings the sum down (the
/// tickets may have been lowered since). A number outside someone's tiers needs a reason, and after a draw every number that
/// was not drawn.
///
/// # Errors
/// An event that is not closed, a stale version, what [`allocation::Sheet::draft_objections`] objects to.
pub async fn save(site: &Site, actor: &Actor, id: EventId, form: &BoardForm) -> Done<Saved> {
    let mut act = Act::by(site, actor).await?;
    let event = act.event(id, Action::RunEvent).await?;
    let choices = form.parse()?;
    let seen = version(&form.version);
    event.must_be(EventStatus::Closed, act.now)?;
    let mut requests = requests::of_event(&act.tx, id).await?;
    draw::must_not_wait(&event)?;
    let again = only_own(&requests, &choices, (seen, event.board_version), actor.person);
    let seen = if again { event.board_version } else { seen };
    if !events::advance_board(&act.tx, &event, seen).await? {
        return Err(conflict(&act.tx, seen, &requests).await?);
    }
    let before = sheet(event.tickets, &requests).totals();
    let changed = apply(&mut requests, choices, again)?;
    let after = sheet(event.tickets, &requests);
    let totals = after.totals();
    let mut objections = after.draft_objections();
    if totals.given < before.given {
        objections.retain(|objection| !matches!(objection, allocation::Objection::OverGiven { .. }));
    }
    if !objections.is_empty() {
        return Err(field_errors(&objections, &requests).into());
    }
    let by = Decider { person: actor.person, board_version: seen + 1 };
    for &place in &changed {
        let Request { id, allocated, reason, by_hand, .. } = &requests[place];
        let decided = Decided { given: *allocated, reason, by_hand: *by_hand };
        decisions::decide(&act.tx, &event, *id, decided, by).await?;
    }
    // A save that changes nothing, as the board makes them by itself, is not worth an entry.
    if !changed.is_empty() {
        let decided = changed.iter().map(|&place| {
            let Request { person, allocated, drawn, .. } = &requests[place];
            (person, allocated, drawn)
        });
        // Its reasons stand in the requests, by this version.
        let details = json!({ "decided": decided.collect::<Vec<_>>(), "version": by.board_version });
        act.note(Entry::of(Deed::AllocationSave).on(id).with(details));
    }
    act.commit().await?;
    Ok(Saved { version: by.board_version, totals })
}

/// Writes choices onto the requests; returns the places of those that changed. What comes `again` changes nothing a second time.
fn apply(requests: &mut [Request], choices: Vec<Choice>, again: bool) -> Result<Vec<usize>, Refused> {
    let mut changed = Vec::new();
    for choice in choices {
        let place = requests.iter().position(|request| request.id == choice.request);
        let field = format!("amount[{}]", key(choice.request));
        let place = place.ok_or_else(|| Refused::field(&field, Problem::NoSuchRequest))?;
        let request = &mut requests[place];
        let given = meant(request, &choice)?;
        if again && given == request.allocated {
            continue;
        }
        let reason = reason(request, given, choice.reason)?;
        if (request.allocated, &request.reason) != (given, &reason) {
            (request.allocated, request.reason) = (given, reason);
            // Back at what was drawn it is the draw's again.
            request.by_hand = given.is_some() && (request.pinned || given != request.drawn);
            changed.push(place);
        }
    }
    Ok(changed)
}

/// The reason that stays with a number. One that is needed nowhere else is kept beside a number that needs none, too; only where
/// nothing was decided by hand there is nothing it could be for. What was typed for a number that is gone goes with it.
fn reason(request: &Request, given: Option<u32>, typed: String) -> Result<String, Refused> {
    let needed = |given: Option<u32>| {
        given.is_some_and(|given| !request.tiers.accepts(given) || request.drawn.is_some_and(|drawn| drawn != given))
    };
    let stood_before = typed.is_empty() || typed == request.reason;
    if !needed(given) && (given.is_none() || given == request.drawn) {
        let alone = || Refused::field(&format!("reason[{}]", key(request.id)), Problem::ReasonAlone);
        return if stood_before { Ok(String::new()) } else { Err(alone()) };
    }
    let is_of_another = stood_before && given != request.allocated && needed(request.allocated) && !needed(given);
    Ok(if is_of_another { String::new() } else { typed })
}

/// The number that is meant. A number typed beside "other…" counts although its circle was not chosen, as long as nothing else
/// was; the one that stood there before does not.
fn meant(request: &Request, choice: &Choice) -> Result<Option<u32>, Refused> {
    let before = request.allocated.filter(|&given| !request.tiers.accepts(given));
    match choice.beside.filter(|&beside| Some(beside) != before) {
        None => Ok(choice.given),
        Some(beside) if choice.given == request.allocated || choice.given == Some(beside) => Ok(Some(beside)),
        Some(beside) => {
            let problem =
                Problem::TwoNumbers { chosen: choice.given.map(|n| n.to_string()).unwrap_or_default(), typed: beside };
            Err(Refused::field(&format!("{OTHER}[{}]", key(request.id)), problem))
        }
    }
}

/// Whether a save may go on although the board moved on since `seen`: only saves of whoever saves moved it, and this one names
/// every row of them, just as it stands now. So it is where an answer got lost on its way, or a form comes twice. A row that it
/// doesn't name was decided in another tab: this one shows it as it was, and would send it so with the next whole form.
fn only_own(requests: &[Request], choices: &[Choice], (seen, now): (i32, i32), actor: PersonId) -> bool {
    let since = || requests.iter().filter(|request| request.decided_version > seen);
    let versions: BTreeSet<i32> = since().map(|request| request.decided_version).collect();
    seen < now
        && versions.into_iter().eq(seen + 1..=now)
        && since().all(|request| {
            let named = choices.iter().find(|choice| choice.request == request.id);
            request.decided_by == Some(actor) && named.is_some_and(|choice| choice.given == request.allocated)
        })
}

/// What changed since version `seen`, for the organizer who came second.
async fn conflict(tx: &WriteTx, seen: i32, requests: &[Request]) -> Result<Refused, sea_orm::DbErr> {
    let decided = requests.iter().filter(|request| request.decided_version > seen);
    let deciders = people::names(tx, decided.clone().filter_map(|request| request.decided_by)).await?;
    let changes = decided.map(|request| Change {
        name: request.name.clone(),
        now: request.allocated,
        by: request.decided_by.and_then(|id| deciders.get(&id).cloned()),
    });
    Ok(Refusal::Conflict { changes: changes.collect() }.into())
}
