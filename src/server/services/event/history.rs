use std::collections::BTreeMap;

use chrono::TimeDelta;

use crate::{
    domain::ids::SeasonId,
    server::{
        auth::Actor,
        db::{
            asked::{self, Asked},
            standings::SoFar,
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

/// How it went for someone in one season.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct InSeason {
    pub name: String,
    /// What the season remembers, the same as a draw takes.
    pub so_far: SoFar,
    /// Whether each event the season remembers gave them a ticket, the oldest first.
    pub got: Vec<bool>,
}

/// How it went for the viewer so far, by season; seasons that remember nothing of them are left out. One statement.
pub async fn fairness(site: &Site, actor: &Actor) -> Done<Vec<InSeason>> {
    Ok(by_season(&asked::of_person(site.db.read(), actor.person, site.now()).await?))
}

/// Sums up what one person asked for, the oldest first, by season: the season they asked in last comes first.
pub(in crate::server::services) fn by_season(asked: &[Asked]) -> Vec<InSeason> {
    let mut seasons: BTreeMap<SeasonId, (usize, InSeason)> = BTreeMap::new();
    for (place, asked) in asked.iter().enumerate() {
        let Some(past) = asked.past else { continue };
        let (latest, season) = seasons.entry(asked.season).or_default();
        *latest = place;
        asked.season_name.clone_into(&mut season.name);
        season.so_far.asked += 1;
        season.so_far.got += u64::from(past.kept > 0);
        season.so_far.standing.add(&past);
        season.got.push(past.kept > 0);
    }
    let mut seasons: Vec<_> = seasons.into_values().collect();
    seasons.sort_by_key(|(latest, _)| std::cmp::Reverse(*latest));
    seasons.into_iter().map(|(_, season)| season).collect()
}

/// Of what someone asked for: the events of the past 24 months and to come, the latest first.
pub(in crate::server::services) fn recent(site: &Site, mut asked: Vec<Asked>) -> Vec<Asked> {
    let since = site.now() - MONTHS_24;
    asked.retain(|asked| asked.schedule.starts_at >= since);
    asked.reverse();
    asked
}
