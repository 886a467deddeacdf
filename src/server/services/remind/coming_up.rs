use std::cmp;

use chrono::TimeDelta;

use super::{
    Span,
    decent::{FARTHEST, decent, not_at_night},
};
use crate::server::{
    db::reminders,
    mail::messages::{ComingUpFacts, ComingUpMessage},
    services::{Act, Done, mail::event_facts},
};

/// How long before an event begins whoever holds tickets is reminded.
const BEFORE: TimeDelta = TimeDelta::hours(24);

/// Reminds those who hold tickets of events that begin soon. Who was told of their tickets later than that needs no reminder.
pub(super) async fn remind(act: &mut Act<'_>, span: Span) -> Done {
    let beginning = (span.since + BEFORE - FARTHEST, span.until + BEFORE + FARTHEST);
    for event in reminders::beginning(&act.tx, beginning).await? {
        let starts_at = event.schedule.starts_at;
        if starts_at <= act.now {
            continue;
        }
        let holders = reminders::holders(&act.tx, event.id).await?;
        let due: Vec<_> = holders
            .into_iter()
            .filter_map(|holder| {
                let (given, told_at) = holder.told?;
                let zone = holder.zone.unwrap_or(event.schedule.zone);
                let at = decent(starts_at - BEFORE, zone, cmp::max(event.dates_since, told_at), starts_at)?;
                let leaves = not_at_night(act.now, zone);
                (span.has(at) && leaves < starts_at).then_some((holder.person, given, leaves))
            })
            .collect();
        if due.is_empty() {
            continue;
        }
        let facts = event_facts(&act.tx, &event, act.now).await?;
        for (person, given, leaves) in due {
            let facts = ComingUpFacts { event: facts.clone(), starts_at, given, line: event.winners_line.clone() };
            act.tell_at(person, &ComingUpMessage { facts }, leaves);
        }
    }
    Ok(())
}
