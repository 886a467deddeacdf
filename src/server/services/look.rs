use super::Done;
use crate::{
    domain::ids::EventId,
    error::Refusal,
    server::{
        auth::{Action, Actor, Standing, permit},
        db::{
            events::{self, Event},
            organizers,
        },
        site::Site,
    },
};

/// An event someone looks at, and how they stand to it: what [`super::Act::event`] is for changes, without a lock.
pub struct Look<'a> {
    site: &'a Site,
    actor: &'a Actor,
    event: Event,
    standing: Standing,
}

impl<'a> Look<'a> {
    /// Two statements.
    ///
    /// # Errors
    /// An event that is not there or lies in the trash.
    pub async fn at(site: &'a Site, actor: &'a Actor, id: EventId) -> Done<Self> {
        let event = event(site, id).await?;
        let standing = organizers::standing(site.db.read(), &event, actor.person).await?;
        Ok(Self { site, actor, event, standing })
    }

    /// Whether they may do this to it.
    pub fn may(&self, action: Action) -> bool {
        permit(self.actor, action, self.standing, self.site.settings.everyone_creates())
    }

    /// The event, for whoever may do this to it.
    ///
    /// # Errors
    /// An action that is not theirs.
    pub fn to(self, action: Action) -> Done<Event> {
        if self.may(action) { Ok(self.event) } else { Err(Refusal::Forbidden.into()) }
    }
}

/// An event that does not lie in the trash. One statement.
///
/// # Errors
/// One that is not there.
pub async fn event(site: &Site, id: EventId) -> Done<Event> {
    let event = events::find(site.db.read(), id).await?;
    Ok(event.filter(|event| event.deleted_at.is_none()).ok_or(Refusal::NotFound)?)
}

/// Whether someone may do what is about no event, or about every one.
pub fn may(site: &Site, actor: &Actor, action: Action) -> bool {
    permit(actor, action, Standing::None, site.settings.everyone_creates())
}

/// Lets only past who may do what is about no event, or about every one.
///
/// # Errors
/// An action that is not theirs.
pub fn must(site: &Site, actor: &Actor, action: Action) -> Done {
    if may(site, actor, action) { Ok(()) } else { Err(Refusal::Forbidden.into()) }
}
