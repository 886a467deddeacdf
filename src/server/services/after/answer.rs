use allocation::after::{Fields, What};
use serde_json::json;
use strum::IntoStaticStr;

use super::{Press, Run, press::asks_to_sign_in};
use crate::{
    domain::{
        deed::Deed,
        event::EventStatus,
        ids::{OfferId, PersonId},
    },
    error::{Obstacle, Refusal},
    server::{
        auth::{Action, Actor, OfferLink},
        db::{
            ConnectionTrait,
            after::{self, Offer, OfferStatus, Overlap},
            audit::Entry,
            events::{self, Event},
            held::{Held, hold_unattended},
            people::{self, Person},
            requests,
        },
        mail::messages::{TookFacts, TookMessage},
        services::{Act, Done, mail::event_facts},
        site::Site,
    },
};

/// What someone says to an offer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Answer {
    Take,
    Decline,
}

impl Answer {
    /// Reads the form's word; `None` for anything else.
    pub fn parse(raw: &str) -> Option<Self> {
        match raw {
            "take" => Some(Self::Take),
            "decline" => Some(Self::Decline),
            _ => None,
        }
    }

    const fn made(self) -> OfferStatus {
        match self {
            Self::Take => OfferStatus::Taken,
            Self::Decline => OfferStatus::Declined,
        }
    }
}

/// An offer that was answered.
#[derive(Clone, Debug)]
pub struct Answered {
    pub offer: Offer,
    /// Whether they keep their place in line for more.
    pub stays: bool,
}

/// Answers an offer of one's own. Answering the same twice is answering once.
///
/// # Errors
/// Somebody else's offer; one that is over, or was answered otherwise.
pub async fn answer(site: &Site, actor: &Actor, id: OfferId, how: Answer) -> Done<Answered> {
    let mut act = Act::by(site, actor).await?;
    let offer = after::find_offer(&act.tx, id).await?.filter(|offer| offer.person == actor.person);
    let offer = offer.ok_or(Refusal::NotFound)?;
    let event = act.event(offer.event, Action::Ask).await?;
    let stays = say(&mut act, &event, (&offer, how), By::Page).await?;
    act.commit().await?;
    Ok(Answered { offer, stays })
}

/// The same by the link in the email. Nobody need be signed in.
///
/// # Errors
/// [`Obstacle::LinkSpent`] for a link behind which nobody stands; a button that no person may have pressed; as [`answer`].
pub async fn answer_behind(site: &Site, token: &str, how: Answer, press: Press) -> Done<Answered> {
    let mut act = Act::unattended(site).await?;
    let (offer, _) = whose(site, &act.tx, token).await?.ok_or(Obstacle::LinkSpent)?;
    press.check(site, &offer)?;
    let event = hold_unattended(&act.tx, offer.event).await?.filter(|event| event.deleted_at.is_none());
    let event = event.ok_or(Obstacle::LinkSpent)?;
    let by = if press.is_by_its_person(&offer) { By::Page } else { By::Link };
    let stays = say(&mut act, &event, (&offer, how), by).await?;
    act.commit().await?;
    Ok(Answered { offer, stays })
}

/// What stands behind the link of an offer.
#[derive(Debug)]
pub struct Behind {
    pub offer: Offer,
    pub event: Event,
    /// Whose offer it is.
    pub name: String,
    /// What they have now.
    pub held: u32,
    /// Whether it can be answered only once they are signed in.
    pub asks_to_sign_in: bool,
    /// What they have, or are offered, at the same time.
    pub overlaps: Vec<Overlap>,
}

/// Looks at such a link without touching anything: email scanners open links. `None`: it was altered, another site made it, or
/// nobody stands behind it any more. `signed_in`: who is, in the browser that looks.
pub async fn behind(site: &Site, token: &str, signed_in: Option<PersonId>) -> Done<Option<Behind>> {
    let c = site.db.read();
    let Some((offer, person)) = whose(site, c, token).await? else { return Ok(None) };
    let event = events::find(c, offer.event).await?.filter(|event| event.deleted_at.is_none());
    let Some(event) = event else { return Ok(None) };
    let held = requests::find(c, event.id, offer.person).await?.and_then(|request| request.allocated).unwrap_or(0);
    let asks_to_sign_in = asks_to_sign_in(site, &offer, signed_in);
    let overlaps = after::overlaps(c, offer.person, &event).await?;
    Ok(Some(Behind { offer, event, name: person.name, held, asks_to_sign_in, overlaps }))
}

async fn whose(site: &Site, c: &impl ConnectionTrait, token: &str) -> Done<Option<(Offer, Person)>> {
    let Some(link) = OfferLink::presented(token, &site.settings) else { return Ok(None) };
    let person = people::find(c, link.person).await?.filter(|person| person.active && link.is_of(&person.public_id));
    let offer = after::find_offer(c, link.offer).await?.filter(|offer| offer.person == link.person);
    Ok(offer.zip(person))
}

/// From where an answer comes, as the audit log has it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, IntoStaticStr)]
#[strum(serialize_all = "lowercase")]
enum By {
    /// From where its person is signed in.
    Page,
    /// From a browser where nobody is, or someone else.
    Link,
}

/// Says whether they keep their place for more.
async fn say(act: &mut Act<'_>, event: &Held, (offer, how): (&Offer, Answer), by: By) -> Done<bool> {
    event.must_be(EventStatus::Finalized, act.now)?;
    // Read again now that the event is held: another device may have answered meanwhile.
    let offer = after::find_offer(&act.tx, offer.id).await?.ok_or(Refusal::NotFound)?;
    let mut run = Run::read(act, event).await?;
    let label = run.label(act, offer.person).await?;
    if offer.status == how.made() {
        return Ok(run.course().holder(&label).is_in_line());
    }
    run.catch_up(act, event, None).await?;
    let open = run.course().holder(&label).offer.filter(|_| offer.status == OfferStatus::Open);
    // What lapsed just now may have been offered to them anew: that is another offer.
    if open.is_none_or(|open| open.until != offer.until.timestamp_millis()) {
        return Err(Obstacle::OfferOver.into());
    }
    let what = if how == Answer::Take { What::Take } else { What::Decline };
    run.add(event, Fields::new(what, run.now(act)).label(&label))?;
    run.settle(act, event)?;
    let holder = run.course().holder(&label);
    if how == Answer::Take {
        let unsure = by == By::Link && act.now < event.returns_until();
        let facts = took(act, event, (offer.number, holder.held), "").await?;
        let facts = TookFacts { back_until: unsure.then(|| event.returns_until()), ..facts };
        act.tell(offer.person, &TookMessage { at: act.now, facts });
    }
    let deed = if how == Answer::Take { Deed::AfterTake } else { Deed::AfterDecline };
    run.keep(act, event).await?;
    act.note(
        Entry::of(deed)
            .on(event.id)
            .about(offer.person)
            .with(json!({ "number": offer.number, "by": <&str>::from(by) })),
    );
    Ok(holder.is_in_line())
}

/// What someone is told who took so many and has so many now; with a reason: who was given them.
pub(super) async fn took(act: &Act<'_>, event: &Held, (number, held): (u32, u32), reason: &str) -> Done<TookFacts> {
    let (line, reason) = (event.winners_line.clone(), reason.to_owned());
    Ok(TookFacts { event: event_facts(&act.tx, event, act.now).await?, number, held, line, back_until: None, reason })
}

/// Tells someone that they have more tickets now; with a reason: that they were given them.
pub(super) async fn tell(act: &mut Act<'_>, event: &Held, person: PersonId, number: (u32, u32), reason: &str) -> Done {
    let facts = took(act, event, number, reason).await?;
    act.tell(person, &TookMessage { at: act.now, facts });
    Ok(())
}
