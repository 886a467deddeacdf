use chrono::{DateTime, TimeDelta, Utc};

use super::Finding;
use crate::{
    server::{
        backups::{Backups, LATE},
        clock::{Clock, SystemClock},
        config::{DatabaseAt, Settings},
        db::{Db, DbErr, audit, counters, messages, people, why_not_kept},
        only_one,
    },
    words,
};

const DATABASE: &str = "database";
const CLOCK: &str = "clock";
const QUEUE: &str = "queue";

/// The database and what stands in it. A schema that a start would change is left as it is.
pub(super) async fn look(settings: &Settings) -> Vec<Finding> {
    if let DatabaseAt::Sqlite(file) = &settings.database
        && let Some(trouble) = why_not_kept(file)
    {
        return vec![Finding::fault(DATABASE, trouble)];
    }
    if let DatabaseAt::Sqlite(file) = &settings.database
        && !file.exists()
    {
        if only_one::runs_on(file) {
            let said = format!(
                "{} was moved or removed while the site runs: what is saved now is lost when the site stops; move that very \
                 file back, or stop the site and restore the latest copy",
                file.display()
            );
            return vec![Finding::fault(DATABASE, said)];
        }
        let said = format!("{} is not there yet; the first start makes it", file.display());
        return vec![Finding::note(DATABASE, said)];
    }
    match Db::pending_migrations(&settings.database).await {
        Ok(pending) if pending.is_empty() => {}
        Ok(pending) => {
            let changes = words::counted(pending.len() as u64, "change", "changes");
            return vec![Finding::note(DATABASE, format!("the schema lacks {changes}; the next start makes them"))];
        }
        Err(error) => return vec![Finding::fault(DATABASE, error.to_string())],
    }
    let db = match Db::open(&settings.database).await {
        Ok(db) => db,
        Err(error) => return vec![Finding::fault(DATABASE, error.to_string())],
    };
    let now = SystemClock.now();
    let found = inside(&db, now).await;
    if let Err(error) = db.close().await {
        tracing::warn!(%error, "the database did not close");
    }
    let mut findings =
        found.unwrap_or_else(|error| vec![Finding::fault(DATABASE, format!("does not answer: {error}"))]);
    findings.extend(backups(settings, now));
    findings
}

/// The daily copies, where some are made.
fn backups(settings: &Settings, now: DateTime<Utc>) -> Option<Finding> {
    const BACKUPS: &str = "backups";
    Some(match Backups::of(settings)?.latest() {
        Err(error) => Finding::fault(BACKUPS, format!("BACKUP_DIR cannot be read: {error}")),
        Ok(None) => Finding::note(BACKUPS, "there is none yet; the running site makes one every day"),
        Ok(Some(last)) if now - last > LATE => {
            let days = words::counted((now - last).num_days().unsigned_abs(), "day", "days");
            Finding::fault(BACKUPS, format!("the latest is older than {days}: does the site run, and is there room?"))
        }
        Ok(Some(last)) => Finding::ok(BACKUPS, format!("the latest is from {}", last.format("%Y-%m-%d %H:%M UTC"))),
    })
}

async fn inside(db: &Db, now: DateTime<Utc>) -> Result<Vec<Finding>, DbErr> {
    let people = words::people(people::count(db.read()).await?);
    let mut findings = vec![Finding::ok(DATABASE, format!("answers, the schema is up to date, {people}"))];
    if people::count_active_admins(db.read()).await? == 0 {
        findings.push(Finding::fault("admins", "there is no active admin: ticket-pool init makes one"));
    }
    findings.push(clock(db, now).await?);
    findings.push(queue(db, now).await?);
    let counted = counters::of_last_week(db.read(), now).await?;
    let blocked = counted.iter().filter_map(|(name, count)| Some(format!("{} {count}", name.strip_prefix("csp ")?)));
    let blocked = blocked.collect::<Vec<_>>().join(", ");
    if !blocked.is_empty() {
        let said = format!(
            "browsers reported what the content security policy blocked in 7 days ({blocked}): a proxy or a browser \
             add-on may put something into pages"
        );
        findings.push(Finding::note("browsers", said));
    }
    Ok(findings)
}

/// Links, codes and closing times depend on the clock. PostgreSQL has one to compare with; the audit log of either cannot
/// have been written later than now.
async fn clock(db: &Db, now: DateTime<Utc>) -> Result<Finding, DbErr> {
    let tolerance = TimeDelta::seconds(30);
    if let Some(other) = db.clock().await?
        && (now - other).abs() > tolerance
    {
        let apart = (now - other).num_seconds();
        return Ok(Finding::fault(CLOCK, format!("{apart} s apart from the database's; set both by NTP")));
    }
    Ok(match audit::latest(db.read()).await? {
        Some(latest) if latest > now + tolerance => {
            Finding::fault(CLOCK, format!("something was noted at {latest}, which is still to come; set it by NTP"))
        }
        _ => Finding::ok(CLOCK, format!("{}", now.format("%Y-%m-%d %H:%M:%S UTC"))),
    })
}

async fn queue(db: &Db, now: DateTime<Utc>) -> Result<Finding, DbErr> {
    let failed = messages::count_failed(db.read()).await?;
    if failed > 0 {
        let said = format!("{} failed; the page Mail says why and sends them again", words::emails(failed));
        return Ok(Finding::note(QUEUE, said));
    }
    Ok(match messages::oldest_waiting(db.read(), now).await? {
        Some(oldest) if now - oldest > TimeDelta::minutes(5) => {
            let minutes = words::counted((now - oldest).num_minutes().unsigned_abs(), "minute", "minutes");
            Finding::fault(QUEUE, format!("a mail has been waiting for {minutes}: is the site running?"))
        }
        _ => Finding::ok(QUEUE, "no mail has failed, none waits for long"),
    })
}
