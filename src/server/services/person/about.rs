use chrono::{DateTime, Utc};

use super::permit_managing;
use crate::{
    domain::ids::PersonId,
    error::Refusal,
    server::{
        auth::Actor,
        db::{
            asked::{self, Asked},
            messages::{self, Listed},
            organizers::{self, Ownerless},
            people::Person,
            sessions,
            standings::{self, InSeason},
        },
        services::{Done, event::MONTHS_24},
        site::Site,
    },
};

/// A person as admins see them: who they are, what they asked for, where they are signed in, what they were told.
#[derive(Debug)]
pub struct About {
    pub person: Person,
    /// How it went for them, by season.
    pub seasons: Vec<InSeason>,
    /// What they asked for in the past 24 months, the latest first; one more than is [`LISTED`] where there is more.
    pub asked: Vec<Asked>,
    /// In how many browsers they are signed in.
    pub devices: u64,
    /// When one of these was used last.
    pub last_seen: Option<DateTime<Utc>>,
    /// The latest messages to them, at most ten.
    pub mails: Vec<Listed>,
    /// The events they own and can no longer run; none while they are active.
    pub ownerless: Vec<Ownerless>,
}

/// How many requests are listed.
pub const LISTED: usize = 50;

/// Everything about one person. Four statements; one more of someone who is deactivated.
pub async fn about(site: &Site, actor: &Actor, id: PersonId) -> Done<About> {
    permit_managing(site, actor)?;
    let (c, now) = (site.db.read(), site.now());
    let (person, devices, last_seen) = sessions::person_seen(c, id, now).await?.ok_or(Refusal::NotFound)?;
    let asked = asked::of_person(c, id, (now - MONTHS_24, LISTED as u64 + 1), now).await?;
    let seasons = standings::of_person(c, id).await?;
    let mails = messages::of_person(c, id, 10).await?;
    let ownerless = if person.active { Vec::new() } else { organizers::ownerless(c, Some(id), now).await? };
    Ok(About { person, seasons, asked, devices, last_seen, mails, ownerless })
}
