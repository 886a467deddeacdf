use std::collections::HashMap;

use crate::{
    domain::ids::{EventId, PersonId, SeasonId},
    error::Refusal,
    server::{
        auth::{Action, Actor, Standing, permit},
        db::{
            course::Course,
            season_events::{self, SeasonEvent},
            season_people::{self, SeasonPerson, Told},
            seasons::Season,
            seen_season::{self, SeenSeason},
        },
        services::{Done, look},
        site::Site,
    },
};

/// How many people one page lists by name.
pub const PAGE: usize = 40;
/// How many events are shown person by person.
pub const EVENTS: usize = 12;
/// Of fewer people nothing is shown to whoever may not see who they are: it would be plain who is who.
const FEW: usize = 5;

/// A season as someone may see it.
#[derive(Debug)]
pub struct Overview {
    pub season: Season,
    /// In the order in which their requests close.
    pub events: Vec<SeasonEvent>,
    /// Without people and kinds of requests where they would be too few to be nobody in particular.
    pub course: Course,
    /// How many people asked in it.
    pub count: usize,
    /// Everyone's balance in thousandths of a ticket, furthest behind first; none where that would tell who is who.
    pub balances: Vec<i64>,
    /// How many asked [`OFTEN`] times or more and got nothing; `None`: as above.
    pub without: Option<usize>,
    /// The viewer's own, if they asked.
    pub own: Option<SeasonPerson>,
    /// Everyone by name, for whoever may see that.
    pub everyone: Option<Everyone>,
    /// The latest events that count, oldest first: those of which `told` tells.
    pub latest: Vec<EventId>,
    /// What these gave the viewer and those who are listed.
    pub told: HashMap<(PersonId, EventId), Told>,
}

/// Who has asked so often and got nothing is counted.
pub const OFTEN: u64 = 3;

/// Everyone in a season, for whoever may see that.
#[derive(Debug)]
pub struct Everyone {
    /// Furthest behind first.
    pub people: Vec<SeasonPerson>,
    /// Which page of them is listed, from 1.
    pub page: usize,
    pub pages: usize,
    /// Whether the viewer keeps the season.
    pub keeps: bool,
    /// Whether the viewer may read addresses.
    pub lists: bool,
    /// Whether the viewer may open a person's page.
    pub manages: bool,
}

impl Everyone {
    /// Those of the page.
    pub fn listed(&self) -> &[SeasonPerson] {
        self.people.chunks(PAGE).nth(self.page - 1).unwrap_or_default()
    }
}

/// A season: everyone by name for who keeps it or runs an event in it; for others how it stands, without names. Four
/// statements.
///
/// # Errors
/// A season that is not there.
pub async fn overview(site: &Site, actor: &Actor, id: SeasonId, page: u64) -> Done<Overview> {
    let c = site.db.read();
    let seen = seen_season::find(c, id, actor.person).await?.ok_or(Refusal::NotFound)?;
    let (whole, keeps) = (sees_everyone(site, actor, &seen), keeps(site, actor, &seen));
    let SeenSeason { season, mut course, .. } = seen;
    let events = season_events::list(c, id, site.now()).await?;
    let people = season_people::list(c, id).await?;
    let own = people.iter().find(|person| person.id == actor.person).cloned();
    let count = people.len();
    let shown = whole || count >= FEW;
    let latest = latest(&course, &events);
    if !whole {
        course.spread.retain(|(_, spread)| spread.people as usize >= FEW);
        course.kinds.retain(|_| shown);
    }
    let balances = people.iter().filter(|_| shown).map(|person| person.so_far.standing.balance.get()).collect();
    let without = shown.then(|| people.iter().filter(|person| went_without(person)).count());
    let everyone = whole.then(|| {
        let pages = people.len().div_ceil(PAGE).max(1);
        let page = usize::try_from(page).unwrap_or(pages).clamp(1, pages);
        let may = |action| look::may(site, actor, action);
        Everyone { people, page, pages, keeps, lists: may(Action::ListPeople), manages: may(Action::ManagePeople) }
    });
    let listed = everyone.iter().flat_map(Everyone::listed).chain(&own).map(|person| person.id);
    let told = season_people::told(c, &latest, &listed.collect::<Vec<_>>()).await?;
    Ok(Overview { season, events, course, count, balances, without, own, everyone, latest, told })
}

/// Whether someone sees where everyone stands by name: who keeps the season, and who runs an event in it.
pub(super) fn sees_everyone(site: &Site, actor: &Actor, seen: &SeenSeason) -> bool {
    let of_event = if seen.runs { Standing::CoOrganizer } else { Standing::None };
    keeps(site, actor, seen) || permit(actor, Action::RunEvent, of_event, site.settings.everyone_creates())
}

fn keeps(site: &Site, actor: &Actor, seen: &SeenSeason) -> bool {
    let of_season = if seen.is_steward { Standing::Steward } else { Standing::None };
    permit(actor, Action::KeepSeason, of_season, site.settings.everyone_creates())
}

fn went_without(person: &SeasonPerson) -> bool {
    person.so_far.asked >= OFTEN && person.so_far.got == 0
}

fn latest(course: &Course, events: &[SeasonEvent]) -> Vec<EventId> {
    let by_name: HashMap<&str, EventId> = events.iter().map(|event| (event.public_id.as_str(), event.id)).collect();
    let found = course.spread.iter().filter_map(|(event, _)| by_name.get(event.as_str()).copied());
    let found: Vec<EventId> = found.collect();
    found[found.len().saturating_sub(EVENTS)..].to_vec()
}
