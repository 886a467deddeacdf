use crate::{
    domain::{
        ids::{PersonId, SeasonId},
        message::Topic,
    },
    error::Refusal,
    server::{
        auth::Actor,
        db::{emails_off, seasons},
        services::{Act, Done},
        site::Site,
    },
};

/// What a switch is about: the word of a topic, and a season's number or nothing for all.
///
/// # Errors
/// A word or a number that is none: no page of ours sends it.
pub fn read_choice(kind: &str, season: &str) -> Result<(Topic, Option<SeasonId>), Refusal> {
    let topic = Topic::parse(kind).ok_or(Refusal::NotFound)?;
    let season = match season {
        "" => None,
        season => Some(SeasonId::parse(season).ok_or(Refusal::NotFound)?),
    };
    Ok((topic, season))
}

/// Turns a topic of one's own emails on or off, in one season or in all. What is so already stays.
///
/// # Errors
/// A season that is not there.
pub async fn set(site: &Site, actor: &Actor, what: (Topic, Option<SeasonId>), on: bool) -> Done {
    let act = Act::by(site, actor).await?;
    write(&act, actor.person, what, on).await?;
    act.commit().await
}

/// The same for anyone, in a transaction.
pub(super) async fn write(act: &Act<'_>, person: PersonId, what: (Topic, Option<SeasonId>), on: bool) -> Done {
    if let Some(season) = what.1 {
        seasons::find(&act.tx, season).await?.ok_or(Refusal::NotFound)?;
    }
    Ok(emails_off::set(&act.tx, person, what, on, act.now).await?)
}
