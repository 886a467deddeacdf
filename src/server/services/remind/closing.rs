use chrono::TimeDelta;

use super::{
    Span,
    decent::{FARTHEST, decent, not_at_night},
};
use crate::server::{
    db::reminders,
    mail::messages::{ClosingSoonMessage, InviteFacts},
    services::{Act, Done, mail::event_facts},
};

/// How long before requests close whoever has not answered is reminded.
const BEFORE: TimeDelta = TimeDelta::hours(48);

/// Reminds those who have not answered of requests that close soon.
pub(super) async fn remind(act: &mut Act<'_>, span: Span) -> Done {
    let closing = (span.since + BEFORE - FARTHEST, span.until + BEFORE + FARTHEST);
    for event in reminders::closing(&act.tx, closing).await? {
        let closes_at = event.schedule.requests_close_at();
        if closes_at <= act.now {
            continue;
        }
        let readers = reminders::unanswered(&act.tx, event.id).await?;
        let due: Vec<_> = readers
            .into_iter()
            .filter_map(|reader| {
                let zone = reader.zone.unwrap_or(event.schedule.zone);
                let at = decent(closes_at - BEFORE, zone, event.dates_since, closes_at)?;
                let leaves = not_at_night(act.now, zone);
                (span.has(at) && leaves < closes_at).then_some((reader.person, leaves))
            })
            .collect();
        if due.is_empty() {
            continue;
        }
        let event = event_facts(&act.tx, &event, act.now).await.map(|facts| (facts, event.tickets))?;
        let message = ClosingSoonMessage { facts: InviteFacts { event: event.0, tickets: event.1, closes_at } };
        for (person, leaves) in due {
            act.tell_at(person, &message, leaves);
        }
    }
    Ok(())
}
