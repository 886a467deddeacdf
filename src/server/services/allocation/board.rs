use std::collections::HashMap;

use allocation::Totals;

use super::sheet::sheet;
use crate::{
    domain::event::EventStatus,
    server::{
        auth::Actor,
        db::{
            events::Event,
            requests::{self, PastResults, Request},
        },
        services::{Done, event},
        site::Site,
    },
};

/// How often somebody got tickets in the pool: "got tickets 3 of 7 times".
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Record {
    pub asked: u64,
    pub got: u64,
}

/// One line of the board.
#[derive(Debug)]
pub struct Row {
    pub request: Request,
    /// In finalized events of the same pool before.
    pub record: Record,
}

/// The organizer's desk.
#[derive(Debug)]
pub struct Board {
    pub event: Event,
    pub status: EventStatus,
    pub rows: Vec<Row>,
    pub totals: Totals,
}

/// Every request of an event with its person's record. Four statements.
pub async fn board(site: &Site, actor: &Actor, number: i32) -> Done<Board> {
    let event = event::find_to_edit(site, actor, number).await?;
    let c = site.db.read();
    let requests = requests::of_event(c, number).await?;
    let past = requests::past_results(c, event.pool, number).await?;
    let totals = sheet(event.tickets, &requests).totals();
    let records: HashMap<i32, Record> = past.iter().map(|past: &PastResults| (past.person, past.into())).collect();
    let row = |request: Request| Row { record: records.get(&request.person).copied().unwrap_or_default(), request };
    let rows = requests.into_iter().map(row).collect();
    Ok(Board { status: event.status_at(site.now()), event, rows, totals })
}

impl From<&PastResults> for Record {
    fn from(past: &PastResults) -> Self {
        let count = |value: i64| u64::try_from(value).unwrap_or(0);
        Self { asked: count(past.asked), got: count(past.got) }
    }
}
