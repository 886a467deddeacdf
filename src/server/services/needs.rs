use super::{Done, Look, look, season, set_up};
use crate::{
    domain::ids::{EventId, PersonId, SeasonId},
    error::{Obstacle, Refusal},
    server::{
        auth::{Action, Actor},
        site::Site,
    },
};

/// What has to be permitted before anything of a form is read or kept. Identities are as they were sent.
///
/// The service asks again, in the transaction of what it does: this look locks nothing, and only spares those the work, and
/// the database the draft, who may not do it at all.
#[derive(Clone, Copy, Debug)]
pub enum Needs<'a> {
    /// Nothing more: what is one's own, or for everyone.
    Nothing,
    /// What is about no event.
    Site(Action),
    /// What is done to this event.
    Event(&'a str, Action),
    /// What is done to this event in the trash, by those who may do it to every event.
    Trash(&'a str, Action),
    /// What is done to this season, by those who keep it.
    Season(&'a str),
    /// A request for this event: one's own where `person` is empty, else that person's.
    Request { event: &'a str, person: &'a str },
    /// The setup link with this token.
    SetupLink(&'a str),
}

impl Needs<'_> {
    /// Lets only past who has what is needed. At most two statements.
    ///
    /// # Errors
    /// An action that is not theirs; an event or a season that is garbled or not there, an event in the trash; a link that does not work.
    pub async fn met(self, site: &Site, actor: Option<&Actor>) -> Done {
        let actor = || actor.ok_or(Refusal::SignedOut);
        match self {
            Self::Nothing => Ok(()),
            Self::Site(action) => look::must(site, actor()?, action),
            Self::Event(event, action) => may(site, actor()?, event, action).await,
            Self::Trash(event, action) => {
                EventId::parse(event).ok_or(Refusal::NotFound)?;
                look::must(site, actor()?, action)
            }
            Self::Season(season) => {
                let season = SeasonId::parse(season).ok_or(Refusal::NotFound)?;
                season::must_keep(site, actor()?, season).await
            }
            Self::Request { event, person } => {
                let actor = actor()?;
                EventId::parse(event).ok_or(Refusal::NotFound)?;
                let own = person.is_empty() || PersonId::parse(person).ok_or(Refusal::NotFound)? == actor.person;
                may(site, actor, event, if own { Action::Ask } else { Action::RunEvent }).await
            }
            Self::SetupLink(token) if set_up::link_lives(site, token).await? => Ok(()),
            Self::SetupLink(_) => Err(Obstacle::LinkSpent.into()),
        }
    }
}

async fn may(site: &Site, actor: &Actor, event: &str, action: Action) -> Done {
    let event = EventId::parse(event).ok_or(Refusal::NotFound)?;
    Look::at(site, actor, event).await?.to(action).map(drop)
}
