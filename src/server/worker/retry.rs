use chrono::{DateTime, TimeDelta, Utc};

use crate::server::{
    chance::Chance,
    db::outbox::{Message, Outcome},
    mail::{Class, PostError},
};

/// How long to wait after each failed try, in seconds: 5 s, 30 s, 2 m, 10 m, 30 m, 2 h, 6 h.
const WAITS: [i64; 7] = [5, 30, 120, 600, 1_800, 7_200, 21_600];
/// An unknown outcome waits this long, so that news of the first sending can overtake the second.
const UNKNOWN: TimeDelta = TimeDelta::minutes(10);
/// How often to look whether sending is possible again.
const PAUSED: TimeDelta = TimeDelta::minutes(10);
/// After this a message that still cannot be sent has failed.
const TOO_OLD: TimeDelta = TimeDelta::hours(24);

/// What becomes of a message that could not be sent. It waits for another try or it has failed; its reason is kept
/// either way.
pub(super) fn after(message: &Message, error: PostError, now: DateTime<Utc>, chance: &dyn Chance) -> Outcome {
    let PostError { class, reason } = error;
    let later = |wait: TimeDelta, reason| Outcome::Later { due_at: now + wait, reason };
    match class {
        Class::Permanent => Outcome::Failed { reason },
        Class::Paused => later(PAUSED, reason),
        Class::Retry | Class::Unknown => match wait(message, now) {
            None => Outcome::Failed { reason: format!("{reason} Given up after {} tries.", message.attempts) },
            Some(_) if class == Class::Unknown && !message.kind.is_waited_for() => later(UNKNOWN, reason),
            // Somebody sits there and waits: at once, with a new secret, but not over and over.
            Some(_) if class == Class::Unknown && message.attempts <= 1 => later(TimeDelta::zero(), reason),
            Some(wait) => later(wait + jitter(wait, chance), reason),
        },
    }
}

/// How long to wait after the latest try; nothing when it was the last. A message that is old already at its first try,
/// since the program stood still or somebody sent it again, still gets a second.
fn wait(message: &Message, now: DateTime<Utc>) -> Option<TimeDelta> {
    if message.attempts > 1 && now - message.created_at >= TOO_OLD {
        return None;
    }
    let tries = usize::try_from(message.attempts).unwrap_or(usize::MAX);
    WAITS.get(tries.saturating_sub(1)).copied().map(TimeDelta::seconds)
}

/// Up to a fifth more, so that what failed together does not come back together.
fn jitter(wait: TimeDelta, chance: &dyn Chance) -> TimeDelta {
    let part = i64::from(chance.bytes()[0]);
    TimeDelta::milliseconds(wait.num_milliseconds() / 5 * part / 255)
}
