use serde::{Deserialize, Serialize};
use serde_json::json;

use super::sheet::{field_errors, sheet};
use crate::{
    domain::{
        deed::Deed,
        event::EventStatus,
        ids::EventId,
        typed::{lines, version},
    },
    server::{
        auth::{Action, Actor},
        db::{
            audit::Entry,
            decisions, events,
            requests::{self, Request},
        },
        mail::messages::{ChangedMessage, ResultMessage},
        services::{
            Act, Done, Refused, draw,
            mail::{event_facts, result_facts},
        },
        site::Site,
    },
};

/// The longest line for those who got tickets, in characters.
pub const MAX_WINNERS_LINE: usize = 500;

/// Who is told by email. Deactivated people never are, nor is it noted that they were: they are told once they are active
/// again and the event is finalized anew.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Telling {
    /// Whose number is not what they were told last; the first time that is everyone.
    Changed,
    /// Everyone who asked.
    All,
    /// Nobody: the result stands on the site only.
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
                Self::Changed => request.told != request.allocated,
                Self::All => true,
                Self::Nobody => false,
            }
    }
}

/// Locks the event and writes the messages that tell people, all or nothing.
///
/// One transaction: version checked, everything decided, the sum at most the tickets, status set, one message for each
/// person to be told, and a note beside their request, and beside no other, of what they are told. Returns how many messages.
///
/// # Errors
/// A stale version, anything [`allocation::Sheet::final_objections`] objects to, a draw that no longer covers the event, an
/// event that is not closed.
pub async fn finalize(
    site: &Site,
    actor: &Actor,
    id: EventId,
    (seen, telling, line): (&str, Telling, &str),
) -> Done<usize> {
    let mut act = Act::by(site, actor).await?;
    let event = act.event(id, Action::RunEvent).await?;
    let line = lines(line, MAX_WINNERS_LINE).map_err(|problem| Refused::field("line", problem))?;
    event.must_be(EventStatus::Closed, act.now)?;
    event.advance(&act, version(seen)).await?;
    let requests = requests::of_event(&act.tx, id).await?;
    if let Some(obstacle) = draw::obstacle(&event, &requests) {
        return Err(obstacle.into());
    }
    let sheet = sheet(event.tickets, &requests);
    let objections = sheet.final_objections();
    if !objections.is_empty() {
        return Err(field_errors(&objections, &requests).into());
    }
    let totals = sheet.totals();
    events::set_winners_line(&act.tx, &event, &line).await?;
    events::set_status(&act.tx, &event, EventStatus::Finalized, act.now).await?;
    let revision = event.revision + 1;
    let facts = event_facts(&act.tx, &event, act.now).await?;
    let to_tell: Vec<&Request> = requests.iter().filter(|request| telling.reaches(request)).collect();
    for request in &to_tell {
        let facts = result_facts(&facts, &event, &totals, requests.len(), request, &line);
        if facts.is_change() {
            act.tell(request.person, &ChangedMessage { revision, facts });
        } else {
            act.tell(request.person, &ResultMessage { revision, facts });
        }
    }
    let count = to_tell.len();
    decisions::note_told(&act.tx, &event, to_tell.iter().map(|request| request.id), act.now).await?;
    let details = json!({ "revision": revision, "given": totals.given, "mails": count });
    act.note(Entry::of(Deed::EventFinalize).on(id).with(details));
    act.commit().await?;
    Ok(count)
}
