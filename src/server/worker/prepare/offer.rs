use serde::Deserialize;

use super::{Prepared, UNREADABLE, composed, find};
use crate::{
    domain::message::Kind,
    server::{
        auth::OfferLink,
        db::{
            DbErr,
            after::{self, OfferStatus},
            events,
            outbox::StoredMessage,
            requests,
        },
        mail::messages::{OfferFacts, OfferMessage, OfferSoonMessage},
        services::mail::event_facts,
        site::Site,
    },
};

const OVER: &str = "The offer was answered, or is over.";
const GONE: &str = "The event is gone.";

/// An offer, with the link by which it is answered; it leaves only as long as that can be done, and says how things are now.
pub(super) async fn prepare(site: &Site, message: &StoredMessage) -> Result<Prepared, DbErr> {
    let c = site.db.read();
    let person = match find(c, message.person).await? {
        Ok(person) => person,
        Err(why) => return Ok(Prepared::Nobody(why)),
    };
    let Ok(facts) = OfferFacts::deserialize(&message.payload) else { return Ok(Prepared::Unwritable(UNREADABLE)) };
    let offer = after::find_offer(c, facts.offer).await?.filter(|offer| offer.person == person.id);
    let open = offer.filter(|offer| offer.status == OfferStatus::Open && offer.until > site.now());
    let Some(offer) = open else { return Ok(Prepared::Nobody(OVER)) };
    let event = events::find(c, offer.event).await?.filter(|event| event.deleted_at.is_none());
    let Some(event) = event else { return Ok(Prepared::Nobody(GONE)) };
    let overlaps = after::overlaps(c, person.id, &event).await?;
    let of = event_facts(c, &event, site.now()).await?;
    let theirs = requests::find(c, event.id, person.id).await?.filter(|request| request.withdrawn_at.is_none());
    let held = theirs.and_then(|request| request.allocated).unwrap_or(0);
    let facts = OfferFacts { event: of, until: offer.until, held, overlaps, ..facts };
    let token = OfferLink::new(offer.id, person.id, &person.public_id).token(&site.settings, &*site.chance);
    let write = match message.kind {
        Kind::OfferSoon => OfferSoonMessage::letter,
        _ => OfferMessage::letter,
    };
    composed(&person, None, site, |to| write(&facts, to, &token, &site.settings)).await
}
