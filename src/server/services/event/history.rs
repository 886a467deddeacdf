use std::collections::BTreeMap;

use chrono::TimeDelta;

use crate::{
    domain::ids::PoolId,
    server::{
        auth::Actor,
        db::{
            asked::{self, Asked},
            seasons::Season,
            summaries::{self, Summary},
        },
        services::{Done, spreadsheet},
        site::Site,
    },
    words,
};

/// How far back pages tell of events.
const MONTHS_24: TimeDelta = TimeDelta::days(731);

/// All events of the past 24 months and to come, latest first. One statement.
pub async fn history(site: &Site, actor: &Actor) -> Done<Vec<Summary>> {
    let now = site.now();
    Ok(summaries::list(site.db.read(), actor.person, now - MONTHS_24, now).await?)
}

/// The same as a file for spreadsheets, with as much as the page shows.
pub async fn history_csv(site: &Site, actor: &Actor) -> Done<Vec<u8>> {
    let header =
        ["Date", "Event", "Season", "Status", "Tickets", "People", "Requested", "Allocated", "I asked for", "I got"];
    let rows = history(site, actor).await?.into_iter().map(|event| {
        let demand = |count: u64| if event.shows_demand() { count.to_string() } else { String::new() };
        let (people, requested) = (demand(event.people), demand(event.requested));
        let allocated = if event.shows_allocated() { event.allocated.to_string() } else { String::new() };
        let got = event.got().map(|got| got.to_string()).unwrap_or_default();
        let asked = event.mine.map(|mine| words::wish(&mine.tiers)).unwrap_or_default();
        let date = event.schedule.starts_at.with_timezone(&event.schedule.zone.0).format("%Y-%m-%d").to_string();
        let status = words::status(event.status).to_owned();
        [
            date,
            event.name,
            words::season(event.season),
            status,
            event.tickets.to_string(),
            people,
            requested,
            allocated,
            asked,
            got,
        ]
    });
    spreadsheet::csv(header, rows)
}

/// How it went for someone in one pool.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct InPool {
    pub pool: String,
    /// What the pool remembers, the same as a draw takes.
    pub season: Season,
    /// Whether each event the pool remembers gave them a ticket, the oldest first.
    pub got: Vec<bool>,
}

/// How it went for the viewer so far, by pool; pools that remember nothing of them are left out. One statement.
pub async fn fairness(site: &Site, actor: &Actor) -> Done<Vec<InPool>> {
    Ok(by_pool(&asked::of_person(site.db.read(), actor.person, site.now()).await?))
}

/// Sums up what one person asked for, the oldest first, by pool: the pool they asked in last comes first.
pub(in crate::server::services) fn by_pool(asked: &[Asked]) -> Vec<InPool> {
    let mut pools: BTreeMap<PoolId, (usize, InPool)> = BTreeMap::new();
    for (place, asked) in asked.iter().enumerate() {
        let Some(past) = asked.past else { continue };
        let (latest, pool) = pools.entry(asked.pool).or_default();
        *latest = place;
        asked.pool_name.clone_into(&mut pool.pool);
        pool.season.asked += 1;
        pool.season.got += u64::from(past.kept > 0);
        pool.season.standing.add(&past);
        pool.got.push(past.kept > 0);
    }
    let mut pools: Vec<_> = pools.into_values().collect();
    pools.sort_by_key(|(latest, _)| std::cmp::Reverse(*latest));
    pools.into_iter().map(|(_, pool)| pool).collect()
}

/// Of what someone asked for: the events of the past 24 months and to come, the latest first.
pub(in crate::server::services) fn recent(site: &Site, mut asked: Vec<Asked>) -> Vec<Asked> {
    let since = site.now() - MONTHS_24;
    asked.retain(|asked| asked.schedule.starts_at >= since);
    asked.reverse();
    asked
}
