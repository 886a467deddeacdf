use super::find;
use crate::{
    domain::ids::PersonId,
    server::{
        auth::Actor,
        db::{
            asked::{self, Asked},
            messages::{self, Listed},
            people::Person,
            sessions::{self, Device},
        },
        services::{
            Done,
            event::{InSeason, by_season, recent},
        },
        site::Site,
    },
};

/// A person as admins see them: who they are, what they asked for, where they are signed in, what they were told.
#[derive(Debug)]
pub struct About {
    pub person: Person,
    /// How it went for them, by season.
    pub seasons: Vec<InSeason>,
    /// What they asked for in the past 24 months, the latest first.
    pub asked: Vec<Asked>,
    /// Where they are signed in, the latest used first.
    pub devices: Vec<Device>,
    /// The latest messages to them, at most ten.
    pub mails: Vec<Listed>,
}

/// Everything about one person. Four statements.
pub async fn about(site: &Site, actor: &Actor, id: PersonId) -> Done<About> {
    let person = find(site, actor, id).await?;
    let (c, now) = (site.db.read(), site.now());
    let asked = asked::of_person(c, id, now).await?;
    let devices = sessions::devices(c, id, now).await?;
    let mails = messages::of_person(c, id, 10).await?;
    Ok(About { person, seasons: by_season(&asked), asked: recent(site, asked), devices, mails })
}
