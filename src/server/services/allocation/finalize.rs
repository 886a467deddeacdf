use allocation::statement::Kind;
use serde::{Deserialize, Serialize};
use serde_json::json;

use super::sheet::{field_errors, sheet};
use crate::{
    domain::{
        deed::Deed,
        event::EventStatus,
        ids::EventId,
        typed::{Problem, lines, optional_line, version},
    },
    error::Refusal,
    server::{
        auth::{Action, Actor},
        db::{
            audit::Entry,
            decisions::{self, Teller},
            events, guests,
            held::Held,
            requests::{self, Request},
        },
        mail::messages::{ChangedMessage, ResultMessage},
        services::{
            Act, Done, Refused, after, draw, event,
            mail::{event_facts, result_facts},
            statements::NewStatement,
        },
        site::Site,
    },
};

/// The longest line for those who got tickets, in characters.
pub const MAX_WINNERS_LINE: usize = 500;
/// The longest reason for giving people another number than they were told, in characters.
const MAX_CHANGE_REASON: usize = 500;

/// How an event is finalized.
#[derive(Clone, Copy, Debug, Default)]
pub struct Finalizing<'a> {
    /// The board's version the page was made from.
    pub version: &'a str,
    pub telling: Telling,
    /// A line for those who got tickets.
    pub line: &'a str,
    /// Why some have another number than they were told; needed where there are such.
    pub why: &'a str,
}

/// Who is told by email. Whose number, date, or place is not what they were told is told under each of these. Deactivated people never are,
/// nor is it noted that they were: they are told once they are active again and the event is finalized anew.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Telling {
    /// Whose number, date, or place is not what they were told last; the first time that is everyone.
    #[default]
    Changed,
    /// Everyone who asked.
    All,
    /// Nobody else: a first result stands on the site only.
    Nobody,
}

impl Telling {
    /// Reads the form's word; without one, [`Telling::Changed`].
    pub fn parse(raw: &str) -> Self {
        match raw {
            "all" => Self::All,
            "nobody" => Self::Nobody,
            _ => Self::Changed,
        }
    }

    /// Whether the author of a request is written to.
    pub fn reaches(self, request: &Request) -> bool {
        request.person_active
            && match self {
                Self::Changed => request.told != request.allocated || request.told_other_date,
                Self::All => true,
                Self::Nobody => is_other_than_told(request) || request.told_other_date,
            }
    }
}

/// Whether a request has another number now than its person was told.
pub fn is_other_than_told(request: &Request) -> bool {
    request.told.is_some() && request.told != request.allocated
}

/// Locks the event and writes the messages that tell people, all or nothing.
///
/// One transaction: version checked, everything decided, the sum at most the tickets, status set, one message for each
/// person to be told, and a note beside their request, and beside no other, of what they are told. Returns how many
/// messages.
///
/// # Errors
/// A stale version, anything [`allocation::Sheet::final_objections`] objects to, a draw that no longer covers the event, an
/// event that is not closed, no reason where someone has another number than they were told.
pub async fn finalize(site: &Site, actor: &Actor, id: EventId, how: Finalizing<'_>) -> Done<usize> {
    let mut act = Act::by(site, actor).await?;
    let event = act.event(id, Action::RunEvent).await?;
    let line = lines(how.line, MAX_WINNERS_LINE).map_err(|problem| Refused::field("line", problem))?;
    let why = optional_line(how.why, MAX_CHANGE_REASON).map_err(|problem| Refused::field("why", problem))?;
    event.must_be(EventStatus::Closed, act.now)?;
    event.advance(&act, version(how.version)).await?;
    let requests = requests::of_event(&act.tx, id).await?;
    if let Some(obstacle) = draw::obstacle(&event, &requests) {
        return Err(obstacle.into());
    }
    let sheet = sheet(event.tickets, &requests);
    let objections = sheet.final_objections();
    if !objections.is_empty() {
        return Err(field_errors(&objections, &requests).into());
    }
    if why.is_empty() && requests.iter().any(is_other_than_told) {
        return Err(Refused::field("why", Problem::Missing));
    }
    let totals = sheet.totals();
    events::set_winners_line(&act.tx, &event, &line).await?;
    events::set_status(&act.tx, &event, EventStatus::Finalized, act.now).await?;
    guests::drop_beyond_result(&act.tx, &event).await?;
    if event.door_opens_at() > act.now {
        guests::forget_who_came(&act.tx, &event).await?;
    }
    after::carry_handed(&act, &event, &requests).await?;
    let revision = event.revision + 1;
    event::hurry(&act, id).await?;
    // As it is now, so that a calendar takes this for later than what it has.
    let finalized = events::find(&act.tx, id).await?.ok_or(Refusal::NotFound)?;
    let facts = event_facts(&act.tx, &finalized, act.now).await?;
    let to_tell: Vec<&Request> = requests.iter().filter(|request| how.telling.reaches(request)).collect();
    for request in &to_tell {
        let mut facts = result_facts(&facts, &event, &totals, requests.len(), request, &line);
        if facts.is_change() {
            (facts.by, facts.why) = (actor.name.clone(), why.clone());
            act.tell(request.person, &ChangedMessage { revision, facts });
        } else {
            act.tell(request.person, &ResultMessage { revision, facts });
        }
    }
    state(&mut act, &event, &requests, &why)?;
    act.state(NewStatement::of(Kind::Finalize, &event).line("revision", revision).line("given", totals.given));
    let count = to_tell.len();
    let told = to_tell.iter().map(|request| request.id);
    decisions::note_told(&act.tx, &event, told, Teller { person: actor.person, why: &why, now: act.now }).await?;
    let mut details = json!({ "revision": revision, "given": totals.given, "tickets": event.tickets, "mails": count });
    if let (false, Some(details)) = (why.is_empty(), details.as_object_mut()) {
        details.insert("why".to_owned(), json!(why));
    }
    act.note(Entry::of(Deed::EventFinalize).on(id).with(details));
    act.commit().await?;
    Ok(count)
}

/// States what was changed by hand: numbers other than were drawn, and numbers other than people were told.
fn state(act: &mut Act<'_>, event: &Held, requests: &[Request], why: &str) -> Done {
    let stands_for = draw::event_label(event)?;
    for request in requests.iter().filter(|request| request.told != request.allocated) {
        let (label, now) = (draw::label(&stands_for, request), request.allocated.unwrap_or(0));
        if let Some(drawn) = request.drawn.filter(|&drawn| drawn != now) {
            act.state(NewStatement::overridden(event, &label, (drawn, now), &request.reason));
        }
        if let Some(before) = request.told {
            act.state(NewStatement::number(event, &label, (before, now), why));
        }
    }
    Ok(())
}
