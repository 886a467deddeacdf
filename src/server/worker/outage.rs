//! When nothing leaves at all. That is a state of the way to send, not of each message: while it lasts, messages wait as they
//! are, and one try now and then shows whether it is over.

use chrono::{DateTime, TimeDelta, Utc};

use crate::{
    domain::ids::MessageId,
    server::db::ways::{Down, Way},
};

/// An outage of a moment is over soon: the first try comes early,
const SOON: TimeDelta = TimeDelta::seconds(5);
/// and later ones once a minute.
const EVERY: TimeDelta = TimeDelta::minutes(1);
/// So many messages in a row, each another, that the other side failed to take: it is not the messages.
const IN_A_ROW: usize = 5;

/// When to try a way again that has been down since then.
fn next_probe(since: DateTime<Utc>, now: DateTime<Utc>) -> DateTime<Utc> {
    now + (now - since).clamp(SOON, EVERY)
}

/// Whether a way is not to be used: until when. What lies further ahead than it can comes of a clock that was set back.
pub(super) fn down_until(way: &Way, now: DateTime<Utc>) -> Option<DateTime<Utc>> {
    let down = way.down.as_ref()?;
    (down.probe_at > now && down.probe_at <= now + EVERY).then_some(down.probe_at)
}

/// Notes that nothing leaves, and why.
pub(super) fn fall(way: &mut Way, reason: &str, now: DateTime<Utc>) {
    let since = way.down.as_ref().map_or(now, |down| down.since.min(now));
    if way.down.is_none() {
        tracing::error!(way = way.name, reason, "no mail leaves");
    }
    way.down = Some(Down { since, reason: reason.to_owned(), probe_at: next_probe(since, now) });
}

/// Takes the next try of a way that is down, so that nobody else does.
pub(super) fn probe(way: &mut Way, now: DateTime<Utc>) {
    if let Some(down) = &mut way.down {
        down.probe_at = next_probe(down.since, now);
    }
}

/// Gives the latest try back: it came to nothing before anything was handed over, so the next one may come at once. Nothing came up
/// by that.
pub(super) fn not_probed(way: &mut Way, now: DateTime<Utc>) -> bool {
    if let Some(down) = &mut way.down {
        down.probe_at = now;
    }
    false
}

/// Notes that mail leaves again. Says whether it did not before.
pub(super) fn rise(way: &mut Way, now: DateTime<Utc>) -> bool {
    let was_down = way.down.take().is_some();
    if was_down {
        way.up_since = Some(now);
        tracing::info!(way = way.name, "mail leaves again");
    }
    was_down
}

/// The messages that failed in a row in a way that may be the messages' fault or the other side's.
#[derive(Debug, Default)]
pub(super) struct Row(Vec<MessageId>);

impl Row {
    /// One more failed. Says whether it is the other side's fault by now.
    pub(super) fn failed(&mut self, message: MessageId) -> bool {
        if !self.0.contains(&message) {
            self.0.push(message);
        }
        self.0.len() >= IN_A_ROW
    }

    /// One was answered for.
    pub(super) fn broken(&mut self) {
        self.0.clear();
    }
}
