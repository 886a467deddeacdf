use super::{Choices, of_person, set};
use crate::{
    domain::{
        ids::{PersonId, SeasonId},
        message::Topic,
    },
    error::Obstacle,
    server::{
        auth::OffLink,
        db::{ConnectionTrait, people},
        services::{Act, Done},
        site::Site,
    },
    words,
};

/// What stands behind the link at the foot of an email.
#[derive(Debug)]
pub struct Behind {
    /// What the email was about.
    pub topic: Topic,
    /// Whose emails these are: most of the address is hidden from whoever else holds the link.
    pub address: String,
    pub choices: Choices,
}

/// Looks at such a link without touching anything: email scanners open links. `None`: it was altered, another site made it, or
/// nobody stands behind it anymore.
pub async fn behind(site: &Site, token: &str) -> Done<Option<Behind>> {
    let c = site.db.read();
    let Some((person, topic)) = whose(site, c, token).await? else { return Ok(None) };
    let Some(known) = people::find(c, person).await? else { return Ok(None) };
    Ok(Some(Behind { topic, address: words::masked(&known.email), choices: of_person(c, person).await? }))
}

/// Turns off what the email of such a link was about, as email programs ask it with one tap (RFC 8058). Says whether somebody
/// stands behind it.
pub async fn stop(site: &Site, token: &str) -> Done<bool> {
    let act = Act::unattended(site).await?;
    let Some((person, topic)) = whose(site, &act.tx, token).await? else { return Ok(false) };
    set::write(&act, person, (topic, None), false).await?;
    act.commit().await?;
    Ok(true)
}

/// Turns a topic on or off for whom such a link was made.
///
/// # Errors
/// [`Obstacle::LinkSpent`] for a link behind which nobody stands; a season that is not there.
pub async fn set_behind(site: &Site, token: &str, what: (Topic, Option<SeasonId>), on: bool) -> Done {
    let act = Act::unattended(site).await?;
    let (person, _) = whose(site, &act.tx, token).await?.ok_or(Obstacle::LinkSpent)?;
    set::write(&act, person, what, on).await?;
    act.commit().await
}

/// Whom a link was made for, deactivated or not: whoever is gets no such emails, and may turn them off for later.
async fn whose(site: &Site, c: &impl ConnectionTrait, token: &str) -> Done<Option<(PersonId, Topic)>> {
    let Some(link) = OffLink::presented(token, &site.settings) else { return Ok(None) };
    let person = people::find(c, link.person).await?.filter(|person| link.is_of(&person.public_id));
    Ok(person.map(|person| (person.id, link.topic)))
}
