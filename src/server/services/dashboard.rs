//! How the site does, and what on it waits for somebody: for admins.

use super::{Done, look};
use crate::server::{
    auth::{Action, Actor},
    db::{
        attention::{self, Attention},
        figures::{self, AtEvents, Counts, InOneSeason},
    },
    site::Site,
};

/// Everything that the page of admins shows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Dashboard {
    pub attention: Attention,
    pub counts: Counts,
    pub events: AtEvents,
    pub seasons: Vec<InOneSeason>,
}

/// Counts it all anew. Four statements.
///
/// # Errors
/// Someone who may not manage people and emails and read the log.
pub async fn look(site: &Site, actor: &Actor) -> Done<Dashboard> {
    for action in [Action::ManagePeople, Action::ManageMail, Action::ReadLog] {
        look::must(site, actor, action)?;
    }
    let (c, now) = (site.db.read(), site.now());
    Ok(Dashboard {
        attention: attention::all(c, now).await?,
        counts: figures::counts(c, now).await?,
        events: figures::at_events(c, now).await?,
        seasons: figures::in_seasons(c).await?,
    })
}
