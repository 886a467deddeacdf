use crate::{
    domain::{
        event::EventStatus,
        ids::{EventId, PersonId},
    },
    error::Refusal,
    server::{
        auth::{Action, Actor},
        db::{
            events::Event,
            people::{self, Person},
            requests::{self, Request},
            standings::{SoFar, Whose},
        },
        services::{Done, Look, draw, look, person::is_named},
        site::Site,
    },
};

/// What the request form is made from.
#[derive(Debug)]
pub struct RequestPage {
    pub event: Event,
    pub status: EventStatus,
    /// The name of whose request it is.
    pub name: String,
    /// The request, withdrawn or not.
    pub request: Option<Request>,
    /// What the person asked for last time, elsewhere.
    pub last_time: Option<Request>,
    /// Whether it can be saved now.
    pub may_save: bool,
    /// What the season remembers of the viewer, while requests are open.
    pub so_far: SoFar,
}

/// The request of `person` (one's own, or anyone's for who runs the event). Whoever may not list people has to have named
/// them exactly (`sought`), unless they have asked already. Four statements at most, three for one's own.
pub async fn read(site: &Site, actor: &Actor, id: EventId, person: PersonId, sought: &str) -> Done<RequestPage> {
    let c = site.db.read();
    let look = Look::at(site, actor, id).await?;
    let runs = look.may(Action::RunEvent);
    let event = look.whole().event;
    let status = event.status_at(site.now());
    let (own, open) = (person == actor.person, status == EventStatus::Open);
    if !own && !runs {
        return Err(Refusal::Forbidden.into());
    }
    let name = if own {
        actor.name.clone()
    } else {
        people::find(c, person).await?.filter(|person| person.active).ok_or(Refusal::NotFound)?.name
    };
    let (request, last_time) = requests::find_with_latest(c, id, person).await?;
    let known = own || request.is_some() || look::may(site, actor, Action::ListPeople);
    if !known && !is_named(c, person, sought).await? {
        return Err(Refusal::NotFound.into());
    }
    let may_save = open || (status == EventStatus::Closed && runs);
    let so_far =
        if own && open { draw::standings(c, &event, Whose::Person(person)).await?.remove(&person) } else { None };
    let so_far = so_far.unwrap_or_default();
    Ok(RequestPage { event, status, name, request, last_time, may_save, so_far })
}

/// People for whom a request can be added or edited.
#[derive(Debug)]
pub struct Choosing {
    pub event: Event,
    /// Each with whether they have asked.
    pub people: Vec<(Person, bool)>,
    /// Whether this is a list to search in. If not, there are those who have asked, or the one who was named exactly, and
    /// nobody's address.
    pub lists: bool,
    /// Whether there are more than these.
    pub more: bool,
}

/// How many people are listed to choose from.
pub const CHOICE: u64 = 100;

/// For whom someone who runs the event could ask: active people whose name or address contains `search`; an empty search
/// finds all; the first [`CHOICE`] of them. For those who may not list people: the one whom `search` names exactly; an empty one finds those who have
/// asked, whose names they see anyway.
pub async fn people_to_ask_for(site: &Site, actor: &Actor, id: EventId, search: &str) -> Done<Choosing> {
    let c = site.db.read();
    let event = super::super::event::find_to_edit(site, actor, id).await?;
    let lists = look::may(site, actor, Action::ListPeople);
    let mut people = match search.trim() {
        search if lists => people::search_active(c, search, CHOICE + 1).await?,
        "" => people::list_requesters(c, id, CHOICE + 1).await?,
        search => people::find_exactly(c, search).await?.into_iter().collect(),
    };
    let more = people.len() as u64 > CHOICE;
    people.truncate(usize::try_from(CHOICE).unwrap_or(usize::MAX));
    if !lists {
        for person in &mut people {
            person.email.clear();
        }
    }
    let asked = requests::who_asks(c, id, people.iter().map(|person| person.id)).await?;
    let people =
        people.into_iter().map(|person| (asked.contains(&person.id), person)).map(|(has, person)| (person, has));
    Ok(Choosing { event, people: people.collect(), lists, more })
}
