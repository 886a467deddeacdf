use chrono::{DateTime, Days, TimeDelta, Utc};

use super::{
    Span,
    decent::{morning, not_at_night},
};
use crate::{
    domain::{message::Kind, schedule::Zone},
    server::{
        db::{
            happened::{self, Counted},
            outbox,
            reminders::{self, Reader},
        },
        mail::messages::{DigestFacts, DigestMessage, Happened},
        services::{Act, Done},
    },
};

/// What a summary tells if it is the first one, or the last is longer ago than a week: a day, and a little before it, since the clock
/// is not looked at to the second. What was in that little was told, if there was any.
const DAY: TimeDelta = TimeDelta::hours(25);
const WEEK: TimeDelta = TimeDelta::days(7);

/// Tells those who run events at 8 in the morning, where they are, what happened on them since they were told last. Where nothing
/// did, nobody is told anything.
pub(super) async fn tell(act: &mut Act<'_>, span: Span) -> Done {
    // No morning anywhere lies in the span, as a rule: then nobody's events are looked at.
    for reader in reminders::organizers(&act.tx).await? {
        let zone = reader.zone.unwrap_or(act.site.settings.time_zone);
        let today = act.now.with_timezone(&zone.0).date_naive();
        let days = [today.checked_sub_days(Days::new(1)), Some(today)];
        let due = days.into_iter().flatten().rfind(|&day| morning(day, zone).is_some_and(|at| span.has(at)));
        let Some(day) = due else { continue };
        let events = news(act, &reader, zone).await?;
        if !events.is_empty() {
            let message = DigestMessage { day, facts: DigestFacts { events } };
            act.tell_at(reader.person, &message, not_at_night(act.now, zone));
        }
    }
    Ok(())
}

/// What happened on someone's events since they were told last.
async fn news(act: &Act<'_>, reader: &Reader, zone: Zone) -> Done<Vec<Happened>> {
    let last = outbox::latest(&act.tx, reader.person, Kind::Digest).await?;
    let since = last.filter(|&last| act.now - last < WEEK).unwrap_or(act.now - DAY);
    let counted = happened::on_events_of(&act.tx, reader.person, since).await?;
    Ok(counted.into_iter().filter_map(|event| what_happened(event, act.now, zone)).collect())
}

/// What happened on an event; `None`: nothing.
fn what_happened(event: Counted, now: DateTime<Utc>, zone: Zone) -> Option<Happened> {
    let day = |at: DateTime<Utc>| at.with_timezone(&zone.0).date_naive();
    let closes = event.closes().filter(|&(at, _)| at > now && day(at) == day(now));
    let [new, changed, withdrawn, failed] = event.counts();
    let [returned, offered, taken, tabled] = event.tickets();
    let handings = event.handings();
    let counts = [new, changed, withdrawn, failed, returned, offered, taken, tabled, handings];
    let something = closes.is_some() || counts.iter().any(|&count| count > 0);
    let (event, name) = (event.id, event.name);
    something.then_some(Happened {
        event,
        name,
        new,
        changed,
        withdrawn,
        failed,
        returned,
        offered,
        taken,
        tabled,
        handings,
        closes,
    })
}
