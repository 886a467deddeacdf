//! What becomes of a message that did not leave, or of which nobody knows whether it did.

use chrono::{DateTime, TimeDelta, Utc};

use crate::{
    domain::message::Delivery,
    server::{
        chance::Chance,
        db::{
            outbox::{SendOutcome, StoredMessage},
            ways::Way,
        },
        mail::{Class, TransportError, messages::profile},
    },
};

/// How long to wait after each failed try, in seconds: 5 s, 30 s, 2 m, 10 m, 30 m, 2 h, 6 h. Then every 6 h.
const WAITS: [i64; 7] = [5, 30, 120, 600, 1_800, 7_200, 21_600];
/// An unknown outcome waits this long, so that news of the first sending can overtake the second.
const UNKNOWN: TimeDelta = TimeDelta::minutes(10);
/// What came too fast waits this long; the way slows down meanwhile.
const TOO_FAST: TimeDelta = TimeDelta::seconds(2);
/// No message is given up before it is this old,
const TOO_OLD: TimeDelta = TimeDelta::hours(24);
/// nor before others could leave for so long.
const SETTLED: TimeDelta = TimeDelta::hours(1);
/// Why a message failed that may have left. It is not tried a third time: two copies are enough.
const NOT_KNOWN: &str = "Nobody knows whether it left.";

/// What becomes of a message that was just tried and could not be sent. It waits for another try or it has failed; its
/// reason is kept either way. While nothing at all leaves, that is no try of this message.
pub(super) fn after(
    message: &StoredMessage,
    error: TransportError,
    way: &Way,
    now: DateTime<Utc>,
    chance: &dyn Chance,
) -> SendOutcome {
    let TransportError { class, reason } = error;
    let tries = message.attempts + 1;
    match class {
        Class::Permanent | Class::NoRecipient => SendOutcome::Failed { reason, tried: true },
        Class::Paused | Class::Unreachable => stays(message, reason),
        Class::TooFast => {
            SendOutcome::Later { due_at: now + TOO_FAST + jitter(TOO_FAST, chance), reason, tried: false }
        }
        Class::Unknown => unsure(message, reason, now),
        Class::Retry | Class::Faltering if is_given_up(message, tries, way, now) => {
            SendOutcome::Failed { reason: given_up(&reason, tries), tried: true }
        }
        Class::Retry | Class::Faltering => {
            let wait = wait(tries);
            SendOutcome::Later { due_at: now + wait + jitter(wait, chance), reason, tried: true }
        }
    }
}

/// It waits as it did before: nothing leaves at the moment.
pub(super) fn stays(message: &StoredMessage, reason: String) -> SendOutcome {
    SendOutcome::Later { due_at: message.due_at, reason, tried: false }
}

/// It may have left. Once more, under the same Message-ID: for whom nobody waits, after a while; for whom somebody does, at once
/// and with new secrets. After that never again by itself.
fn unsure(message: &StoredMessage, reason: String, now: DateTime<Utc>) -> SendOutcome {
    if message.unsure > 0 {
        return SendOutcome::Failed { reason: NOT_KNOWN.to_owned(), tried: true };
    }
    let wait = if profile(message.kind).waited_for { TimeDelta::zero() } else { UNKNOWN };
    SendOutcome::Unsure { due_at: now + wait, reason }
}

/// What becomes of a message that somebody held who died, if it is not to be tried now: it may have left, or nobody survived
/// trying it. Without this it would go on to kill workers forever: its limits are otherwise asked only after a try that came to
/// an end.
pub(super) fn after_a_death(message: &StoredMessage, now: DateTime<Utc>) -> Option<SendOutcome> {
    if message.delivery != Delivery::Sending {
        return None;
    }
    if message.handed {
        return Some(unsure(message, "Whoever sent it did not live to say whether it left.".to_owned(), now));
    }
    let spent = usize::try_from(message.attempts).is_ok_and(|tries| tries > WAITS.len());
    spent.then(|| {
        let reason = given_up("Sending it never came to an end.", message.attempts);
        SendOutcome::Failed { reason, tried: false }
    })
}

/// Whether so many tries were enough: all waits were waited, for longer than any outage of a day, and it is this message that
/// does not leave rather than all.
fn is_given_up(message: &StoredMessage, tries: u32, way: &Way, now: DateTime<Utc>) -> bool {
    let often = usize::try_from(tries).is_ok_and(|tries| tries > WAITS.len());
    let others_leave = way.down.is_none() && way.up_since.is_none_or(|since| now - since >= SETTLED);
    often && now - message.created_at >= TOO_OLD && others_leave
}

fn given_up(reason: &str, tries: u32) -> String {
    format!("{reason} Given up after {tries} tries.")
}

/// How long to wait after the latest of so many tries.
fn wait(tries: u32) -> TimeDelta {
    let place = usize::try_from(tries).map_or(WAITS.len(), |tries| tries.saturating_sub(1)).min(WAITS.len() - 1);
    TimeDelta::seconds(WAITS[place])
}

/// Up to a fifth more, so that what failed together does not come back together.
fn jitter(wait: TimeDelta, chance: &dyn Chance) -> TimeDelta {
    let part = i64::from(chance.bytes()[0]);
    TimeDelta::milliseconds(wait.num_milliseconds() / 5 * part / 255)
}
