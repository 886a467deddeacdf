use allocation::after::{Fields, What};

use super::Run;
use crate::{
    domain::{event::EventStatus, ids::PersonId},
    error::Obstacle,
    server::{
        db::{held::Held, people},
        mail::messages::{HandedOnFacts, HandedOnMessage},
        services::{Act, Done, mail::event_facts},
    },
};

/// Lets only a final event past that has not begun.
pub(super) fn must_be_possible(act: &Act<'_>, event: &Held) -> Done {
    event.must_be(EventStatus::Finalized, act.now)?;
    if event.schedule.starts_at <= act.now {
        return Err(Obstacle::EventBegan.into());
    }
    Ok(())
}

/// Whether someone who has, or is offered, so many can have `more`.
pub(super) fn has_room(event: &Held, with_offer: u32, more: u32) -> bool {
    with_offer.saturating_add(more) <= event.limit
}

/// Tickets change hands, and both are told. What is offered to the one who gets them stays offered.
///
/// # Errors
/// Fewer than that are theirs; more than one person may have.
pub(super) async fn pass(
    act: &mut Act<'_>,
    event: &Held,
    (giver, receiver): (PersonId, PersonId),
    (number, line): (u32, &str),
) -> Done {
    let mut run = Run::of(act, event).await?;
    run.catch_up(act, event, None).await?;
    let (from, to) = (run.label(act, giver).await?, run.label(act, receiver).await?);
    let (mine, theirs) = (run.course().holder(&from), run.course().holder(&to));
    if mine.held.saturating_sub(mine.late) < number {
        return Err(Obstacle::NotSoMany.into());
    }
    if !has_room(event, theirs.with_offer(), number) {
        return Err(Obstacle::NoRoom.into());
    }
    run.add(event, Fields::new(What::Hand, run.now(act)).label(&from).to(&to).number(number))?;
    tell(act, event, (&run, [(giver, mine.held - number), (receiver, theirs.held + number)]), (number, line)).await?;
    run.settle(act, event)?;
    run.keep(act, event).await
}

/// Tells who gave and who got tickets, with how many each has now.
async fn tell(
    act: &mut Act<'_>,
    event: &Held,
    (run, [(giver, left), (receiver, held)]): (&Run, [(PersonId, u32); 2]),
    (number, line): (u32, &str),
) -> Done {
    let name = async |person| Done::Ok(people::find(&act.tx, person).await?.map_or_else(String::new, |one| one.name));
    let (from, to) = (name(giver).await?, name(receiver).await?);
    let of = event_facts(&act.tx, event, act.now).await?;
    let facts = |got: bool, other: String, held: u32| HandedOnFacts {
        event: of.clone(),
        got,
        other,
        number,
        held,
        counts: event.season().is_some(),
        words: if got { line.to_owned() } else { String::new() },
        line: if got { event.winners_line.clone() } else { String::new() },
    };
    let entry = (run.draw, run.ledger.entries().len());
    let (gave, got) = (facts(false, to, left), facts(true, from, held));
    act.tell(giver, &HandedOnMessage { entry, facts: gave });
    act.tell(receiver, &HandedOnMessage { entry, facts: got });
    Ok(())
}
