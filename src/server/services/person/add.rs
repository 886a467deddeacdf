use serde_json::json;

use super::permit_managing;
use crate::{
    domain::{
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
pub async fn add(site: &Site, actor: &Actor, form: &PersonForm) -> Done<i32> {
    permit_managing(site, actor)?;
    let details = PersonForm { active: "on".into(), ..form.clone() }.parse()?;
    let now = site.now();
    let tx = site.db.write_tx().await?;
    if people::find_by_email(&tx, &details.email).await?.is_some() {
        return Err(Refused::field("email", Problem::AddressTaken));
    }
    let inserted = people::insert(&tx, &details, site.chance.id(), now).await;
    let number = inserted.map_err(Refused::address_taken)?;
    outbox::insert(&tx, [welcome(number)], now).await?;
    audit::note(&tx, now, added(actor, number, details.role)).await?;
    tx.commit().await?;
    site.mail_waits.notify_one();
    Ok(number)
}

/// The mail to somebody new.
pub(super) fn welcome(number: i32) -> NewMessage {
    NewMessage {
        kind: Kind::Welcome,
        dedupe_key: format!("welcome:{number}"),
        person: Some(number),
        event: None,
        attempt: None,
        payload: json!({}),
    }
}

/// What is noted about somebody new.
pub(super) fn added(actor: &Actor, number: i32, role: Role) -> Entry {
    Entry { person: Some(number), details: json!({ "role": role }), ..Entry::by(actor, "person.add") }
}
