use allocation::after::{Fields, What};
use serde_json::json;

use super::{Run, by_hand::read_reason, due::tell_over};
use crate::{
    domain::{
        deed::Deed,
        ids::{EventId, OfferId},
    },
    error::{Obstacle, Refusal},
    server::{
        auth::{Action, Actor},
        db::{
            after::{self, OfferStatus},
            audit::Entry,
        },
        mail::messages::OverWhy,
        services::{Act, Done},
        site::Site,
    },
};

/// Takes back what is offered to someone, for a reason that they are told. They are asked no more, and whoever is next is.
///
/// # Errors
/// Someone who does not run the event; no reason; an offer that is over, or of another event.
pub async fn recall(site: &Site, actor: &Actor, (id, offer): (EventId, OfferId), reason: &str) -> Done {
    let mut act = Act::by(site, actor).await?;
    let event = act.event(id, Action::RunEvent).await?;
    let offer = after::find_offer(&act.tx, offer).await?.filter(|offer| offer.event == id).ok_or(Refusal::NotFound)?;
    let reason = read_reason(reason)?;
    let mut run = Run::by_hand(&mut act, &event).await?;
    let whose = run.label_of(offer.person).ok_or(Obstacle::OfferOver)?;
    let open = run.course().holder(&whose).offer.filter(|_| offer.status == OfferStatus::Open);
    // What lapsed just now may have been offered to them anew: that is another offer.
    if open.is_none_or(|open| open.until != offer.until.timestamp_millis()) {
        return Err(Obstacle::OfferOver.into());
    }
    run.add(&event, Fields::new(What::Recall, run.now(&act)).label(&whose).reason(&reason))?;
    run.settle(&act, &event)?;
    let since = offer.offered_at.timestamp_millis();
    tell_over(&mut act, &event, offer.person, (offer.number, since), (OverWhy::Recalled, &reason)).await?;
    run.keep(&mut act, &event).await?;
    let details = json!({ "number": offer.number, "reason": reason });
    act.note(Entry::of(Deed::AfterRecall).on(id).about(offer.person).with(details));
    act.commit().await
}
