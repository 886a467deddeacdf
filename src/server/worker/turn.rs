//! Whose turn it is: which message leaves next, and when.

use chrono::{DateTime, Utc};

use super::{outage, pace::Pace};
use crate::server::{
    db::{
        DbErr,
        outbox::{self, StoredMessage, Which},
        ways,
    },
    mail::Transport,
    site::Site,
};

/// Who sends, and by which way.
#[derive(Clone, Copy, Debug)]
pub(super) struct By<'a> {
    /// Nobody else has this name.
    pub(super) holder: &'a str,
    /// The name of the way.
    pub(super) way: &'a str,
    /// `None`: as fast as it goes.
    pub(super) pace: Option<Pace>,
}

/// What there is to do.
#[derive(Debug)]
pub(super) enum Turn {
    /// To send this one.
    Message(Box<StoredMessage>),
    /// To send this one, and see whether the way is up again.
    Probe(Box<StoredMessage>),
    /// To wait until then, at least.
    NotBefore(DateTime<Utc>),
    /// Nothing.
    Nothing,
}

/// Claims the message that leaves next, if one may leave now: not while the way is down, but for one try now and then; and not
/// faster than the pace. All instances take their turn here.
pub(super) async fn next(site: &Site, transport: &impl Transport, by: By<'_>, which: Which) -> Result<Turn, DbErr> {
    let now = site.now();
    if !outbox::is_due(site.db.read(), now).await? {
        return Ok(Turn::Nothing);
    }
    let tx = site.db.write_tx().await?;
    let mut way = ways::hold(&tx, by.way).await?;
    if let Some(until) = outage::down_until(&way, now) {
        return Ok(Turn::NotBefore(until));
    }
    if let Some(down) = &way.down {
        let since = down.since;
        outage::probe(&mut way, now);
        ways::keep(&tx, &way).await?;
        tx.commit().await?;
        tracing::info!(way = by.way, %since, "trying whether mail leaves again");
        return probe(site, transport, by).await;
    }
    let free = by.pace.map(|pace| pace.free(&way, now));
    if let Some(free) = free.filter(|free| !free.waited_for) {
        return Ok(Turn::NotBefore(free.next));
    }
    let rest = free.is_none_or(|free| free.rest);
    let which = Which { rest: which.rest && rest, ..which };
    let Some(message) = outbox::claim(&tx, by.holder, which, now).await? else {
        return Ok(free.filter(|_| !rest).map_or(Turn::Nothing, |free| Turn::NotBefore(free.next)));
    };
    if let Some(pace) = by.pace {
        pace.spend(&mut way, message.waited_for, now);
        ways::keep(&tx, &way).await?;
    }
    tx.commit().await?;
    Ok(Turn::Message(Box::new(message)))
}

/// Tries a way that was down: first whether it answers at all, which costs no message anything, then with the most urgent one.
async fn probe(site: &Site, transport: &impl Transport, by: By<'_>) -> Result<Turn, DbErr> {
    if transport.health().await.down {
        return Ok(ways::find(site.db.read(), by.way)
            .await?
            .down
            .map_or(Turn::Nothing, |down| Turn::NotBefore(down.probe_at)));
    }
    let tx = site.db.write_tx().await?;
    let claimed = outbox::claim(&tx, by.holder, Which::ANY, site.now()).await?;
    tx.commit().await?;
    Ok(claimed.map_or(Turn::Nothing, |message| Turn::Probe(Box::new(message))))
}
