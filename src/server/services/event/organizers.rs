use serde_json::json;

use crate::{
    domain::{
        deed::Deed,
        ids::{EventId, PersonId},
        person::Role,
        typed::Problem,
    },
    error::{Obstacle, Refusal},
    server::{
        auth::{Action, Actor, Standing, permit},
        db::{
            audit::Entry,
            events::{self, Event},
            organizers::{self, Organizer},
            people::{self, Person},
        },
        services::{Act, Done, Refused, look},
        site::Site,
    },
};

/// Has someone run the event too.
pub async fn add_organizer(site: &Site, actor: &Actor, id: EventId, person: &str) -> Done {
    let mut act = Act::by(site, actor).await?;
    let event = act.event(id, Action::HandOver).await?;
    let person = chosen(&act, &event, (actor, person)).await?.id;
    if organizers::standing(&act.tx, &event, person).await? != Standing::None {
        return Err(Refused::field("person", Problem::AlreadyOrganizer));
    }
    organizers::insert(&act.tx, &event, person, act.now).await?;
    act.note(Entry::of(Deed::EventAddOrganizer).on(id).about(person));
    act.commit().await
}

/// Has a co-organizer no longer run the event.
pub async fn remove_organizer(site: &Site, actor: &Actor, id: EventId, person: &str) -> Done {
    let mut act = Act::by(site, actor).await?;
    let event = act.event(id, Action::HandOver).await?;
    let person = PersonId::parse(person).ok_or_else(|| Refused::field("person", Problem::NoSuchPerson))?;
    if event.owner == person {
        return Err(Obstacle::OwnerStays.into());
    }
    organizers::remove(&act.tx, &event, person).await?;
    act.note(Entry::of(Deed::EventRemoveOrganizer).on(id).about(person));
    act.commit().await
}

/// Gives the event another owner; the former one stays as co-organizer.
pub async fn hand_over(site: &Site, actor: &Actor, id: EventId, person: &str) -> Done {
    let mut act = Act::by(site, actor).await?;
    let event = act.event(id, Action::HandOver).await?;
    let person = chosen(&act, &event, (actor, person)).await?.id;
    if person == event.owner {
        return Err(Refused::field("person", Problem::AlreadyOrganizer));
    }
    events::set_owner(&act.tx, &event, person).await?;
    organizers::remove(&act.tx, &event, person).await?;
    organizers::insert(&act.tx, &event, event.owner, act.now).await?;
    let details = json!({ "before": event.owner });
    act.note(Entry::of(Deed::EventHandOver).on(id).about(person).with(details));
    act.commit().await
}

/// Among how many people one is chosen from a list.
const CHOICE: u64 = 150;

/// Who runs the event, and who else could; `None`: whoever looks names one exactly, since they may not list people, or these
/// are too many for a list.
pub async fn list_organizers(
    site: &Site,
    actor: &Actor,
    id: EventId,
) -> Done<(Event, Vec<Organizer>, Option<Vec<Person>>)> {
    let event = look::event(site, id).await?;
    let mut running = organizers::list(site.db.read(), id).await?;
    let standing = organizers::standing_among(&running, actor.person);
    if !permit(actor, Action::HandOver, standing, site.settings.everyone_creates()) {
        return Err(Refusal::Forbidden.into());
    }
    if !look::may(site, actor, Action::ListPeople) {
        for one in &mut running {
            one.email.clear();
        }
        return Ok((event, running, None));
    }
    let others = people::list_active(site.db.read(), site.settings.everyone_creates(), CHOICE + 1).await?;
    if others.len() as u64 > CHOICE {
        return Ok((event, running, None));
    }
    let others = others.into_iter().filter(|person| running.iter().all(|one| one.id != person.id)).collect();
    Ok((event, running, Some(others)))
}

fn can_run(site: &Site, person: &Person) -> bool {
    person.active && (person.role != Role::Member || site.settings.everyone_creates())
}

/// The person who was chosen: by their id, or named exactly by someone who may not list people. Of those who run the event
/// already everyone's id can be sent.
async fn chosen(act: &Act<'_>, event: &Event, (actor, typed): (&Actor, &str)) -> Done<Person> {
    let nobody = || Refused::field("person", Problem::NoSuchPerson);
    let by_id = match PersonId::parse(typed) {
        Some(id) if look::may(act.site, actor, Action::ListPeople) => Some(id),
        Some(id) if organizers::standing(&act.tx, event, id).await? != Standing::None => Some(id),
        _ => None,
    };
    let person = match by_id {
        Some(id) => people::find(&act.tx, id).await?,
        None => people::find_exactly(&act.tx, typed).await?,
    };
    let person = person.filter(|person| person.active).ok_or_else(nobody)?;
    if can_run(act.site, &person) { Ok(person) } else { Err(Refused::field("person", Problem::CannotOrganize)) }
}
