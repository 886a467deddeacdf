use super::permit_managing;
use crate::{
    error::Refusal,
    server::{
        auth::Actor,
        db::people::{self, Person},
        services::Done,
        site::Site,
    },
};

/// People whose name or address contains `search`, by name.
pub async fn list(site: &Site, actor: &Actor, search: &str) -> Done<Vec<Person>> {
    permit_managing(site, actor)?;
    let search: String = search.trim().chars().filter(|c| !c.is_control()).take(100).collect();
    Ok(people::list(site.db.read(), &search).await?)
}

/// Whether an admin is the only person there is.
pub async fn is_alone(site: &Site, actor: &Actor) -> Done<bool> {
    permit_managing(site, actor)?;
    Ok(people::count(site.db.read()).await? == 1)
}

/// One person.
pub async fn find(site: &Site, actor: &Actor, number: i32) -> Done<Person> {
    permit_managing(site, actor)?;
    Ok(people::find(site.db.read(), number).await?.ok_or(Refusal::NotFound)?)
}
