//! Which emails someone gets: what they turned off, on the account page or by the link at the foot of an email.

mod behind;
mod complained;
mod set;

pub use behind::{Behind, behind, set_behind, stop};
pub use complained::complained;
pub use set::{read_choice, set};

use std::collections::HashSet;

use super::Done;
use crate::{
    domain::{
        ids::{PersonId, SeasonId},
        message::Topic,
    },
    server::{
        auth::Actor,
        db::{
            ConnectionTrait, emails_off,
            seasons::{self, Season},
        },
        site::Site,
    },
};

/// What someone turned off, beside everything that they could.
#[derive(Debug)]
pub struct Choices {
    off: HashSet<(Topic, Option<SeasonId>)>,
    pub seasons: Vec<Season>,
}

impl Choices {
    /// Whether a topic was turned off in just this season, or in all (`None`).
    pub fn is_off(&self, topic: Topic, season: Option<SeasonId>) -> bool {
        self.off.contains(&(topic, season))
    }
}

/// What whoever looks turned off. Two statements.
pub async fn choices(site: &Site, actor: &Actor) -> Done<Choices> {
    of_person(site.db.read(), actor.person).await
}

async fn of_person(c: &impl ConnectionTrait, person: PersonId) -> Done<Choices> {
    let off = emails_off::of_person(c, person).await?.into_iter().collect();
    Ok(Choices { off, seasons: seasons::list(c).await? })
}
