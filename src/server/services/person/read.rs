use sea_orm::ConnectionTrait;

use super::permit_managing;
use crate::{
    domain::ids::PersonId,
    error::Refusal,
    server::{
        auth::Actor,
        db::{
            organizers::{self, Ownerless},
            people::{self, Among, Person},
        },
        services::{Done, spreadsheet::Table},
        site::Site,
    },
    words,
};

/// How many people one page lists.
const PAGE: u64 = 100;

/// A page of people.
#[derive(Debug)]
pub struct Found {
    pub people: Vec<Person>,
    /// How many there are on all pages.
    pub count: u64,
    /// Which page this is, from 1.
    pub page: u64,
    pub pages: u64,
}

/// A page of the people whose name or address contains `search`, by name; one behind the last is the last. Two statements.
pub async fn list(site: &Site, actor: &Actor, (search, among): (&str, Among), page: u64) -> Done<Found> {
    permit_managing(site, actor)?;
    let (c, search) = (site.db.read(), cleaned(search));
    let count = people::count_of(c, &search, among).await?;
    let pages = count.div_ceil(PAGE).max(1);
    let page = page.clamp(1, pages);
    let people = people::page(c, (&search, among), ((page - 1) * PAGE, PAGE)).await?;
    Ok(Found { people, count, page, pages })
}

/// The events of all owners who are deactivated, of which someone else is to become the owner.
pub async fn ownerless(site: &Site, actor: &Actor) -> Done<Vec<Ownerless>> {
    permit_managing(site, actor)?;
    Ok(organizers::ownerless(site.db.read(), None, site.now()).await?)
}

fn cleaned(search: &str) -> String {
    search.trim().chars().filter(|c| !c.is_control()).take(100).collect()
}

/// The same as a table for spreadsheets, in the columns that [`super::save_import`] reads back.
pub async fn table(site: &Site, actor: &Actor, search: &str, among: Among) -> Done<Table> {
    permit_managing(site, actor)?;
    let people = people::list(site.db.read(), &cleaned(search), among).await?;
    let active = |yes| if yes { "yes" } else { "no" };
    let row = |person: Person| {
        [
            person.name.into(),
            words::address(&person.email).into(),
            person.role.as_str().into(),
            active(person.active).into(),
        ]
    };
    Ok(Table::new(["name", "email", "role", "active"], people.into_iter().map(row)))
}

/// Whether an admin is the only person there is.
pub async fn is_alone(site: &Site, actor: &Actor) -> Done<bool> {
    permit_managing(site, actor)?;
    Ok(people::count(site.db.read()).await? == 1)
}

/// One person.
pub async fn find(site: &Site, actor: &Actor, id: PersonId) -> Done<Person> {
    permit_managing(site, actor)?;
    Ok(people::find(site.db.read(), id).await?.ok_or(Refusal::NotFound)?)
}

/// Whether a person may be chosen by someone who may not list people: whoever runs an event without being an organizer by
/// role names them exactly, by the whole address or the name that only one person has. So nobody can collect people, neither
/// by searching nor by counting up their ids.
pub(in crate::server::services) async fn is_named(
    c: &impl ConnectionTrait,
    person: PersonId,
    sought: &str,
) -> Done<bool> {
    Ok(people::find_exactly(c, sought).await?.is_some_and(|named| named.id == person))
}
