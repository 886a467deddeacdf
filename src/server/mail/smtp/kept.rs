//! Connections that stay open between letters: a greeting and a login for each would cost more than the letter.

use std::{
    fmt,
    sync::{Arc, Mutex, PoisonError},
    time::Duration,
};

use lettre::transport::smtp::client::AsyncSmtpConnection;
use tokio::time::{Instant, sleep};

use super::conversation::part;

/// How long one is kept without a letter. Relays end them after a minute or more.
const IDLE: Duration = Duration::from_secs(20);

/// Those that no letter is on at the moment; the one that was used last is used first.
#[derive(Clone, Default)]
pub(super) struct Kept(Arc<Mutex<Vec<(AsyncSmtpConnection, Instant)>>>);

impl Kept {
    /// One on which a letter can be begun, if it still stands.
    pub fn take(&self) -> Option<AsyncSmtpConnection> {
        let (connection, since) = self.lock().pop()?;
        if since.elapsed() < IDLE {
            return Some(connection);
        }
        part(connection);
        None
    }

    /// Keeps one for the next letter, and ends it if none comes.
    pub fn keep(&self, connection: AsyncSmtpConnection) {
        if connection.has_broken() {
            return;
        }
        self.lock().push((connection, Instant::now()));
        let kept = self.clone();
        tokio::spawn(async move {
            sleep(IDLE).await;
            kept.end_idle();
        });
    }

    fn end_idle(&self) {
        let (idle, used): (Vec<_>, Vec<_>) =
            std::mem::take(&mut *self.lock()).into_iter().partition(|(_, since)| since.elapsed() >= IDLE);
        self.lock().extend(used);
        for (connection, _) in idle {
            part(connection);
        }
    }

    fn lock(&self) -> std::sync::MutexGuard<'_, Vec<(AsyncSmtpConnection, Instant)>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl fmt::Debug for Kept {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Kept(…)")
    }
}
