//! How the site does, in counts of what is stored, as admins are shown it. Days are those of UTC.

mod events;
mod seasons;

use std::collections::HashMap;

use chrono::{DateTime, Days, NaiveDate, TimeDelta, Utc};
use sea_orm::{ConnectionTrait, DbBackend, DbErr};
use serde::Deserialize;

use super::at_once;

pub use events::{Answers, AtEvents, EventDemand, at_events};
pub use seasons::{InOneSeason, in_seasons};

/// Of how many days emails and sign-ins are counted.
pub const DAYS: usize = 14;
/// Of how many weeks people are.
pub const WEEKS: usize = 12;

/// Counts of people, emails, and sign-ins.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// Active people.
    pub people: u64,
    /// Of these, who has never signed in here.
    pub never: u64,
    /// How many of the active people there were at the end of each of the latest weeks, the present one last.
    pub by_week: Vec<u64>,
    /// People's requests for events that are open.
    pub requests: u64,
    /// Emails of the latest 24 hours. What was only printed was not sent.
    pub sent: u64,
    pub failed: u64,
    /// In how many seconds half of the emails of the latest days were sent; `None`: none was.
    pub wait: Option<u64>,
    /// The latest days, today last.
    pub days: Vec<Day>,
    /// The latest emails that failed, the newest first.
    pub failures: Vec<Failure>,
}

/// What happened on one day.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Day {
    pub date: NaiveDate,
    pub sent: u64,
    /// Written on that day, and failed since.
    pub failed: u64,
    pub signed_in: u64,
    /// Wrong codes and links that were used before.
    pub refused: u64,
}

/// An email that failed.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct Failure {
    pub person: Option<String>,
    pub event: Option<String>,
    pub reason: Option<String>,
}

const SENT: &str = "o.status = 'sent' AND COALESCE(o.provider_id, '') <> 'console'";

/// Counts it all. One statement.
pub async fn counts(c: &impl ConnectionTrait, now: DateTime<Utc>) -> Result<Counts, DbErr> {
    let backend = c.get_database_backend();
    let first = (now - TimeDelta::days(14 - 1)).date_naive();
    let since = first.and_time(chrono::NaiveTime::MIN).and_utc();
    let sums = format!(
        "SELECT (SELECT COUNT(*) FROM users u WHERE u.status = 'active') AS people, \
         (SELECT COUNT(*) FROM users u WHERE u.status = 'active' AND NOT EXISTS \
           (SELECT 1 FROM audit_log a WHERE a.actor_id = u.id AND a.action = 'session.start')) AS never, \
         (SELECT COALESCE(SUM(e.people), 0) FROM events e WHERE e.status = 'open' AND e.deleted_at IS NULL \
           AND COALESCE(e.closes_at, e.starts_at) > $1) AS requests, \
         (SELECT COUNT(*) FROM outbox o WHERE {SENT} AND o.sent_at > $2) AS sent, \
         (SELECT COUNT(*) FROM outbox o WHERE o.status = 'failed' AND o.created_at > $2) AS failed"
    );
    let by_day = by_day(backend);
    let weeks = "SELECT u.created_at FROM users u WHERE u.status = 'active' AND u.created_at > $4";
    let wait = format!(
        "SELECT w.wait FROM (SELECT s.wait, ROW_NUMBER() OVER (ORDER BY s.wait) AS place, COUNT(*) OVER () AS many \
         FROM (SELECT {} AS wait FROM outbox o WHERE {SENT} AND o.sent_at >= $3) s) w WHERE w.place = (w.many + 1) / 2",
        waited(backend)
    );
    let failures = "SELECT u.name AS person, e.name AS event, o.reason FROM outbox o LEFT JOIN users u ON u.id = o.user_id \
         LEFT JOIN events e ON e.id = o.event_id WHERE o.status = 'failed' ORDER BY o.id DESC LIMIT 3";
    let asked = [
        ("people, never, requests, sent, failed", sums.as_str()),
        ("what, day, count", &by_day),
        ("created_at", weeks),
        ("wait", &wait),
        ("person, event, reason", failures),
    ];
    let weeks_ago = now - TimeDelta::weeks(12 - 1);
    let values = [now.into(), (now - TimeDelta::days(1)).into(), since.into(), weeks_ago.into()];
    let [sums, by_day, weeks, wait, failures] = at_once::lists(c, asked, values).await?;
    let sums: Vec<(u64, u64, u64, u64, u64)> = at_once::read(asked[0].0, &sums)?;
    let (people, never, requests, sent, failed) = sums.into_iter().next().unwrap_or_default();
    let joined: Vec<(DateTime<Utc>,)> = at_once::read("created_at", &weeks)?;
    let wait: Vec<(u64,)> = at_once::read("wait", &wait)?;
    Ok(Counts {
        people,
        never,
        by_week: weekly(people, &joined, now),
        requests,
        sent,
        failed,
        wait: wait.first().map(|(wait,)| *wait),
        days: days(first, at_once::read(asked[1].0, &by_day)?),
        failures: at_once::read(asked[4].0, &failures)?,
    })
}

/// What was counted on which day.
fn by_day(backend: DbBackend) -> String {
    let one = |what: &str, instant: &str, of: &str| {
        format!(
            "SELECT '{what}' AS what, {} AS day, COUNT(*) AS count FROM {of} GROUP BY 2",
            at_once::day(backend, instant)
        )
    };
    let log = |actions: &str| format!("audit_log a WHERE a.at >= $3 AND a.action IN ({actions})");
    [
        one("sent", "o.sent_at", &format!("outbox o WHERE {SENT} AND o.sent_at >= $3")),
        one("failed", "o.created_at", "outbox o WHERE o.status = 'failed' AND o.created_at >= $3"),
        one("signed in", "a.at", &log("'session.start'")),
        one("refused", "a.at", &log("'sign-in.wrong-code', 'sign-in.spent-link'")),
    ]
    .join(" UNION ALL ")
}

/// How many seconds a message was on its way.
const fn waited(backend: DbBackend) -> &'static str {
    match backend {
        DbBackend::Postgres => "CAST(GREATEST(EXTRACT(EPOCH FROM o.sent_at - o.created_at), 0) AS bigint)",
        _ => "CAST(MAX((julianday(o.sent_at) - julianday(o.created_at)) * 86400 + 0.5, 0) AS integer)",
    }
}

fn days(first: NaiveDate, counted: Vec<(String, NaiveDate, u64)>) -> Vec<Day> {
    let counted: HashMap<(String, NaiveDate), u64> =
        counted.into_iter().map(|(what, day, count)| ((what, day), count)).collect();
    let day = |date: NaiveDate| {
        let of = |what: &str| counted.get(&(what.to_owned(), date)).copied().unwrap_or(0);
        Day { date, sent: of("sent"), failed: of("failed"), signed_in: of("signed in"), refused: of("refused") }
    };
    (0..DAYS as u64).map(|place| day(first + Days::new(place))).collect()
}

/// How many there were at the end of each week: those of now, without whoever came later.
fn weekly(people: u64, joined: &[(DateTime<Utc>,)], now: DateTime<Utc>) -> Vec<u64> {
    let ends = (0..12).rev().map(|weeks| now - TimeDelta::weeks(weeks));
    ends.map(|end| people - joined.iter().filter(|(at,)| *at > end).count() as u64).collect()
}
