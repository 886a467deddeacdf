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
            standings::{SoFar, Whose},
        },
        services::{Done, draw, look, person::is_named},
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
    /// What the season remembers of the viewer, while requests are open.
    pub so_far: SoFar,
}

/// The request of `person` (one's own, or anyone's for who runs the event). Whoever may not list people has to have named
/// them exactly (`sought`), unless they have asked already. Five statements at most.
pub async fn read(site: &Site, actor: &Actor, id: EventId, person: PersonId, sought: &str) -> Done<RequestPage> {
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
    let known = own || request.is_some() || look::may(site, actor, Action::ListPeople);
    if !known && !is_named(c, person.id, sought).await? {
        return Err(Refusal::NotFound.into());
    }
    let may_save = open || (status == EventStatus::Closed && runs);
    let so_far = if own && open {
        let whose = Whose::Person(person.id);
        draw::standings(c, &event, whose).await?.remove(&person.id)
    } else {
        None
    };
    let so_far = so_far.unwrap_or_default();
    Ok(RequestPage { event, status, person, request, last_time, may_save, so_far })
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
}

/// For whom someone who runs the event could ask: active people whose name or address contains `search`; an empty search
/// finds all. For those who may not list people: the one whom `search` names exactly; an empty one finds those who have
/// asked, whose names they see anyway.
pub async fn people_to_ask_for(site: &Site, actor: &Actor, id: EventId, search: &str) -> Done<Choosing> {
    let c = site.db.read();
    let event = super::super::event::find_to_edit(site, actor, id).await?;
    let asked = requests::of_event(c, id).await?;
    let has_asked = |person: &Person| asked.iter().any(|request| request.person == person.id);
    let lists = look::may(site, actor, Action::ListPeople);
    let mut people = match search.trim() {
        search if lists => containing(people::list_active(c).await?, search),
        "" => people::list_active(c).await?.into_iter().filter(has_asked).collect(),
        search => people::find_exactly(c, search).await?.into_iter().collect(),
    };
    if !lists {
        for person in &mut people {
            person.email.clear();
        }
    }
    let people = people.into_iter().map(|person| (has_asked(&person), person)).map(|(has, person)| (person, has));
    Ok(Choosing { event, people: people.collect(), lists })
}

/// Those whose name or address contains `search`.
fn containing(people: Vec<Person>, search: &str) -> Vec<Person> {
    let search = search.to_lowercase();
    let sought =
        |person: &Person| person.name.to_lowercase().contains(&search) || person.email.to_lowercase().contains(&search);
    people.into_iter().filter(sought).collect()
}
