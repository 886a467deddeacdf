use allocation::after::{Fields, What};
use serde_json::json;

use super::{Run, answer};
use crate::{
    domain::{
        deed::Deed,
        event::EventStatus,
        ids::EventId,
        typed::{Problem, token},
    },
    error::Obstacle,
    server::{
        auth::{Action, Actor},
        db::{audit::Entry, creations, requests},
        services::{Act, Done, Refused},
        site::Site,
    },
};

/// Takes tickets from the open table: whoever comes first has them. Nobody gets more than the event allows one person. `once`
/// tells one form from another: sent twice, it takes once.
///
/// # Errors
/// None, or more than there are; more than one person may have; an event that has begun.
pub async fn claim(site: &Site, actor: &Actor, id: EventId, (number, once): (&str, &str)) -> Done<u32> {
    let mut act = Act::by(site, actor).await?;
    let event = act.event(id, Action::Ask).await?;
    if let Some(token) = token(once) {
        if creations::of_form(&act.tx, actor.person, token).await? == Some(id) {
            let mine = requests::find(&act.tx, id, actor.person).await?;
            return Ok(mine.and_then(|mine| mine.allocated).unwrap_or(0));
        }
        creations::note(&act.tx, actor.person, token, id, act.now).await?;
    }
    event.must_be(EventStatus::Finalized, act.now)?;
    let mut run = Run::read(&act, &event).await?;
    run.catch_up(&mut act, &event, None).await?;
    let on_table = run.course().table();
    if on_table == 0 || event.schedule.starts_at <= act.now {
        return Err(Obstacle::TicketsGone.into());
    }
    let label = run.label(&act, actor.person).await?;
    let most = on_table.min(event.limit.saturating_sub(run.course().holder(&label).with_offer()));
    if most == 0 {
        return Err(Obstacle::LimitReached.into());
    }
    let out_of = |number: &str| Problem::OutOfRange { min: 1, max: most, seen: number.to_owned() };
    let number: u32 = number.trim().parse().map_err(|_| Refused::field("number", out_of(number)))?;
    if !(1..=most).contains(&number) {
        return Err(Refused::field("number", out_of(&number.to_string())));
    }
    run.add(&event, Fields::new(What::Claim, run.now(&act)).label(&label).number(number))?;
    let held = run.course().holder(&label).held;
    answer::tell(&mut act, &event, actor.person, (number, held), "").await?;
    run.keep(&mut act, &event).await?;
    act.note(Entry::of(Deed::AfterClaim).on(id).about(actor.person).with(json!({ "number": number })));
    act.commit().await?;
    Ok(held)
}
