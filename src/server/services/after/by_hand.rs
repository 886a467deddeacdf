//! What those who run an event do by hand to a result that stands.

use super::Run;
use crate::{
    domain::{
        event::EventStatus,
        typed::{line, number},
    },
    error::Obstacle,
    server::{
        db::held::Held,
        services::{Act, Done, Refused},
    },
};

/// The longest reason, in characters.
pub(super) const MAX_REASON: usize = 300;

impl Run {
    /// The ledger of an event, as it stands once everything has happened that is due. One that only begins now is not gone on with
    /// yet: what nobody has can still be given away by hand.
    ///
    /// # Errors
    /// An event that is not finalized, or has begun.
    pub(super) async fn by_hand(act: &mut Act<'_>, event: &Held) -> Done<Self> {
        event.must_be(EventStatus::Finalized, act.now)?;
        if event.schedule.starts_at <= act.now {
            return Err(Obstacle::EventBegan.into());
        }
        let mut run = Self::read(act, event).await?;
        if run.course().is_running() {
            run.catch_up(act, event, None).await?;
        } else {
            run.begin(act, event).await?;
        }
        Ok(run)
    }

    /// Lets only an event past in which nobody comes before anybody else.
    ///
    /// # Errors
    /// One that was drawn.
    pub(super) fn must_have_no_line(&self) -> Done {
        if self.course().has_line() { Err(Obstacle::InOrder.into()) } else { Ok(()) }
    }
}

/// Why something is done to somebody, which they read; it stands in the ledger, too.
///
/// # Errors
/// None; more than [`MAX_REASON`] characters, or more than a line.
pub(super) fn read_reason(typed: &str) -> Done<String> {
    line(typed, MAX_REASON).map_err(|why| Refused::field("reason", why))
}

/// A number of tickets, of which there are so many.
///
/// # Errors
/// There are none; anything but a number from 1 to what there is.
pub(super) fn read_number(typed: &str, most: u32) -> Done<u32> {
    if most == 0 {
        return Err(Obstacle::TicketsGone.into());
    }
    number(typed, 1, most).map_err(|why| Refused::field("number", why))
}
