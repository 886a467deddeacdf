use serde::Deserialize;

use crate::{
    domain::{event::EventStatus, message::Kind},
    server::{
        db::{
            DbErr,
            events::{self, Event},
            outbox::{self, StoredMessage},
        },
        mail::messages::EventChangedFacts,
        site::Site,
    },
};

const NOT_SO: &str = "It is no longer so.";
const TOLD_LATER: &str = "A later email tells it, too.";

/// Why what a message tells of an event does not hold anymore as it leaves, or is told by a later one: an outage may have held
/// it up for hours. `None`: it leaves.
///
/// A result whose event was reopened leaves: it is what its person was told, and when the event is finalized anew only those are
/// told who get another number.
pub(super) async fn why_not(site: &Site, message: &StoredMessage) -> Result<Option<&'static str>, DbErr> {
    let (c, now) = (site.db.read(), site.now());
    match message.kind {
        Kind::Result | Kind::Changed => {
            let later = outbox::is_told_later(c, message, &[Kind::Result, Kind::Changed]).await?;
            return Ok(later.then_some(TOLD_LATER));
        }
        Kind::Handout => {
            let later = outbox::is_told_later(c, message, &[Kind::Handout]).await?;
            return Ok(later.then_some(TOLD_LATER));
        }
        Kind::Closed | Kind::Canceled | Kind::EventChanged => {}
        _ => return Ok(None),
    }
    if message.kind == Kind::Closed && outbox::is_told_later(c, message, &[Kind::Closed]).await? {
        return Ok(Some(TOLD_LATER));
    }
    let Some(id) = message.event else { return Ok(None) };
    let Some(event) = events::find(c, id).await? else { return Ok(None) };
    let status = event.status_at(now);
    let is_so = match message.kind {
        Kind::Canceled => status == EventStatus::Canceled,
        Kind::Closed => status != EventStatus::Open,
        Kind::EventChanged => changes_hold(message, &event, status),
        _ => true,
    };
    Ok((!is_so).then_some(NOT_SO))
}

/// Whether one of the changes that a message tells is still so. Facts that cannot be read are for whoever writes the letter.
fn changes_hold(message: &StoredMessage, event: &Event, status: EventStatus) -> bool {
    EventChangedFacts::deserialize(&message.payload)
        .map_or(true, |facts| facts.changes.iter().any(|change| change.holds(event, status)))
}
