use allocation::{Draw, DrawNumber, Format, PublicInput, Randomness, RequestList};

use super::{commit::secret, freeze, freeze_anew, keep, planned};
use crate::{
    domain::{
        draw::{DrawChoice, DrawForm, MAX_DRAW_REASON, RandomnessSource},
        event::EventStatus,
        ids::EventId,
        typed::{Problem, version},
    },
    error::Obstacle,
    server::{
        auth::{Action, Actor},
        db::{
            draws,
            events::{self, Event},
            held::Held,
        },
        services::{Act, Done, Refused},
        site::Site,
    },
};

/// What became of an order to draw.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Made {
    /// The draw of this number is made.
    Drawn(u32),
    /// The draw of this number is settled, and made when its round of the beacon comes.
    Waits(u32),
}

impl Made {
    /// The draw's number.
    pub const fn number(self) -> u32 {
        match self {
            Self::Drawn(number) | Self::Waits(number) => number,
        }
    }
}

/// Draws: reveals the next code of the chain, computes, and keeps the record forever. With a beacon the draw is settled,
/// and [`super::draw_due`] makes it when the round comes.
///
/// The rule, the pins (what was decided by hand) and the reason are settled before the code is revealed. The board does not
/// change; [`super::put`] does that. Of two organizers who draw at once one is told: the board's version moves.
///
/// # Errors
/// An event that is not closed, a draw that waits already, a stale version, a further draw without a reason, an input that
/// was named and not given (or given and not named), more pinned than there is, a key that does not open the secret, a 32nd
/// draw.
pub async fn make(site: &Site, actor: &Actor, id: EventId, form: &DrawForm) -> Done<Made> {
    let mut act = Act::by(site, actor).await?;
    let event = act.event(id, Action::RunEvent).await?;
    let choice = form.parse()?;
    event.must_be(EventStatus::Closed, act.now)?;
    event.advance(&act, version(&form.version)).await?;
    let (event, frozen) = if event.status == EventStatus::Open {
        // The closing time has come and the worker not yet.
        let event = events::close(&act.tx, event, act.now).await?;
        let frozen = freeze_anew(&mut act, &event, None).await?;
        (event, frozen)
    } else {
        let frozen = freeze(&mut act, &event, Some(actor.person)).await?;
        (event, frozen)
    };
    let before = draws::of_event(&act.tx, id).await?;
    let this = match before.last() {
        None => DrawNumber::FIRST,
        Some(last) => DrawNumber::new(last.number.into()).and_then(DrawNumber::next).ok_or(Obstacle::NoCodesLeft)?,
    };
    judge(&choice, &event, this)?;
    let reason = if this == DrawNumber::FIRST { String::new() } else { choice.reason.clone() };
    let list = frozen.list(&event)?;
    if event.randomness == RandomnessSource::Drand && event.draw_format == Format::Two {
        planned::settle(&mut act, &event, actor, planned::Settled { list, rule: choice.rule, number: this, reason })
            .await?;
        act.commit().await?;
        return Ok(Made::Waits(this.get().into()));
    }
    let draw = opened(&act, &event, (list, choice, this)).await?;
    keep::keep(&mut act, &event, draw, keep::Kept { requests: frozen.requests, reason, by: Some(actor.person) })
        .await?;
    act.commit().await?;
    Ok(Made::Drawn(this.get().into()))
}

/// Lets only an event past for which no draw waits.
///
/// # Errors
/// A draw that waits.
pub fn must_not_wait(event: &Held) -> Done {
    match event.awaited {
        Some(_) => Err(Obstacle::DrawWaits.into()),
        None => Ok(()),
    }
}

async fn opened(
    act: &Act<'_>,
    event: &Held,
    (list, choice, this): (RequestList, DrawChoice, DrawNumber),
) -> Done<Draw> {
    let secret = secret(act, event).await?;
    let opening = (secret.commitment(), this, secret.code(this));
    let drawn = Draw::new(list, choice.rule, opening, added(choice.public_input, event));
    Ok(drawn.map_err(|_| Obstacle::SecretSealed)?)
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
