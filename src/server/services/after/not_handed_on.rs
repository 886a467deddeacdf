use super::Run;
use crate::server::{
    db::{
        after::{self, HandRequest},
        held::Held,
    },
    mail::messages::{NotHandedOnFacts, NotHandedOnMessage, NotHandedOnWhy},
    services::{Act, Done, mail::event_facts},
};

/// Ends everything that people ask to hand on, and tells them why; of a canceled event they are told anyway.
pub(super) async fn end_all(act: &mut Act<'_>, event: &Held, why: Option<NotHandedOnWhy>) -> Done {
    for waits in after::hand_requests(&act.tx, event.id).await? {
        end(act, event, &waits, why.clone()).await?;
    }
    Ok(())
}

/// Ends what can no longer be handed on: the event has begun, or one of the two cannot sign in any more.
pub(super) async fn end_due(act: &mut Act<'_>, event: &Held) -> Done {
    for waits in after::hand_requests(&act.tx, event.id).await? {
        let why = match waits.active {
            _ if event.schedule.starts_at <= act.now => NotHandedOnWhy::Began,
            false => NotHandedOnWhy::Gone,
            true => continue,
        };
        end(act, event, &waits, Some(why)).await?;
    }
    Ok(())
}

impl Run {
    /// Ends what someone asks to hand on who no longer has so many.
    pub(super) async fn end_hand_requests(&self, act: &mut Act<'_>, event: &Held) -> Done {
        if !self.course().is_running() {
            return Ok(());
        }
        for waits in after::hand_requests(&act.tx, event.id).await? {
            let label = self.people.iter().find(|(_, known)| known.id == waits.person).map(|(label, _)| label);
            let holder = label.map(|label| self.course().holder(label)).unwrap_or_default();
            if holder.held.saturating_sub(holder.late) < waits.number {
                end(act, event, &waits, Some(NotHandedOnWhy::Fewer)).await?;
            }
        }
        Ok(())
    }
}

async fn end(act: &mut Act<'_>, event: &Held, waits: &HandRequest, why: Option<NotHandedOnWhy>) -> Done {
    after::take_hand_request(&act.tx, event, waits.person).await?;
    match why {
        Some(why) => tell_not(act, event, waits, why).await,
        None => Ok(()),
    }
}

/// Tells someone that what they asked to hand on stays theirs.
pub(super) async fn tell_not(act: &mut Act<'_>, event: &Held, waits: &HandRequest, why: NotHandedOnWhy) -> Done {
    let of = event_facts(&act.tx, event, act.now).await?;
    let facts = NotHandedOnFacts { event: of, number: waits.number, to: waits.to_name.clone(), why };
    act.tell(waits.person, &NotHandedOnMessage { request: waits.id, facts });
    Ok(())
}
