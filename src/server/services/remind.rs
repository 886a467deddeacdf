//! What people are reminded of by the clock: requests that close, events that begin, and for organizers what is new.
//!
//! Each reminder has its time, which depends on where its reader is. What was due since the last look is written into the outbox,
//! in one transaction with the note of how far that got: so each goes out once, also after the program stood still, and from any
//! number of instances. On a first start nobody is reminded of what was due before.

mod closing;
mod coming_up;
pub(super) mod decent;
mod digest;

pub use decent::not_at_night;

use std::cmp;

use chrono::{DateTime, TimeDelta, Utc};

use super::{Act, Done};
use crate::server::{db::reminders, site::Site};

/// How late a reminder may be: one that was due while the program stood still for longer is left out.
const LATE: TimeDelta = TimeDelta::hours(12);

/// What was due after the one and until the other instant.
#[derive(Clone, Copy, Debug)]
struct Span {
    since: DateTime<Utc>,
    until: DateTime<Utc>,
}

impl Span {
    /// Whether something is due now.
    fn has(self, at: DateTime<Utc>) -> bool {
        self.since < at && at <= self.until
    }
}

/// Reminds everyone of what was due since the last look. Nothing is due twice.
pub async fn remind(site: &Site) -> Done {
    let mut act = Act::unattended(site).await?;
    if let Some(since) = reminders::take_turn(&act.tx, act.now).await? {
        let span = Span { since: cmp::max(since, act.now - LATE), until: act.now };
        closing::remind(&mut act, span).await?;
        coming_up::remind(&mut act, span).await?;
        digest::tell(&mut act, span).await?;
    }
    act.commit().await
}
