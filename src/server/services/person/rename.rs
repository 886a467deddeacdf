use serde_json::json;

use super::alike::{AdminNames, noting_look};
use crate::{
    domain::{
        deed::Deed,
        person::{Email, MAX_NAME, PersonDetails},
        typed::line,
    },
    error::Refusal,
    server::{
        auth::Actor,
        db::{audit::Entry, people},
        services::{Act, Done, Refused},
        site::Site,
    },
};

/// Changes one's own name.
pub async fn rename(site: &Site, actor: &Actor, name: &str) -> Done {
    let name = line(name, MAX_NAME).map_err(|problem| Refused::field("name", problem))?;
    let mut act = Act::by(site, actor).await?;
    let person = people::find(&act.tx, actor.person).await?.ok_or(Refusal::SignedOut)?;
    let email = Email::parse(&person.email).map_err(|problem| Refused::field("email", problem))?;
    let details = PersonDetails { name, email, role: person.role, active: person.active };
    if !people::update(&act.tx, person.id, person.version, &details).await? {
        return Err(Refused::conflict());
    }
    let admins = AdminNames::read(&act.tx).await?;
    let alike = admins.resemble(&details, actor.person);
    act.note(Entry::of(Deed::PersonRename).about(actor.person).with(noting_look(json!({}), alike)));
    act.commit().await
}
