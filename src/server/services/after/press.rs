use chrono::{DateTime, TimeDelta, Utc};

use crate::{
    domain::ids::PersonId,
    error::Obstacle,
    server::{auth::Actor, config::LoginUnbound, db::after::Offer, services::Done, site::Site},
};

/// Nobody reads what is offered, and decides, in less time.
const READS: TimeDelta = TimeDelta::seconds(3);

/// Someone, or something, presses a button behind the link of an offer.
#[derive(Clone, Copy, Debug, Default)]
pub struct Press {
    /// Who is signed in there.
    signed_in: Option<PersonId>,
    /// When the page with the button was made; `None`: there was none.
    shown_at: Option<DateTime<Utc>>,
}

impl Press {
    /// `shown`: what the page noted in its form, milliseconds since 1970.
    pub fn new(actor: Option<&Actor>, shown: &str) -> Self {
        let shown_at = shown.parse().ok().and_then(DateTime::from_timestamp_millis);
        Self { signed_in: actor.map(|actor| actor.person), shown_at }
    }

    /// Whether the offer is that of whoever is signed in there: that is no email filter.
    pub(super) fn is_by_its_person(self, offer: &Offer) -> bool {
        self.signed_in == Some(offer.person)
    }

    /// Lets only past what a person may have pressed. Email filters that press buttons do so as soon as they see them, so whoever
    /// is that quick is asked once more.
    ///
    /// # Errors
    /// [`Obstacle::AnswerSignedIn`] where the site has email filters that press buttons; [`Obstacle::AnswerOnceMore`].
    pub(super) fn check(self, site: &Site, offer: &Offer) -> Done {
        if self.is_by_its_person(offer) {
            return Ok(());
        }
        if asks_to_sign_in(site, offer, self.signed_in) {
            return Err(Obstacle::AnswerSignedIn.into());
        }
        let has_read = self.shown_at.is_some_and(|shown_at| site.now() - shown_at >= READS);
        if has_read { Ok(()) } else { Err(Obstacle::AnswerOnceMore.into()) }
    }
}

/// Whether an offer can be answered only once its person is signed in: where a link alone signs nobody in, it answers nothing.
pub(super) fn asks_to_sign_in(site: &Site, offer: &Offer, signed_in: Option<PersonId>) -> bool {
    site.settings.login_unbound == LoginUnbound::Code && signed_in != Some(offer.person)
}
