use serde_json::json;

use super::alike::{AdminNames, noting_look};
use crate::{
    domain::{
        deed::Deed,
        ids::PersonId,
        person::{PersonDetails, PersonForm},
        typed::Problem,
    },
    server::{
        auth::{Action, Actor},
        db::{audit::Entry, people},
        mail::messages::WelcomeMessage,
        services::{Act, Done, Refused},
        site::Site,
    },
};

/// Adds a person and has them welcomed by email, with a link that signs them in. Returns their id.
pub async fn add(site: &Site, actor: &Actor, form: &PersonForm) -> Done<PersonId> {
    let mut act = Act::by(site, actor).await?;
    act.may(Action::ManagePeople)?;
    let details = PersonForm { active: "on".into(), ..form.clone() }.parse()?;
    if people::find_by_email(&act.tx, &details.email).await?.is_some() {
        return Err(Refused::field("email", Problem::AddressTaken));
    }
    let inserted = people::insert(&act.tx, &details, site.chance.id(), act.now).await;
    let id = inserted.map_err(Refused::address_taken)?;
    act.tell(id, &WelcomeMessage);
    let admins = AdminNames::read(&act.tx).await?;
    act.note(added(id, &details, &admins));
    act.commit().await?;
    Ok(id)
}

/// What is noted about someone new.
pub(super) fn added(id: PersonId, details: &PersonDetails, admins: &AdminNames) -> Entry {
    let alike = admins.resemble(details, id);
    Entry::of(Deed::PersonAdd).about(id).with(noting_look(json!({ "role": details.role }), alike))
}
