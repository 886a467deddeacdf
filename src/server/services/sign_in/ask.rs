use chrono::TimeDelta;
use serde_json::json;

use crate::{
    domain::person::Email,
    server::{
        auth::Secret,
        db::{
            outbox::{self, Kind, NewMessage},
            people, sign_in,
        },
        services::{Done, Refused},
        site::Site,
    },
};

/// How long the asking browser is remembered.
pub const BINDING_LASTS: TimeDelta = TimeDelta::minutes(15);

/// What asking for a link gives to the browser that asked.
#[derive(Debug)]
pub struct Asked {
    /// For the binding cookie: it shows later that the link is opened where it was asked for.
    pub binding: Secret,
    /// The address as understood.
    pub email: String,
}

/// Asks for a sign-in link.
///
/// Does the same for every address, known or not: one attempt and one message. Whether there is anybody to write to is
/// looked up only when the message is sent, so that neither the answer nor its time tells who has an account.
///
/// # Errors
/// An address that cannot be one.
pub async fn ask(site: &Site, email: &str, next: &str) -> Done<Asked> {
    let email = Email::parse(email).map_err(|problem| Refused::field("email", problem))?;
    let now = site.now();
    let binding = Secret::new(&*site.chance);
    let tx = site.db.write_tx().await?;
    let person = people::find_by_email(&tx, &email).await?.filter(|person| person.active).map(|person| person.number);
    let times = (now, now + BINDING_LASTS);
    let attempt = sign_in::insert_attempt(&tx, &email, person, binding.hash(), super::own_path(next), times).await?;
    let message = NewMessage {
        kind: Kind::SignIn,
        dedupe_key: format!("sign-in:{attempt}"),
        person,
        event: None,
        attempt: Some(attempt),
        payload: json!({}),
    };
    outbox::insert(&tx, [message], now).await?;
    tx.commit().await?;
    site.mail_waits.notify_one();
    Ok(Asked { binding, email: email.as_str().to_owned() })
}

/// Whether mail does not leave at the moment: sign-in messages have been waiting for two minutes. Everybody is told,
/// known or not.
pub async fn mail_waits(site: &Site) -> Done<bool> {
    Ok(outbox::sign_in_waits(site.db.read(), site.now() - TimeDelta::minutes(2)).await?)
}
