//! What on the site needs an admin at once, and that they are told of it: by email, on every page of theirs, and to programs that
//! ask whether the site is well.

use chrono::TimeDelta;
use serde_json::json;

use super::{Done, backup, look};
use crate::{
    domain::{
        alarm::{Alarm, Cause},
        deed::Deed,
    },
    server::{
        auth::{Action, Actor},
        config::DatabaseAt,
        db::{
            alarms::{self, Signs},
            audit::Entry,
        },
        mail::messages::{AlarmFacts, AlarmMessage},
        services::Act,
        site::Site,
        space,
    },
};

/// How long an email that is due may wait.
const WAITING: TimeDelta = TimeDelta::minutes(15);
/// So many failures within an hour are no accident.
const FAILURES: u64 = 3;
/// Less of a disk than this is left too little.
const LEFT: u64 = 10;

/// Looks what is wrong, remembers it, and has admins told: once per cause and day, and when it is over.
pub async fn watch(site: &Site) -> Done {
    let wrong = wrong(site, &alarms::signs(site.db.read(), site.now()).await?);
    site.observed.alarms.send_if_modified(|known| {
        let other = *known != wrong;
        known.clone_from(&wrong);
        other
    });
    let raised = alarms::raised(site.db.read()).await?;
    let over = raised.iter().filter(|cause| wrong.iter().all(|alarm| alarm.cause != **cause));
    let over: Vec<Cause> = over.copied().collect();
    if wrong.is_empty() && over.is_empty() {
        return Ok(());
    }
    let mut act = Act::unattended(site).await?;
    let mut news = Vec::new();
    for alarm in wrong {
        if alarms::raise(&act.tx, alarm.cause, act.now).await? {
            tracing::error!(cause = alarm.cause.as_str(), number = alarm.number, "the site needs an admin");
            news.push(AlarmFacts { cause: alarm.cause.as_str().into(), number: alarm.number, over: false });
        }
    }
    for cause in over {
        if alarms::end(&act.tx, cause).await? {
            tracing::info!(cause = cause.as_str(), "that is over");
            news.push(AlarmFacts { cause: cause.as_str().into(), number: 0, over: true });
        }
    }
    let admins = if news.is_empty() { Vec::new() } else { alarms::told(&act.tx).await? };
    let on = act.now.date_naive();
    for facts in news {
        let message = AlarmMessage { facts, on };
        for &admin in &admins {
            act.tell(admin, &message);
        }
    }
    act.commit().await
}

/// Whether an admin is told by email. One statement.
pub async fn is_told(site: &Site, actor: &Actor) -> Done<bool> {
    look::must(site, actor, Action::ReadSettings)?;
    Ok(alarms::told(site.db.read()).await?.contains(&actor.person))
}

/// Has an admin told by email, or not any more.
///
/// # Errors
/// Someone who is no admin.
pub async fn set_told(site: &Site, actor: &Actor, is_told: bool) -> Done {
    let mut act = Act::by(site, actor).await?;
    act.may(Action::ReadSettings)?;
    alarms::set_told(&act.tx, actor.person, is_told).await?;
    act.note(Entry::of(Deed::MailAlarms).about(actor.person).with(json!({ "on": is_told })));
    act.commit().await
}

/// What is wrong, the most pressing first.
fn wrong(site: &Site, signs: &Signs) -> Vec<Alarm> {
    let now = site.now();
    let positive = |time: i64| u64::try_from(time).unwrap_or(0);
    let waiting = signs.oldest_waiting.map(|oldest| now - oldest).filter(|waiting| *waiting > WAITING);
    let backup = backup::state(site).filter(|backup| backup.is_late);
    let backup = backup.map(|backup| backup.last.map_or(0, |last| positive((now - last).num_hours())));
    let left = match &site.settings.database {
        DatabaseAt::Sqlite(file) => space::percent_left(file),
        DatabaseAt::Postgres(_) => None,
    };
    let found = [
        (Cause::Queue, waiting.map(|waiting| positive(waiting.num_minutes()))),
        (Cause::Failures, Some(signs.failed).filter(|failed| *failed >= FAILURES)),
        (Cause::Backup, backup),
        (Cause::Disk, left.filter(|left| *left < LEFT)),
        (Cause::Admins, Some(signs.unreachable_admins).filter(|admins| *admins > 0)),
    ];
    found.into_iter().filter_map(|(cause, number)| number.map(|number| Alarm { cause, number })).collect()
}
