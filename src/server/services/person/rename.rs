use crate::{
    domain::{
        person::{Email, MAX_NAME, PersonDetails},
        typed::line,
    },
    error::Refusal,
    server::{
        auth::Actor,
        db::{
            audit::{self, Entry},
            people,
        },
        services::{Done, Refused},
        site::Site,
    },
};

/// Changes one's own name.
pub async fn rename(site: &Site, actor: &Actor, name: &str) -> Done {
    let name = line(name, MAX_NAME).map_err(|problem| Refused::field("name", problem))?;
    let tx = site.db.write_tx().await?;
    let person = people::find(&tx, actor.person).await?.ok_or(Refusal::SignedOut)?;
    let email = Email::parse(&person.email).map_err(|problem| Refused::field("email", problem))?;
    let details = PersonDetails { name, email, role: person.role, active: person.active };
    if !people::update(&tx, person.id, person.version, &details).await? {
        return Err(Refusal::Conflict { changes: Vec::new() }.into());
    }
    let entry = Entry { person: Some(actor.person), ..Entry::by(actor, "person.rename") };
    audit::note(&tx, site.now(), entry).await?;
    Ok(tx.commit().await?)
}
