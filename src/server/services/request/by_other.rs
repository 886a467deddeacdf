use allocation::Tiers;

use crate::{
    domain::ids::PersonId,
    server::{
        auth::Actor,
        db::{held::Held, requests::Request},
        mail::messages::{RequestChange, RequestChangedFacts, RequestChangedMessage},
        services::{Act, Done, mail::event_facts},
    },
};

/// What someone does to a request that is not theirs.
pub(super) struct ByOther<'a> {
    /// Whose request it is.
    pub person: PersonId,
    /// The request as it was; `None`: there was none.
    pub before: Option<&'a Request>,
    /// What it asks for afterward.
    pub now: &'a Tiers,
    pub change: RequestChange,
    /// Empty where none is asked for.
    pub reason: &'a str,
}

impl ByOther<'_> {
    /// Has the person told what was done, by whom, and why. Every path on which someone's request is changed by another
    /// comes here.
    pub async fn tell(self, act: &mut Act<'_>, event: &Held, by: &Actor) -> Done {
        let Self { person, before, now, change, reason } = self;
        let facts = RequestChangedFacts {
            event: event_facts(&act.tx, event, act.now).await?,
            change,
            by: by.name.clone(),
            before: before.map(|before| before.tiers.amounts().to_vec()).unwrap_or_default(),
            now: now.amounts().to_vec(),
            told: before.and_then(|before| before.told),
            reason: reason.to_owned(),
        };
        let version = before.map_or(1, |before| before.version + 1);
        act.tell(person, &RequestChangedMessage { version, facts });
        Ok(())
    }
}
