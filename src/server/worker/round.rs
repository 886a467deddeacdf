//! One round by hand, for whoever has the clock in hand too.

use tokio::sync::watch;

use super::{deliver::Sender, pace::Pace, turn::Turn};
use crate::server::{
    db::{DbErr, outbox::Which},
    mail::Transport,
    site::Site,
};

/// How many messages a round sends.
const ROUND: usize = 10;

/// Sends what is due, one message after the other, as fast as it goes: at most ten. Says how many it dealt with, whatever
/// became of them.
///
/// # Errors
/// Only when the database fails. A letter that does not leave is no error: its message says so.
pub async fn deliver_due(site: &Site, transport: &impl Transport) -> Result<usize, DbErr> {
    let (_runs_on, stop) = watch::channel(false);
    round(site, transport, None, &stop).await
}

/// The same no faster than at this pace: what may not leave yet waits for another round.
///
/// # Errors
/// As [`deliver_due`].
pub async fn deliver_at(site: &Site, transport: &impl Transport, pace: Pace) -> Result<usize, DbErr> {
    let (_runs_on, stop) = watch::channel(false);
    round(site, transport, Some(pace), &stop).await
}

/// The same, until it is time to stop.
pub(super) async fn round(
    site: &Site,
    transport: &impl Transport,
    pace: Option<Pace>,
    stop: &watch::Receiver<bool>,
) -> Result<usize, DbErr> {
    let sender = Sender::new(site, transport, stop.clone());
    let mut dealt_with = 0;
    while dealt_with < ROUND && !*stop.borrow() {
        match sender.next(pace, Which::ANY).await? {
            Turn::Message(message) => sender.deliver(&message, false).await?,
            Turn::Probe(message) => sender.deliver(&message, true).await?,
            Turn::NotBefore(_) | Turn::Nothing => break,
        }
        dealt_with += 1;
    }
    Ok(dealt_with)
}
