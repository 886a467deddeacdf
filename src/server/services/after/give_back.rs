use allocation::after::{Fields, What};
use serde_json::json;

use super::{Run, UNDO, by_hand::MAX_REASON};
use crate::{
    domain::{
        deed::Deed,
        event::EventStatus,
        ids::{EventId, PersonId},
        typed::{Problem, optional_line, token},
    },
    error::Obstacle,
    server::{
        auth::{Action, Actor},
        db::{
            after::{self, NewReturn, Returning},
            audit::Entry,
            creations,
            held::Held,
            requests,
        },
        mail::messages::{ReturnedFacts, ReturnedMessage},
        services::{Act, Done, Refused, mail::event_facts},
        site::Site,
    },
};

/// What came of giving back.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Given {
    /// They are given back unless that is taken back within a minute.
    Returning,
    /// Too late to be passed on: noted that they will not be used.
    Late,
}

/// Gives back some of one's own tickets, or another's as an organizer, who says why. For a minute it can be taken back; until then
/// they still have them, and nobody else is asked.
///
/// # Errors
/// None, or more than they have; an event that has begun or is not finalized; something that is being given back already. Too late
/// to be passed on, it is noted at once that they will not be used. A form that was done already is not done again.
pub async fn give_back(
    site: &Site,
    actor: &Actor,
    (id, person): (EventId, PersonId),
    (number, reason, once): (&str, &str, &str),
) -> Done<Given> {
    let own = person == actor.person;
    let mut act = Act::by(site, actor).await?;
    let event = act.event(id, if own { Action::Ask } else { Action::RunEvent }).await?;
    let reason = optional_line(reason, MAX_REASON).map_err(|why| Refused::field("reason", why))?;
    if !own && reason.is_empty() {
        return Err(Refused::field("reason", Problem::Missing));
    }
    let late = act.now >= event.returns_until();
    if let Some(token) = token(once)
        && creations::of_form(&act.tx, actor.person, token).await? == Some(id)
    {
        return Ok(if late { Given::Late } else { Given::Returning });
    }
    event.must_be(EventStatus::Finalized, act.now)?;
    if event.schedule.starts_at <= act.now {
        return Err(Obstacle::EventBegan.into());
    }
    let held = requests::find(&act.tx, id, person).await?.and_then(|request| request.allocated).unwrap_or(0);
    let number = read_number(number, held)?;
    if after::returning(&act.tx, id).await?.iter().any(|one| one.person == person) {
        return Err(Obstacle::ReturnUnderWay.into());
    }
    let details = json!({ "number": number, "reason": reason });
    if let Some(token) = token(once) {
        creations::note(&act.tx, actor.person, token, id, act.now).await?;
    }
    if late {
        let mut run = Run::of(&act, &event).await?;
        let whose = run.label(&act, person).await?;
        let now = run.now(&act);
        run.add(&event, Fields::new(What::Late, now).label(&whose).number(number))?;
        if !own {
            let facts = ReturnedFacts {
                event: event_facts(&act.tx, &event, act.now).await?,
                number,
                held,
                reason: reason.clone(),
                late: true,
            };
            act.tell(person, &ReturnedMessage { at: now, facts });
        }
        // Where it is the first that happens, tickets may be left that nobody has.
        run.settle(&act, &event)?;
        run.keep(&mut act, &event).await?;
        act.note(Entry::of(Deed::AfterLate).on(id).about(person).with(details));
        act.commit().await?;
        return Ok(Given::Late);
    }
    let settles_at = act.now + UNDO;
    let new = NewReturn { person, number, by: actor.person, reason: &reason, now: act.now, settles_at };
    after::insert_return(&act.tx, &event, new).await?;
    after::hurry(&act.tx, &event, settles_at).await?;
    act.note(Entry::of(Deed::AfterReturn).on(id).about(person).with(details));
    act.commit().await?;
    Ok(Given::Returning)
}

/// A number of tickets of someone who has so many.
pub(super) fn read_number(typed: &str, held: u32) -> Done<u32> {
    let number = typed.trim().parse::<u32>().ok().filter(|number| (1..=held).contains(number));
    match number {
        Some(number) => Ok(number),
        None if held == 0 => Err(Obstacle::NotSoMany.into()),
        None if typed.trim().is_empty() => Err(Refused::field("number", Problem::NoNumber)),
        None => {
            let problem = Problem::OutOfRange { min: 1, max: held, seen: typed.trim().chars().take(20).collect() };
            Err(Refused::field("number", problem))
        }
    }
}

/// Takes back what was given back, as long as that can be.
///
/// # Errors
/// The minute is over; somebody else's, unless one runs the event and it was given back for them.
pub async fn take_back(site: &Site, actor: &Actor, id: EventId, person: PersonId) -> Done {
    let own = person == actor.person;
    let mut act = Act::by(site, actor).await?;
    let event = act.event(id, if own { Action::Ask } else { Action::RunEvent }).await?;
    let returning = after::returning(&act.tx, id).await?;
    let mut waits = returning.iter().filter(|one| one.person == person && one.settles_at > act.now);
    let waits = waits.any(|one| own || one.by != Some(person));
    if !waits || !after::take_return(&act.tx, &event, person).await? {
        return Err(Obstacle::ReturnSettled.into());
    }
    act.note(Entry::of(Deed::AfterKeep).on(id).about(person));
    act.commit().await
}

/// Gives back for good what can no longer be taken back. They are told.
pub(super) async fn settle(act: &mut Act<'_>, event: &Held, run: &mut Run, one: &Returning) -> Done {
    after::take_return(&act.tx, event, one.person).await?;
    let whose = run.label(act, one.person).await.ok();
    // What they no longer have was taken from them meanwhile; there is nothing to give back.
    let Some(whose) = whose.filter(|whose| run.course().holder(whose).held >= one.number) else { return Ok(()) };
    let now = run.now(act);
    run.add(event, Fields::new(What::Return, now).label(&whose).number(one.number).reason(&one.reason))?;
    let facts = ReturnedFacts {
        event: event_facts(&act.tx, event, act.now).await?,
        number: one.number,
        held: run.course().holder(&whose).held,
        reason: one.reason.clone(),
        late: false,
    };
    act.tell(one.person, &ReturnedMessage { at: now, facts });
    Ok(())
}

impl Run {
    /// Settles everything that is being given back and can no longer be taken back.
    pub(super) async fn settle_returns(&mut self, act: &mut Act<'_>, event: &Held) -> Done {
        for one in after::returning(&act.tx, event.id).await? {
            if one.settles_at <= act.now {
                settle(act, event, self, &one).await?;
                self.settle(act, event)?;
            }
        }
        Ok(())
    }
}
