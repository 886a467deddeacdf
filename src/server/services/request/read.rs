use crate::{
    domain::{
        event::EventStatus,
        ids::{EventId, PersonId},
    },
    error::Refusal,
    server::{
        auth::{Action, Actor, permit},
        db::{
            events::Event,
            organizers,
            people::{self, Person},
            requests::{self, Request},
            seasons::{self, Season, Whose},
        },
        services::{Done, look},
        site::Site,
    },
};

/// What the request form is made from.
#[derive(Debug)]
pub struct RequestPage {
    pub event: Event,
    pub status: EventStatus,
    /// Whose request it is.
    pub person: Person,
    /// The request, withdrawn or not.
    pub request: Option<Request>,
    /// What the person asked for last time, elsewhere.
    pub last_time: Option<Request>,
    /// Whether it can be saved now.
    pub may_save: bool,
    /// What the pool remembers of the viewer, while requests are open.
    pub season: Season,
}

/// The request of `person` (one's own, or anyone's for who runs the event). Four statements.
pub async fn read(site: &Site, actor: &Actor, id: EventId, person: PersonId) -> Done<RequestPage> {
    let c = site.db.read();
    let event = look::event(site, id).await?;
    let status = event.status_at(site.now());
    let (own, open) = (person == actor.person, status == EventStatus::Open);
    let runs = if own && open {
        false
    } else {
        let standing = organizers::standing(c, &event, actor.person).await?;
        permit(actor, Action::RunEvent, standing, site.settings.everyone_creates())
    };
    if !own && !runs {
        return Err(Refusal::Forbidden.into());
    }
    let person = people::find(c, person).await?.filter(|person| person.active).ok_or(Refusal::NotFound)?;
    let (request, last_time) = requests::find_with_latest(c, id, person.id).await?;
    let may_save = open || (status == EventStatus::Closed && runs);
    let season = if own && open {
        let whose = Whose::Person(person.id);
        seasons::of_pool(c, (event.pool, id), whose).await?.remove(&person.id)
    } else {
        None
    };
    let season = season.unwrap_or_default();
    Ok(RequestPage { event, status, person, request, last_time, may_save, season })
}

/// Everyone for whom who runs the event could ask: active people whose name or address contains `search`, each with whether
/// they have asked. An empty search finds all.
pub async fn people_to_ask_for(
    site: &Site,
    actor: &Actor,
    id: EventId,
    search: &str,
) -> Done<(Event, Vec<(Person, bool)>)> {
    let c = site.db.read();
    let event = super::super::event::find_to_edit(site, actor, id).await?;
    let asked = requests::of_event(c, id).await?;
    let people = people::list_active(c).await?;
    let search = search.trim().to_lowercase();
    let sought =
        |person: &Person| person.name.to_lowercase().contains(&search) || person.email.to_lowercase().contains(&search);
    let with_request = |person: Person| {
        let has = asked.iter().any(|request| request.person == person.id);
        (person, has)
    };
    Ok((event, people.into_iter().filter(sought).map(with_request).collect()))
}
