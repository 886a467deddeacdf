use allocation::after::{Fields, What};

use super::{Run, due::tell_over, not_handed_on};
use crate::server::{
    db::{after, held::Held},
    mail::messages::{NotHandedOnWhy, OverWhy},
    services::{Act, Done},
};

/// Ends what is under way, because the result no longer stands: `reason` is `reopened` or `canceled`. What is being given back is
/// given back; what is offered is void, what waits to be handed on is not, and those are told (of a canceled event all are told anyway).
pub async fn over(act: &mut Act<'_>, event: &Held, reason: &str) -> Done {
    let why = (reason == "reopened").then_some(NotHandedOnWhy::Reopened);
    not_handed_on::end_all(act, event, why).await?;
    let returning = after::returning(&act.tx, event.id).await?;
    if event.after.sequence == 0 && returning.is_empty() {
        return Ok(after::stand_still(&act.tx, event).await?);
    }
    let mut run = Run::read(act, event).await?;
    if !run.course().is_running() && (returning.is_empty() || event.schedule.starts_at <= act.now) {
        return Ok(after::stand_still(&act.tx, event).await?);
    }
    if !run.course().is_running() {
        run = Run::of(act, event).await?;
    }
    // What is offered from here on is void before anyone hears of it.
    let known = run.open();
    for one in &returning {
        super::give_back::settle(act, event, &mut run, one).await?;
        run.settle(act, event)?;
    }
    let open: Vec<_> =
        known.into_iter().filter(|(label, offer)| run.course().holder(label).offer == Some(*offer)).collect();
    run.add(event, Fields::new(What::End, run.now(act)).reason(reason))?;
    if reason == "reopened" {
        for (label, offer) in open {
            if let Some(person) = run.person(&label) {
                tell_over(act, event, person, (offer.number, offer.since), (OverWhy::Reopened, "")).await?;
            }
        }
    }
    run.keep(act, event).await?;
    // From here on what people were told is what counts: the next result may give them anything.
    if reason == "reopened" {
        after::forget_holdings(&act.tx, event).await?;
    }
    Ok(())
}
