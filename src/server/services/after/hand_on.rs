use chrono::TimeDelta;
use serde_json::json;

use super::{
    pass::{has_room, must_be_possible, pass},
    read_number,
};
use crate::{
    domain::{
        after::HandOn,
        deed::Deed,
        ids::{EventId, PersonId},
        person::Email,
        typed::{Problem, optional_line, token},
    },
    error::Obstacle,
    server::{
        auth::{Action, Actor},
        db::{
            after::{self, NewHandRequest, OfferStatus},
            audit::Entry,
            creations,
            held::Held,
            organizers, people, requests,
        },
        mail::messages::{HandOnAskedFacts, HandOnAskedMessage},
        services::{
            Act, Done, Refused,
            draft::forms::HandOnForm,
            limit::{self, Limit},
            mail::event_facts,
        },
        site::Site,
    },
};

/// So long before an event its organizers cannot wait for their next summary.
const LAST_DAY: TimeDelta = TimeDelta::hours(24);
/// The longest line to a colleague, in characters.
const MAX_LINE: usize = 300;

/// What came of handing on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Handed {
    /// The other has them.
    Done,
    /// Somebody who runs the event has to confirm it.
    Asked,
}

/// Hands some of one's own tickets on to the one with exactly this address, until the event begins: close to it is when it is needed
/// most. Where the event wants it confirmed, that is asked for. In the season they stay one's own.
///
/// An address that nobody has, and one of somebody who cannot sign in, are refused alike, and only so many are tried. What
/// [`Limit::Receivers`] took is given back where tickets changed hands: that costs enough. A form that was done already is not done
/// again.
///
/// # Errors
/// An event that lets nobody hand on, is not final, or has begun; none, or more than they have; something that is being given back,
/// or waits already; an address that is none, one's own, or nobody's; more than one person may have.
pub async fn hand_on(site: &Site, actor: &Actor, id: EventId, typed: &HandOnForm) -> Done<Handed> {
    let mut act = Act::by(site, actor).await?;
    let event = act.event(id, Action::Ask).await?;
    let once = token(&typed.once);
    if let Some(token) = once
        && creations::of_form(&act.tx, actor.person, token).await? == Some(id)
    {
        return Ok(if event.after.hand_on == HandOn::Free { Handed::Done } else { Handed::Asked });
    }
    must_be_possible(&act, &event)?;
    if event.after.hand_on == HandOn::Off {
        return Err(Obstacle::HandOnOff.into());
    }
    let number = what_can_be_handed_on(&act, &event, actor.person, &typed.number).await?;
    let line = optional_line(&typed.line, MAX_LINE).map_err(|why| Refused::field("line", why))?;
    let email = Email::parse(&typed.email).map_err(|why| Refused::field("email", why))?;
    if email.as_str() == actor.email {
        return Err(Refused::field("email", Problem::Oneself));
    }
    let tries = Limit::Receivers(actor.person);
    if !limit::within(site, &act.tx, tries).await? {
        return Err(Obstacle::TriedTooOften.into());
    }
    let person = match receiver(&act, &event, (&email, number)).await? {
        Ok(person) => person,
        Err(why) => {
            // Nothing but that it was tried stays.
            act.commit().await?;
            return Err(why);
        }
    };
    if let Some(token) = once {
        creations::note(&act.tx, actor.person, token, id, act.now).await?;
    }
    let note = Entry::of(Deed::AfterHand).on(id).about(actor.person).with(json!({ "number": number, "to": person }));
    if event.after.hand_on == HandOn::Confirm {
        let new = NewHandRequest { person: actor.person, to: person, number, line: &line, now: act.now };
        let request = after::insert_hand_request(&act.tx, &event, new).await?;
        if event.schedule.starts_at - act.now < LAST_DAY {
            tell_who_runs_it(&mut act, &event, request).await?;
        }
        after::hurry(&act.tx, &event, event.schedule.starts_at).await?;
        act.note(Entry { deed: Deed::AfterHandAsk, ..note });
        act.commit().await?;
        return Ok(Handed::Asked);
    }
    pass(&mut act, &event, (actor.person, person), (number, &line)).await?;
    limit::give_back(site, &act.tx, tries).await?;
    act.note(note);
    act.commit().await?;
    Ok(Handed::Done)
}

/// A number of tickets that someone has, and is neither giving back nor asking to hand on, nor said will not be used.
async fn what_can_be_handed_on(act: &Act<'_>, event: &Held, person: PersonId, typed: &str) -> Done<u32> {
    let request = requests::find(&act.tx, event.id, person).await?.filter(|request| request.withdrawn_at.is_none());
    let late = after::of_person(&act.tx, event.id, person).await?.map_or(0, |holding| holding.late);
    let held = request.and_then(|request| request.allocated).unwrap_or(0).saturating_sub(late);
    let number = read_number(typed, held)?;
    if after::returning(&act.tx, event.id).await?.iter().any(|one| one.person == person) {
        return Err(Obstacle::ReturnUnderWay.into());
    }
    if after::hand_requests(&act.tx, event.id).await?.iter().any(|one| one.person == person) {
        return Err(Obstacle::HandOnUnderWay.into());
    }
    Ok(number)
}

/// The one with this address, if they can have so many more.
async fn receiver(act: &Act<'_>, event: &Held, (email, number): (&Email, u32)) -> Done<Result<PersonId, Refused>> {
    let person = people::find_by_email(&act.tx, email).await?.filter(|person| person.active);
    let Some(person) = person else {
        let seen = email.as_str().to_owned();
        return Ok(Err(Refused::field("email", Problem::NobodyThere { seen })));
    };
    let request = requests::find(&act.tx, event.id, person.id).await?.filter(|one| one.withdrawn_at.is_none());
    let held = request.and_then(|request| request.allocated).unwrap_or(0);
    let offers = after::offers_of(&act.tx, event.id, Some(person.id)).await?;
    let offered = offers.iter().find(|one| one.status == OfferStatus::Open).map_or(0, |offer| offer.number);
    Ok(if has_room(event, held.saturating_add(offered), number) { Ok(person.id) } else { Err(Obstacle::NoRoom.into()) })
}

/// Tells those who run the event what is asked.
async fn tell_who_runs_it(act: &mut Act<'_>, event: &Held, request: i32) -> Done {
    let waiting = after::hand_requests(&act.tx, event.id).await?;
    let Some(waits) = waiting.into_iter().find(|one| one.id == request) else { return Ok(()) };
    let of = event_facts(&act.tx, event, act.now).await?;
    let facts = HandOnAskedFacts { event: of, from: waits.name, to: waits.to_name, number: waits.number };
    let message = HandOnAskedMessage { request, facts };
    for organizer in organizers::list(&act.tx, event.id).await? {
        act.tell(organizer.id, &message);
    }
    Ok(())
}
