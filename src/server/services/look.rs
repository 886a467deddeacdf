use super::Done;
use crate::{
    domain::ids::EventId,
    error::Refusal,
    server::{
        auth::{Action, Actor, Standing, permit},
        db::{
            events::{self, Event},
            looks::{self, Seen},
        },
        site::Site,
    },
};

/// An event someone looks at, and how they stand to it: what [`super::Act::event`] is for changes, without a lock.
pub struct Look<'a> {
    site: &'a Site,
    actor: &'a Actor,
    seen: Seen,
}

impl<'a> Look<'a> {
    /// One statement.
    ///
    /// # Errors
    /// An event that is not there or lies in the trash.
    pub async fn at(site: &'a Site, actor: &'a Actor, id: EventId) -> Done<Self> {
        Self::of(site, actor, looks::find(site.db.read(), id, actor.person).await?)
    }

    /// The same with the own request of whoever looks. One statement.
    ///
    /// # Errors
    /// As [`Look::at`].
    pub async fn with_own(site: &'a Site, actor: &'a Actor, id: EventId) -> Done<Self> {
        Self::of(site, actor, looks::find_with_own(site.db.read(), id, actor.person).await?)
    }

    fn of(site: &'a Site, actor: &'a Actor, seen: Option<Seen>) -> Done<Self> {
        Ok(Self { site, actor, seen: seen.ok_or(Refusal::NotFound)? })
    }

    /// Whether they may do this to it.
    pub fn may(&self, action: Action) -> bool {
        permit(self.actor, action, self.seen.standing, self.site.settings.everyone_creates())
    }

    /// Whether they keep the season that it is or was in last.
    pub fn keeps_season(&self) -> bool {
        let of_season = if self.seen.is_steward { Standing::Steward } else { Standing::None };
        permit(self.actor, Action::KeepSeason, of_season, self.site.settings.everyone_creates())
    }

    /// What they see, whatever they may do to it.
    pub fn whole(self) -> Seen {
        self.seen
    }

    /// What they see, for whoever may do this to it.
    ///
    /// # Errors
    /// An action that is not theirs.
    pub fn that_may(self, action: Action) -> Done<Seen> {
        if self.may(action) { Ok(self.seen) } else { Err(Refusal::Forbidden.into()) }
    }

    /// The event, for whoever may do this to it.
    ///
    /// # Errors
    /// An action that is not theirs.
    pub fn to(self, action: Action) -> Done<Event> {
        Ok(self.that_may(action)?.event)
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
