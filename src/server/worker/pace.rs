//! How fast mail may leave: four fifths of what the other side takes, and a fifth of that kept for what people sit and wait for.

use std::time::Duration;

use chrono::{DateTime, TimeDelta, Utc};

use crate::server::{config::MailTransport, db::ways::Way, site::Site};

/// What is not said of a way: so many mails a second it takes.
const USUAL: f64 = 10.0;
/// What any account takes, as long as the service has not said what this one does.
const CAUTIOUS: f64 = 1.0;
/// How much of what the other side takes is used.
const PART: f64 = 0.8;
/// How often a pace can be halved at most.
const SLOWEST: u32 = 6;
/// After so long without being too fast again the pace doubles.
const FORGIVEN: TimeDelta = TimeDelta::minutes(1);
/// Being too fast several times within this time is one time: the mails were under way together.
const TOGETHER: TimeDelta = TimeDelta::seconds(5);

/// The pace of a way: so many mails a second, and so many at once after a pause.
///
/// A bucket that all instances share. It is kept as the instant until which the mails that left have used up the pace (the
/// generic cell rate algorithm), so waiting needs no counting.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Pace {
    /// Mails a second that leave at most.
    a_second: f64,
    at_once: i32,
}

/// Which mails may leave now.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Free {
    pub(super) waited_for: bool,
    pub(super) rest: bool,
    /// From when on more may.
    pub(super) next: DateTime<Utc>,
}

impl Pace {
    /// The pace of the way that the site uses; `None`: as fast as it goes.
    pub fn of(site: &Site) -> Option<Self> {
        let mail = &site.settings.mail;
        if !mail.transport.sends() {
            return None;
        }
        let asked = site.mail_health.borrow().as_ref().map(|(_, health)| health.account.clone());
        let account = asked.clone().flatten().map(|account| account.a_second).filter(|&rate| rate > 0.0);
        let unasked = asked.is_none() && matches!(mail.transport, MailTransport::Ses(_));
        Some(Self::taking(match (account, mail.rate) {
            (Some(account), Some(set)) => account.min(set),
            (Some(one), None) | (None, Some(one)) => one,
            (None, None) if unasked => CAUTIOUS,
            (None, None) => USUAL,
        }))
    }

    /// The pace for another side that takes so many a second, more than none. Within any one second no more leave.
    pub fn taking(a_second: f64) -> Self {
        // What may come at once and what may follow in the same second are together what the other side takes.
        #[expect(clippy::cast_possible_truncation, reason = "no side takes more than an i32 of mails a second")]
        let at_once = ((a_second * (1.0 - PART)).floor() as i32).max(1);
        Self { a_second: a_second * PART, at_once }
    }

    /// How many mails a second leave at most that nobody sits and waits for.
    pub fn of_crowd(self) -> f64 {
        self.a_second * 0.8
    }

    /// How far apart mails are, halved as often as the other side said that they come too fast.
    fn apart(self, slowness: u32) -> TimeDelta {
        let seconds = f64::from(1_u32 << slowness.min(SLOWEST)) / self.a_second;
        let exact = Duration::try_from_secs_f64(seconds).unwrap_or(Duration::from_hours(1));
        TimeDelta::milliseconds(i64::try_from(exact.as_micros().div_ceil(1_000)).unwrap_or(i64::MAX / 1_000))
    }

    /// Which mails may leave now.
    pub(super) fn free(self, way: &Way, now: DateTime<Utc>) -> Free {
        let apart = self.apart(slowness(way, now));
        let all = from(way.spent_until, apart, self.at_once, now);
        let rest = from(way.rest_spent_until, of_rest(apart), at_once_of_rest(self.at_once), now).max(all);
        let (waited_for, rest_too) = (all <= now, rest <= now);
        Free { waited_for, rest: rest_too, next: if waited_for { rest } else { all } }
    }

    /// Notes that a mail leaves.
    pub(super) fn spend(self, way: &mut Way, waited_for: bool, now: DateTime<Utc>) {
        let apart = self.apart(slowness(way, now));
        let used = |until, apart, at_once| Some(capped(until, apart, at_once, now) + apart);
        way.spent_until = used(way.spent_until, apart, self.at_once);
        if !waited_for {
            way.rest_spent_until = used(way.rest_spent_until, of_rest(apart), at_once_of_rest(self.at_once));
        }
    }
}

/// The mails nobody waits for use four fifths of the pace.
fn of_rest(apart: TimeDelta) -> TimeDelta {
    apart * 5 / 4
}

/// After a pause few of them leave at once, just so many that the pace is kept where one is late: if the program died then, nobody
/// would know of any of them whether it left.
fn at_once_of_rest(at_once: i32) -> i32 {
    (at_once * 3 + 9) / 10
}

/// Until when the pace is used up. What lies further ahead than it can comes of a clock that was set back, or of a slower pace:
/// that is over.
fn capped(until: Option<DateTime<Utc>>, apart: TimeDelta, at_once: i32, now: DateTime<Utc>) -> DateTime<Utc> {
    until.filter(|until| (now..=now + apart * at_once).contains(until)).unwrap_or(now)
}

/// From when on one more may leave.
fn from(until: Option<DateTime<Utc>>, apart: TimeDelta, at_once: i32, now: DateTime<Utc>) -> DateTime<Utc> {
    capped(until, apart, at_once, now) - apart * (at_once - 1)
}

/// How often the pace is halved still.
fn slowness(way: &Way, now: DateTime<Utc>) -> u32 {
    let since = way.slowed_at.map_or(TimeDelta::MAX, |at| now - at);
    let forgiven = since.num_seconds().max(0) / FORGIVEN.num_seconds();
    way.slowness.saturating_sub(u32::try_from(forgiven).unwrap_or(u32::MAX))
}

/// Notes that the other side found us too fast: half the pace, for a while.
pub(super) fn slow_down(way: &mut Way, now: DateTime<Utc>) {
    if way.slowed_at.is_some_and(|at| now - at < TOGETHER) {
        return;
    }
    way.slowness = (slowness(way, now) + 1).min(SLOWEST);
    way.slowed_at = Some(now);
}
