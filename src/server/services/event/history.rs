use catalog::history as say;
use chrono::TimeDelta;

use crate::{
    server::{
        auth::Actor,
        db::{
            standings::{self, InSeason},
            summaries::{self, Summary},
        },
        services::{
            Done,
            spreadsheet::{Cell, Table},
        },
        site::Site,
    },
    words,
};

/// How far back pages tell of events.
pub(in crate::server::services) const MONTHS_24: TimeDelta = TimeDelta::days(731);

/// How many events one page of the history lists.
const PAGE: u64 = 100;

/// A page of the history.
#[derive(Debug)]
pub struct History {
    pub events: Vec<Summary>,
    /// Which page this is, from 1.
    pub page: u64,
    pub pages: u64,
}

/// A page of the events of the past 24 months and to come, latest first; one behind the last is the last. Two statements.
pub async fn history(site: &Site, actor: &Actor, page: u64) -> Done<History> {
    let (c, now) = (site.db.read(), site.now());
    let since = now - MONTHS_24;
    let pages = summaries::count(c, since).await?.div_ceil(PAGE).max(1);
    let page = page.clamp(1, pages);
    let events = summaries::list(c, actor.person, (since, now), ((page - 1) * PAGE, PAGE)).await?;
    Ok(History { events, page, pages })
}

/// All of it as a table for spreadsheets, with as much as the pages show.
pub async fn history_table(site: &Site, actor: &Actor) -> Done<Table> {
    let header = [
        say::date(),
        say::event(),
        say::season(),
        say::status(),
        say::tickets(),
        say::people(),
        say::requested(),
        say::assigned(),
        say::your_request(),
        say::your_result(),
    ];
    let now = site.now();
    let all = summaries::list(site.db.read(), actor.person, (now - MONTHS_24, now), (0, u64::MAX)).await?;
    let rows = all.into_iter().map(|event| {
        let demand = |count: u64| event.shows_demand().then_some(count);
        let (people, requested) = (demand(event.people), demand(event.requested));
        let allocated = event.shows_allocated().then_some(event.allocated);
        let got = event.got();
        let asked = event.mine.map(|mine| words::wish_of(&mine.tiers, mine.asked)).unwrap_or_default();
        let date = event.schedule.starts_at.with_timezone(&event.schedule.zone.0).date_naive();
        [
            Cell::Day(date),
            event.name.into(),
            words::season(event.season).into(),
            words::status(event.status).into(),
            event.tickets.into(),
            people.into(),
            requested.into(),
            allocated.into(),
            asked.into(),
            got.into(),
        ]
    });
    Ok(Table::new(header, rows))
}

/// How it went for the viewer so far, by season; seasons that remember nothing of them are left out. One statement.
pub async fn fairness(site: &Site, actor: &Actor) -> Done<Vec<InSeason>> {
    Ok(standings::of_person(site.db.read(), actor.person).await?)
}
