use allocation::{Draw, DrawNumber, PublicInput, Randomness, write_record};
use serde_json::{Map, json};

use super::{commit::open, freeze, freeze_anew};
use crate::{
    domain::{
        deed::Deed,
        draw::{DrawChoice, DrawForm, MAX_DRAW_REASON},
        event::EventStatus,
        ids::EventId,
        typed::{Problem, version},
    },
    error::Obstacle,
    server::{
        auth::{Action, Actor},
        db::{
            audit::Entry,
            commitments, decisions,
            draws::{self, NewDraw},
            events::{self, Event},
        },
        services::{Act, Done, Refused},
        site::Site,
    },
};

/// Draws: reveals the next code of the chain, computes, and keeps the record forever. Returns the draw's number.
///
/// The rule, the pins (what was decided by hand) and the reason are settled before the code is revealed. The board does not
/// change; [`super::put`] does that. Of two organizers who draw at once one is told: the board's version moves.
///
/// # Errors
/// An event that is not closed, a stale version, a further draw without a reason, an input that was named and not given (or
/// given and not named), more pinned than there is, a key that does not open the secret, a 32nd draw.
pub async fn make(site: &Site, actor: &Actor, id: EventId, form: &DrawForm) -> Done<u32> {
    let mut act = Act::by(site, actor).await?;
    let event = act.event(id, Action::RunEvent).await?;
    let choice = form.parse()?;
    event.must_be(EventStatus::Closed, act.now)?;
    event.advance(&act, version(&form.version)).await?;
    let frozen = if event.status == EventStatus::Open {
        // The closing time has come and the worker not yet.
        events::set_status(&act.tx, &event, EventStatus::Closed, act.now).await?;
        freeze_anew(&mut act, &event, None).await?
    } else {
        freeze(&act, &event, Some(actor.person)).await?
    };
    let before = draws::of_event(&act.tx, id).await?;
    let this = match before.last() {
        None => DrawNumber::FIRST,
        Some(last) => DrawNumber::new(last.number.into()).and_then(DrawNumber::next).ok_or(Obstacle::NoCodesLeft)?,
    };
    judge(&choice, &event, this)?;
    let sealed = commitments::sealed(&act.tx, id).await?.ok_or(Obstacle::SecretSealed)?;
    let secret = open(site, &event.public_id, &sealed).ok_or(Obstacle::SecretSealed)?;
    let list = frozen.list(&event)?;
    let opened = (secret.commitment(), this, secret.code(this));
    let draw =
        Draw::new(list, choice.rule, opened, added(choice.public_input, &event)).map_err(|_| Obstacle::SecretSealed)?;
    let outcome = draw.run();
    let each = frozen.requests.iter().zip(draw.list().requests()).zip(&outcome.allocated);
    let each: Vec<_> = each.map(|((request, entry), &given)| (request.id, given, entry.pinned.is_some())).collect();
    decisions::note_drawn(&act.tx, &event, &each).await?;
    events::note_drawn(&act.tx, &event, event.tickets).await?;
    let record = write_record(&draw, &outcome, &Map::new());
    let reason = if this == DrawNumber::FIRST { String::new() } else { choice.reason };
    let new = NewDraw { draw: &draw, reason, record, at: act.now, by: actor.person };
    draws::insert(&act.tx, &event, new).await?;
    let details = json!({
        "draw": this.get(), "rule": choice.rule.to_string(), "code": draw.code().to_string(),
        "digest": outcome.digest.to_string(), "left": outcome.left,
    });
    act.note(Entry::of(Deed::DrawMake).on(id).with(details));
    act.commit().await?;
    Ok(this.get().into())
}

/// What went in from outside, with the name it was announced by.
fn added(text: PublicInput, event: &Event) -> Randomness {
    match Randomness::from(text) {
        Randomness::Typed { text, .. } => Randomness::Typed { name: event.public_input_name.clone(), text },
        other => other,
    }
}

fn judge(choice: &DrawChoice, event: &Event, this: DrawNumber) -> Done {
    if this != DrawNumber::FIRST && choice.reason.is_empty() {
        return Err(Refused::field("reason", Problem::Missing));
    }
    debug_assert!(choice.reason.chars().count() <= MAX_DRAW_REASON, "parsed");
    match (event.public_input_name.is_empty(), choice.public_input.as_str().is_empty()) {
        (false, true) => Err(Refused::field("public_input", Problem::Missing)),
        (true, false) => Err(Refused::field("public_input", Problem::NotNamedBefore)),
        _ => Ok(()),
    }
}
