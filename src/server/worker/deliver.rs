use std::time::Duration;

use chrono::{DateTime, TimeDelta, Utc};
use tokio::{sync::watch, time::sleep};

use super::{
    prepare::{Prepared, prepare},
    retry,
};
use crate::{
    domain::ids::MessageId,
    server::{
        db::{
            DbErr,
            outbox::{self, SendOutcome, StoredMessage},
        },
        mail::{LONGEST_SEND, Transport},
        site::Site,
    },
};

/// How many messages one round takes.
const ROUND: u64 = 10;
/// How long they are this worker's.
const LEASE: TimeDelta = TimeDelta::seconds(60);

/// Sends what is due, one round: at most ten messages. Says how many it dealt with, whatever became of them.
///
/// # Errors
/// Only when the database fails. A letter that does not leave is no error: its message says so.
pub async fn deliver_due(site: &Site, transport: &impl Transport) -> Result<usize, DbErr> {
    let (_runs_on, stop) = watch::channel(false);
    round(site, transport, &stop).await
}

/// Sends until nothing is due.
pub(super) async fn drain(site: &Site, transport: &impl Transport, stop: &watch::Receiver<bool>) -> Result<(), DbErr> {
    while !*stop.borrow() && round(site, transport, stop).await? > 0 {}
    Ok(())
}

async fn round(site: &Site, transport: &impl Transport, stop: &watch::Receiver<bool>) -> Result<usize, DbErr> {
    let claimed_at = site.now();
    let tx = site.db.write_tx().await?;
    let messages = outbox::claim(&tx, ROUND, claimed_at, LEASE).await?;
    tx.commit().await?;
    let mut dealt_with = 0;
    let mut left = messages.iter();
    let mut ended = Ok(());
    for message in left.by_ref() {
        if *stop.borrow() || !fits(claimed_at, site.now()) {
            put_back(site, message).await?;
            break;
        }
        ended = deliver(site, transport, message).await;
        if ended.is_err() {
            // How far this one came is not known: it waits for the end of its lease. The others were not tried.
            break;
        }
        dealt_with += 1;
    }
    for message in left {
        put_back(site, message).await?;
    }
    ended.map(|()| dealt_with)
}

/// Whether even the slowest sending ends before the lease: after it another worker may take the message.
fn fits(claimed_at: DateTime<Utc>, now: DateTime<Utc>) -> bool {
    TimeDelta::from_std(LONGEST_SEND).is_ok_and(|longest| now + longest < claimed_at + LEASE)
}

/// Prepares and sends one message that has a try left, outside of any transaction, and notes how that ended.
async fn deliver(site: &Site, transport: &impl Transport, message: &StoredMessage) -> Result<(), DbErr> {
    let (id, kind) = (message.id, message.kind.as_str());
    let outcome = match retry::used_up(message) {
        Some(outcome) => outcome,
        None => try_once(site, transport, message).await?,
    };
    match &outcome {
        SendOutcome::Sent { .. } => tracing::info!(message = id.get(), kind, "sent"),
        SendOutcome::Skipped { .. } => tracing::info!(message = id.get(), kind, "skipped"),
        SendOutcome::Failed { .. } => tracing::error!(message = id.get(), kind, "failed for good"),
        SendOutcome::Later { .. } => {}
    }
    settle_surely(site, id, outcome).await
}

/// Makes the letter and hands it over, once.
async fn try_once(site: &Site, transport: &impl Transport, message: &StoredMessage) -> Result<SendOutcome, DbErr> {
    Ok(match prepare(site, message).await? {
        Prepared::Nobody(reason) => SendOutcome::Skipped { reason: reason.to_owned() },
        Prepared::Unwritable(reason) => SendOutcome::Failed { reason: reason.to_owned(), tried: false },
        Prepared::Letter(letter) => match transport.send(&letter).await {
            Ok(provider_id) => SendOutcome::Sent { provider_id },
            Err(error) => {
                let kind = message.kind.as_str();
                tracing::warn!(message = message.id.get(), kind, class = ?error.class, "a mail did not leave");
                retry::after(message, error, site.now(), &*site.chance)
            }
        },
    })
}

/// Notes how sending ended, trying a few times: a letter whose sending is forgotten would be sent twice.
async fn settle_surely(site: &Site, message: MessageId, outcome: SendOutcome) -> Result<(), DbErr> {
    for pause in [1, 2, 4] {
        match settle(site, message, outcome.clone()).await {
            Ok(()) => return Ok(()),
            Err(error) => tracing::warn!(message = message.get(), %error, "how a mail ended could not be noted yet"),
        }
        sleep(Duration::from_secs(pause)).await;
    }
    settle(site, message, outcome).await
}

async fn settle(site: &Site, message: MessageId, outcome: SendOutcome) -> Result<(), DbErr> {
    let tx = site.db.write_tx().await?;
    outbox::settle(&tx, message, outcome, site.now()).await?;
    tx.commit().await
}

/// Returns a message that was claimed and not tried: it is due as before.
async fn put_back(site: &Site, message: &StoredMessage) -> Result<(), DbErr> {
    let reason = message.reason.clone().unwrap_or_else(|| "Put back before it was tried.".to_owned());
    settle(site, message.id, SendOutcome::Later { due_at: message.due_at, reason, tried: false }).await
}
