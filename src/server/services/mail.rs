//! The mail queue for those who look after it, and the facts that messages tell.

mod again;
mod hold;

use std::collections::HashMap;

use allocation::Totals;
use chrono::{DateTime, Utc};
use serde_json::json;

use super::{
    Done,
    limit::{Limit, within},
};
use crate::{
    domain::{
        deed::Deed,
        ids::{MessageId, PersonId},
    },
    error::{Obstacle, Refusal},
    server::{
        auth::{Action, Actor},
        db::{
            ConnectionTrait, DbErr,
            audit::Entry,
            events::{self, Event},
            messages::{self, Listed, Show, Totaled},
            organizers,
            outbox::{self, StoredMessage},
            people,
            requests::Request,
        },
        mail::{
            CalendarFacts, EventFacts, EventTime,
            messages::{ResultFacts, TestMessage, kinds, profile},
        },
        names::Alike,
        services::{Act, look},
        site::Site,
    },
    words,
};

pub use again::send_all_again;
pub use hold::hold_all;

/// How many messages one page lists.
pub const MOST: u64 = 200;

/// The latest messages of one list, at most [`MOST`], and how many each list holds, in the order of [`Show::ALL`].
#[derive(Debug)]
pub struct Queue {
    pub messages: Vec<Listed>,
    pub counts: [u64; 5],
    /// How many wait that were to leave by now. Some are written to leave later: they do not wait yet.
    pub due: u64,
    /// Since when the oldest of these waits.
    pub oldest: Option<DateTime<Utc>>,
    /// What messages failed for, the most frequent first, with how many.
    pub reasons: Vec<(String, u64)>,
}

/// How many reasons are shown.
const REASONS: usize = 10;

/// The queue for those who look after it. Two statements, and one more where two names look the same.
pub async fn list(site: &Site, actor: &Actor, show: Show) -> Done<Queue> {
    look::must(site, actor, Action::ManageMail)?;
    let c = site.db.read();
    let Totaled { counts, due, oldest, reasons } = messages::totaled(c, site.now()).await?;
    let mut by_why: Vec<(String, u64)> = Vec::new();
    for (reason, count) in reasons {
        let why = words::mail_why(&reason);
        match by_why.iter_mut().find(|(known, _)| known == why) {
            Some((_, sum)) => *sum += count,
            None => by_why.push((why.to_owned(), count)),
        }
    }
    by_why.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
    by_why.truncate(REASONS);
    let mut messages = messages::list(c, show, MOST).await?;
    name_apart(c, &mut messages, true).await?;
    Ok(Queue { messages, counts, due, oldest, reasons: by_why })
}

/// Puts the address beside names of a list that look like another's in it, `whole` where its reader may read addresses. One
/// statement where there are such names.
pub async fn name_apart(c: &impl ConnectionTrait, messages: &mut [Listed], whole: bool) -> Result<(), DbErr> {
    let told = |one: &Listed| Some((one.person?, one.person_name.clone()?));
    let names: HashMap<PersonId, String> = messages.iter().filter_map(told).collect();
    let alike = Alike::among(names.values().map(String::as_str));
    let twice: Vec<PersonId> = names.iter().filter(|(_, name)| alike.has(name)).map(|(id, _)| *id).collect();
    if twice.is_empty() {
        return Ok(());
    }
    let people = people::names_and_addresses(c, twice).await?;
    let apart = words::Apart::among(people.values().map(|(name, email)| (name.as_str(), email.as_str())), whole);
    for message in messages {
        if let Some((name, email)) = message.person.and_then(|id| people.get(&id)) {
            message.person_name = Some(apart.named(name, email));
        }
    }
    Ok(())
}

/// What becomes of a message that failed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Settle {
    /// It goes back into the queue.
    SendAgain,
    /// It is not sent anymore: someone told them.
    ToldInPerson,
}

/// Settles a failed message: any by admins, one about an event also by those who run it.
///
/// # Errors
/// A message that is not theirs, did not fail, or is not there; one to be sent again that is no longer true.
pub async fn settle(site: &Site, actor: &Actor, id: MessageId, how: Settle) -> Done {
    let mut act = Act::by(site, actor).await?;
    let message = outbox::find(&act.tx, id).await?;
    let event = message.as_ref().and_then(|message| message.event);
    match (act.may(Action::ManageMail), event) {
        (Err(_), Some(event)) => drop(act.event(event, Action::RunEvent).await?),
        (looks_after_mail, _) => looks_after_mail?,
    }
    let message = message.ok_or(Obstacle::NotFailed)?;
    if how == Settle::SendAgain && !is_true_still(&act, &message).await? {
        return Err(Obstacle::Overtaken.into());
    }
    let (failed, deed) = match how {
        Settle::SendAgain => (outbox::resend(&act.tx, id, act.now).await?, Deed::MailResend),
        Settle::ToldInPerson => (outbox::give_up(&act.tx, id, words::TOLD_IN_PERSON).await?, Deed::MailTold),
    };
    if !failed {
        return Err(Obstacle::NotFailed.into());
    }
    act.note(Entry { event, ..Entry::of(deed) }.with(json!({ "message": id })));
    act.commit().await?;
    site.mail_waits.notify_one();
    Ok(())
}

/// Whether what a message tells of an event is how it stands, and nothing was written to them about it since.
async fn is_true_still(act: &Act<'_>, message: &StoredMessage) -> Done<bool> {
    let (Some(holds), Some(event)) = (profile(message.kind).holds_while, message.event) else { return Ok(true) };
    let stands = events::find(&act.tx, event).await?.is_some_and(|event| holds(&event, act.now));
    Ok(stands && !outbox::is_overtaken(&act.tx, message, &kinds(|profile| profile.tells_outcome)).await?)
}

/// Writes a test message to whoever asks; one a minute, however often they press.
///
/// # Errors
/// Not an admin; more than a few in a short time.
pub async fn test(site: &Site, actor: &Actor) -> Done {
    let mut act = Act::by(site, actor).await?;
    act.may(Action::ManageMail)?;
    if !within(site, &act.tx, Limit::TestMessages(actor.person)).await? {
        return Err(Refusal::TooMany.into());
    }
    let message = TestMessage { at: act.now };
    act.tell(actor.person, &message);
    act.note(Entry::of(Deed::MailTest));
    act.commit().await
}

/// What every message about an event says, as it is now.
pub async fn event_facts(c: &impl ConnectionTrait, event: &Event, now: DateTime<Utc>) -> Result<EventFacts, DbErr> {
    let organizers = organizers::list(c, event.id).await?;
    let owner = organizers.into_iter().find(|organizer| organizer.is_owner);
    let (organizer, reply_to) = owner.map(|owner| (owner.name, owner.email)).unwrap_or_default();
    let time = EventTime::At { starts_at: event.schedule.starts_at, zone: event.schedule.zone };
    let calendar = Some(CalendarFacts::of(event, now));
    let place = event.place.clone();
    Ok(EventFacts { id: event.id, name: event.name.clone(), time, place, organizer, reply_to, calendar })
}

/// What a result tells one person. An undecided request counts as none: it is asked about only in drafts.
pub(super) fn result_facts(
    facts: &EventFacts,
    event: &Event,
    totals: &Totals,
    people: usize,
    request: &Request,
    line: &str,
) -> ResultFacts {
    ResultFacts {
        event: facts.clone(),
        given: request.allocated.unwrap_or(0),
        before: request.told,
        accepted: request.tiers.amounts().to_vec(),
        tickets: event.tickets,
        people: people as u64,
        requested: totals.first_choices,
        line: line.to_owned(),
        drawn: event.drawn_tickets.is_some(),
        by: String::new(),
        why: String::new(),
        reason: request.reason.clone(),
        other_date: request.told_other_date,
    }
}
