use chrono::{DateTime, TimeDelta, Utc};

use crate::{
    domain::message::Delivery,
    server::{
        chance::Chance,
        db::outbox::{SendOutcome, StoredMessage},
        mail::{Class, TransportError, messages::profile},
    },
};

/// How long to wait after each failed try, in seconds: 5 s, 30 s, 2 m, 10 m, 30 m, 2 h, 6 h.
const WAITS: [i64; 7] = [5, 30, 120, 600, 1_800, 7_200, 21_600];
/// An unknown outcome waits this long, so that news of the first sending can overtake the second.
const UNKNOWN: TimeDelta = TimeDelta::minutes(10);
/// How often to look whether sending is possible again.
const PAUSED: TimeDelta = TimeDelta::minutes(10);
/// After this a message that still cannot be sent has failed.
const TOO_OLD: TimeDelta = TimeDelta::hours(24);

/// What becomes of a message that was just tried and could not be sent. It waits for another try or it has failed; its
/// reason is kept either way. While the email service takes nothing at all, that is no try of this message.
pub(super) fn after(
    message: &StoredMessage,
    error: TransportError,
    now: DateTime<Utc>,
    chance: &dyn Chance,
) -> SendOutcome {
    let TransportError { class, reason } = error;
    let tries = message.attempts + 1;
    let later = |wait: TimeDelta, reason| SendOutcome::Later { due_at: now + wait, reason, tried: true };
    match class {
        Class::Permanent => SendOutcome::Failed { reason, tried: true },
        Class::Paused => SendOutcome::Later { due_at: now + PAUSED, reason, tried: false },
        Class::Retry | Class::Unreachable | Class::Unknown => match wait(tries, now - message.created_at) {
            None => SendOutcome::Failed { reason: given_up(&reason, tries), tried: true },
            Some(_) if class == Class::Unknown && !profile(message.kind).waited_for => later(UNKNOWN, reason),
            // Someone sits there and waits: at once, with a new secret, but not over and over.
            Some(_) if class == Class::Unknown && tries <= 1 => later(TimeDelta::zero(), reason),
            Some(wait) => later(wait + jitter(wait, chance), reason),
        },
    }
}

/// How a message ends that workers died with until it had no try left. Without this it would go on to kill workers, one a
/// minute, forever: its limits are otherwise asked only after a try that came to an end.
pub(super) fn used_up(message: &StoredMessage) -> Option<SendOutcome> {
    let spent = usize::try_from(message.attempts).is_ok_and(|tries| tries > WAITS.len());
    (spent && message.delivery == Delivery::Sending).then(|| {
        let reason = given_up("Sending it never came to an end.", message.attempts);
        SendOutcome::Failed { reason, tried: false }
    })
}

fn given_up(reason: &str, tries: u32) -> String {
    format!("{reason} Given up after {tries} tries.")
}

/// How long to wait after the latest of so many tries; nothing when it was the last. A message that is old already at its
/// first try, since the program stood still, mail was paused or someone sent it again, still gets a second.
fn wait(tries: u32, age: TimeDelta) -> Option<TimeDelta> {
    if tries > 1 && age >= TOO_OLD {
        return None;
    }
    let tries = usize::try_from(tries).unwrap_or(usize::MAX);
    WAITS.get(tries.saturating_sub(1)).copied().map(TimeDelta::seconds)
}

/// Up to a fifth more, so that what failed together does not come back together.
fn jitter(wait: TimeDelta, chance: &dyn Chance) -> TimeDelta {
    let part = i64::from(chance.bytes()[0]);
    TimeDelta::milliseconds(wait.num_milliseconds() / 5 * part / 255)
}
