use chrono::{DateTime, Utc};
use serde_json::json;

use super::by_other::ByOther;
use crate::{
    domain::{
        deed::Deed,
        event::EventStatus,
        ids::{EventId, PersonId},
        request::RequestForm,
        typed::{Problem, version},
    },
    error::Refusal,
    server::{
        auth::{Action, Actor},
        db::{
            audit::Entry,
            decisions::{self, Decided, Decider},
            events::{self, Event},
            held::Held,
            people,
            requests::{self, Asking, Request},
        },
        mail::messages::{ReceivedFacts, ReceivedMessage, RequestChange},
        services::{Act, Done, Refused, draw, look, mail::event_facts, person::is_named, statements::NewStatement},
        site::Site,
    },
};

/// Stores a request: `person`'s own, or entered for them by who runs the event (which is noted).
///
/// Members ask while the event is open; organizers also while it is closed. When the numbers of a closed event's
/// request change, its allocation is undecided again and the board moves on, so that nobody allocates what they have
/// not seen.
///
/// # Errors
/// A person whom someone who may not list people has not named exactly, a state in which nobody may ask, a number above
/// the event's limit, a stale version.
pub async fn save(site: &Site, actor: &Actor, id: EventId, person: PersonId, form: &RequestForm) -> Done {
    let own = person == actor.person;
    let mut act = Act::by(site, actor).await?;
    let event = act.event(id, needed(own)).await?;
    may_ask(&event, own, act.now)?;
    let ask = form.parse(event.limit)?;
    let known = people::find(&act.tx, person).await?.filter(|person| person.active);
    known.ok_or_else(|| Refused::field("person", Problem::NoSuchPerson))?;
    let before = requests::find(&act.tx, id, person).await?;
    let chosen = own || before.is_some() || look::may(site, actor, Action::ListPeople);
    if !chosen && !is_named(&act.tx, person, &form.sought).await? {
        return Err(Refused::field("person", Problem::NoSuchPerson));
    }
    if before.as_ref().map_or(0, |before| before.version) != version(&form.version) {
        // Sent twice, or from another page: there is nothing to lose where it stands as it was sent.
        let stands =
            |before: &Request| before.withdrawn_at.is_none() && before.tiers == ask.tiers && before.note == ask.note;
        return if before.as_ref().is_some_and(stands) { Ok(()) } else { Err(Refused::conflict()) };
    }
    let asking = Asking { person, entered_by: (!own).then_some(actor.person), now: act.now };
    let request = match &before {
        Some(before) => {
            requests::update(&act.tx, &event, before, asking, &ask).await?;
            before.id
        }
        None => requests::insert(&act.tx, &event, asking, &ask).await?,
    };
    let unseen = |before: &Request| before.tiers != ask.tiers || before.withdrawn_at.is_some();
    if event.status_at(act.now) == EventStatus::Closed && before.as_ref().is_none_or(unseen) {
        let by = Decider { person: actor.person, board_version: event.board_version + 1 };
        decisions::decide(&act.tx, &event, request, Decided::default(), by).await?;
        list_changed(&mut act, &event, actor).await?;
    }
    if before.as_ref().is_none_or(unseen) {
        state(&mut act, &event, person, !own).await?;
    }
    if !own {
        let details = json!({ "tiers": ask.tiers.amounts(), "before": before.as_ref().map(|b| b.tiers.amounts()) });
        act.note(Entry::of(Deed::RequestEnter).on(id).about(person).with(details));
    }
    if !own && before.as_ref().is_none_or(|before| unseen(before) || before.note != ask.note) {
        let change = match before.as_ref().filter(|before| before.withdrawn_at.is_none()) {
            Some(_) => RequestChange::Changed,
            None => RequestChange::Entered,
        };
        let done = ByOther { person, before: before.as_ref(), now: &ask.tiers, change, reason: "" };
        done.tell(&mut act, &event, actor).await?;
    }
    if own && form.copy == "on" {
        let request = requests::find(&act.tx, id, person).await?.ok_or(Refusal::NotFound)?;
        let receipt = receipt(&act, &event, &request).await?;
        act.tell(person, &receipt);
    }
    act.commit().await
}

/// States what someone asks for, as it is stored now.
pub(super) async fn state(act: &mut Act<'_>, event: &Held, person: PersonId, by_other: bool) -> Done {
    let request = requests::find(&act.tx, event.id, person).await?.ok_or(Refusal::NotFound)?;
    let label = draw::label(&draw::event_label(event)?, &request);
    act.state(NewStatement::receipt(event, &label, (&request.tiers, request.since), by_other));
    Ok(())
}

/// The copy of a request for its author.
async fn receipt(act: &Act<'_>, event: &Event, request: &Request) -> Done<ReceivedMessage> {
    let facts = ReceivedFacts {
        event: event_facts(&act.tx, event, act.now).await?,
        accepted: request.tiers.amounts().to_vec(),
        commitment: event.commitment.map(|(commitment, _)| commitment.to_string()),
        label: draw::label(&draw::event_label(event)?, request).to_string(),
    };
    Ok(ReceivedMessage { version: request.version, facts })
}

/// What someone has to be permitted for a request: their own, or another's.
pub(super) const fn needed(own: bool) -> Action {
    if own { Action::Ask } else { Action::RunEvent }
}

/// Lets only past what can be stored in this state: while requests are open anything, once they are closed what comes
/// from who runs the event.
pub(super) fn may_ask(event: &Held, own: bool, now: DateTime<Utc>) -> Done {
    match event.status_at(now) {
        EventStatus::Closed if !own || event.is_run() => Ok(()),
        _ => event.must_be(EventStatus::Open, now),
    }
}

/// Moves the board of a closed event on, and publishes the list anew if it was frozen.
pub(super) async fn list_changed(act: &mut Act<'_>, event: &Held, actor: &Actor) -> Done {
    events::advance_board(&act.tx, event, event.board_version).await?;
    if event.status == EventStatus::Closed {
        draw::freeze(act, event, Some(actor.person)).await?;
    }
    Ok(())
}
