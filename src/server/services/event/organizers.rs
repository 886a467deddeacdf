use serde_json::json;

use super::{note_about, permitted};
use crate::{
    domain::{
        ids::{EventId, PersonId},
        person::Role,
        typed::Problem,
    },
    error::{Obstacle, Refusal},
    server::{
        auth::{Action, Actor, Standing, permit},
        db::{
            WriteTx,
            events::{self, Event},
            organizers::{self, Organizer},
            people::{self, Person},
        },
        services::{Done, Refused},
        site::Site,
    },
};

/// Has somebody run the event too.
pub async fn add_organizer(site: &Site, actor: &Actor, id: EventId, person: &str) -> Done {
    let tx = site.db.write_tx().await?;
    let event = permitted(site, &tx, actor, Action::HandOver, id).await?;
    let person = chosen(site, &tx, person).await?;
    if organizers::standing(&tx, &event, person.id).await? != Standing::None {
        return Err(Refused::field("person", Problem::AlreadyOrganizer));
    }
    organizers::insert(&tx, id, person.id, site.now()).await?;
    note_about(site, &tx, actor, "event.add-organizer", (id, Some(person.id)), json!({})).await?;
    Ok(tx.commit().await?)
}

/// Has a co-organizer no longer run the event.
pub async fn remove_organizer(site: &Site, actor: &Actor, id: EventId, person: &str) -> Done {
    let tx = site.db.write_tx().await?;
    let event = permitted(site, &tx, actor, Action::HandOver, id).await?;
    let person = PersonId::parse(person).ok_or_else(|| Refused::field("person", Problem::NoSuchPerson))?;
    if event.owner == person {
        return Err(Obstacle::OwnerStays.into());
    }
    organizers::remove(&tx, id, person).await?;
    note_about(site, &tx, actor, "event.remove-organizer", (id, Some(person)), json!({})).await?;
    Ok(tx.commit().await?)
}

/// Gives the event another owner; the former one stays as co-organizer.
pub async fn hand_over(site: &Site, actor: &Actor, id: EventId, person: &str) -> Done {
    let tx = site.db.write_tx().await?;
    let event = permitted(site, &tx, actor, Action::HandOver, id).await?;
    let person = chosen(site, &tx, person).await?;
    if person.id == event.owner {
        return Err(Refused::field("person", Problem::AlreadyOrganizer));
    }
    events::set_owner(&tx, id, person.id).await?;
    organizers::remove(&tx, id, person.id).await?;
    organizers::insert(&tx, id, event.owner, site.now()).await?;
    let details = json!({ "before": event.owner });
    note_about(site, &tx, actor, "event.hand-over", (id, Some(person.id)), details).await?;
    Ok(tx.commit().await?)
}

/// Who runs the event, and who else could.
pub async fn list_organizers(site: &Site, actor: &Actor, id: EventId) -> Done<(Event, Vec<Organizer>, Vec<Person>)> {
    let event = events::find(site.db.read(), id).await?.filter(|event| event.deleted_at.is_none());
    let event = event.ok_or(Refusal::NotFound)?;
    let running = organizers::list(site.db.read(), id).await?;
    let standing = organizers::standing_among(&running, actor.person);
    if !permit(actor, Action::HandOver, standing, site.settings.everyone_creates()) {
        return Err(Refusal::Forbidden.into());
    }
    let others = people::list_active(site.db.read()).await?;
    let others = others.into_iter().filter(|person| can_run(site, person));
    let others = others.filter(|person| running.iter().all(|one| one.id != person.id)).collect();
    Ok((event, running, others))
}

fn can_run(site: &Site, person: &Person) -> bool {
    person.active && (person.role != Role::Member || site.settings.everyone_creates())
}

async fn chosen(site: &Site, tx: &WriteTx, person: &str) -> Done<Person> {
    let nobody = || Refused::field("person", Problem::NoSuchPerson);
    let id = PersonId::parse(person.trim()).ok_or_else(nobody)?;
    let person = people::find(tx, id).await?.filter(|person| person.active).ok_or_else(nobody)?;
    if can_run(site, &person) { Ok(person) } else { Err(Refused::field("person", Problem::CannotOrganize)) }
}
