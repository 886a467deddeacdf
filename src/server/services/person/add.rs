use serde_json::json;

use super::permit_managing;
use crate::{
    domain::{
        ids::PersonId,
        person::{PersonForm, Role},
        typed::Problem,
    },
    server::{
        auth::Actor,
        db::{
            audit::{self, Entry},
            outbox::{self, Kind, NewMessage},
            people,
        },
        services::{Done, Refused},
        site::Site,
    },
};

/// Adds a person and has them welcomed by mail, with a link that signs them in. Gives back their number.
pub async fn add(site: &Site, actor: &Actor, form: &PersonForm) -> Done<PersonId> {
    permit_managing(site, actor)?;
    let details = PersonForm { active: "on".into(), ..form.clone() }.parse()?;
    let now = site.now();
    let tx = site.db.write_tx().await?;
    if people::find_by_email(&tx, &details.email).await?.is_some() {
        return Err(Refused::field("email", Problem::AddressTaken));
    }
    let inserted = people::insert(&tx, &details, site.chance.id(), now).await;
    let id = inserted.map_err(Refused::address_taken)?;
    outbox::insert(&tx, [welcome(id)], now).await?;
    audit::note(&tx, now, added(actor, id, details.role)).await?;
    tx.commit().await?;
    site.mail_waits.notify_one();
    Ok(id)
}

/// The mail to somebody new.
pub(super) fn welcome(id: PersonId) -> NewMessage {
    NewMessage {
        kind: Kind::Welcome,
        dedupe_key: format!("welcome:{id}"),
        person: Some(id),
        event: None,
        attempt: None,
        payload: json!({}),
    }
}

/// What is noted about somebody new.
pub(super) fn added(actor: &Actor, id: PersonId, role: Role) -> Entry {
    Entry { person: Some(id), details: json!({ "role": role }), ..Entry::by(actor, "person.add") }
}
