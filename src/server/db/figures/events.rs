use std::collections::BTreeMap;

use chrono::{DateTime, NaiveDate, Utc};
use sea_orm::{ConnectionTrait, DbErr};
use serde::Deserialize;

use crate::{domain::ids::EventId, server::db::at_once};

/// How many events are shown: so many open ones, and so many closed ones.
const SHOWN: u32 = 12;
/// For how many open events it is shown how answers came in.
const ANSWERS: u32 = 6;

/// What is asked for at open events and at the latest others.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct AtEvents {
    /// Open ones, those that close first at the front.
    pub open: Vec<EventDemand>,
    /// The latest others, the newest first.
    pub closed: Vec<EventDemand>,
    /// How answers came in at the first of the open ones, in their order.
    pub answers: Vec<Answers>,
}

/// What is asked for at an event.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct EventDemand {
    pub event: EventId,
    pub name: String,
    pub tickets: u64,
    /// Tickets if everyone got their first choice.
    pub requested: u64,
    pub people: u64,
    pub created_at: DateTime<Utc>,
    pub closes_at: DateTime<Utc>,
}

/// How answers to an event came in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answers {
    pub event: EventId,
    /// How many people ask who asked first on that day (UTC).
    pub by_day: BTreeMap<NaiveDate, u64>,
}

/// Open events and the latest others, those in the trash and canceled ones aside. One statement.
pub async fn at_events(c: &impl ConnectionTrait, now: DateTime<Utc>) -> Result<AtEvents, DbErr> {
    let until = "COALESCE(e.closes_at, e.starts_at)";
    let of = |condition: &str, order: &str| {
        format!(
            "SELECT e.id AS event, e.name, e.tickets, e.requested, e.people, e.created_at, {until} AS closes_at \
             FROM events e WHERE e.deleted_at IS NULL AND {condition} ORDER BY {until} {order}, e.id LIMIT {SHOWN}"
        )
    };
    let is_open = format!("e.status = 'open' AND {until} > $1");
    let open = of(&is_open, "");
    let closed = of(&format!("(e.status IN ('closed', 'finalized') OR e.status = 'open' AND {until} <= $1)"), "DESC");
    let answers = format!(
        "SELECT r.event_id AS event, {} AS day, COUNT(*) AS count FROM requests r WHERE r.withdrawn_at IS NULL \
         AND r.event_id IN (SELECT o.id FROM (SELECT e.id FROM events e WHERE e.deleted_at IS NULL AND {is_open} \
           ORDER BY {until}, e.id LIMIT {ANSWERS}) o) GROUP BY 1, 2",
        at_once::day(c.get_database_backend(), "r.created_at")
    );
    let columns = "event, name, tickets, requested, people, created_at, closes_at";
    let asked = [(columns, open.as_str()), (columns, closed.as_str()), ("event, day, count", answers.as_str())];
    let [open, closed, answers] = at_once::lists(c, asked, [now.into()]).await?;
    let open: Vec<EventDemand> = at_once::read(columns, &open)?;
    let counted: Vec<(EventId, NaiveDate, u64)> = at_once::read("event, day, count", &answers)?;
    let answers = open.iter().take(ANSWERS as usize).map(|demand| {
        let own = counted.iter().filter(|(event, ..)| *event == demand.event);
        Answers { event: demand.event, by_day: own.map(|(_, day, count)| (*day, *count)).collect() }
    });
    Ok(AtEvents { answers: answers.collect(), closed: at_once::read(columns, &closed)?, open })
}
