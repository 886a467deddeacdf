//! SMTP (RFC 5321): any relay, that of a provider or one in one's own network.

mod conversation;
mod failure;
mod kept;
mod line;
#[cfg(test)]
mod tests;

use std::time::Duration;

use lettre::transport::smtp::client::AsyncSmtpConnection;
use tokio::{sync::Mutex, time::Instant};

use self::{conversation::Way, kept::Kept};
use super::{Begun, Health, LONGEST_SEND, Letter, Transport, TransportError, mime};
use crate::server::config::{Settings, SmtpSettings};

pub use failure::{Fault, Step};

/// How long the answer of a way that worked holds: a login every half minute would be a nuisance to whoever runs the relay.
const HOLDS: Duration = Duration::from_mins(5);
/// How long someone who asks how the relay does waits for it.
const PATIENCE: Duration = Duration::from_secs(15);

/// Sends letters through a relay.
#[derive(Debug)]
pub struct Smtp {
    way: Way,
    sender: mime::Sender,
    kept: Kept,
    worked_at: Mutex<Option<Instant>>,
    longest: Duration,
}

impl Smtp {
    /// A way for these settings. Nobody is asked yet.
    pub fn open(smtp: &SmtpSettings, settings: &Settings) -> Self {
        Self::with(Way::new(smtp, settings.host()), mime::Sender::new(&settings.app_name, &settings.mail.sender))
    }

    fn with(way: Way, sender: mime::Sender) -> Self {
        Self { way, sender, kept: Kept::default(), worked_at: Mutex::default(), longest: LONGEST_SEND }
    }

    /// Tries everything but to send: the connection, TLS, the login, and whether the relay takes letters from the sender.
    ///
    /// # Errors
    /// How far it came, and what the relay said.
    pub async fn try_out(&self) -> Result<(), Fault> {
        let until = Instant::now() + PATIENCE;
        let mut connection = self.way.open(until).await?;
        conversation::begin(&mut connection, &self.sender.address, until).await?;
        conversation::part(connection);
        Ok(())
    }

    /// How the relay does, for whoever waits for no answer. It is down when nobody answers, or no login is taken.
    pub async fn health(&self) -> Health {
        let mut worked_at = self.worked_at.lock().await;
        if worked_at.is_some_and(|at| at.elapsed() < HOLDS) {
            return Health::default();
        }
        let answered = async {
            let until = Instant::now() + PATIENCE;
            let mut connection = self.way.open(until).await?;
            conversation::ask(&mut connection, until).await?;
            conversation::part(connection);
            Ok::<(), Fault>(())
        };
        let down = answered.await.is_err();
        *worked_at = (!down).then(Instant::now);
        Health { down, account: None }
    }

    /// Hands over the letter that the relay waits for on this connection.
    async fn hand_over(&self, mut connection: AsyncSmtpConnection, octets: Vec<u8>) -> Result<String, TransportError> {
        match conversation::hand_over(&mut connection, &octets, Instant::now() + self.longest).await {
            Ok(taken) => {
                self.kept.keep(connection);
                Ok(taken)
            }
            Err(fault) => {
                self.recover(connection, &fault).await;
                Err(fault.into())
            }
        }
    }

    /// Keeps the connection on which a letter was not taken, where it is as good as before: an answer, even a bad one, leaves
    /// it so.
    async fn recover(&self, mut connection: AsyncSmtpConnection, fault: &Fault) {
        if fault.was_answer && conversation::start_over(&mut connection).await.is_ok() {
            self.kept.keep(connection);
        } else {
            conversation::part(connection);
        }
    }

    /// A connection on which a letter has been begun: one that was kept, if it still stands.
    async fn begun(&self, until: Instant) -> Result<AsyncSmtpConnection, Fault> {
        while let Some(mut kept) = self.kept.take() {
            // The relay may have ended it meanwhile; only of a new one the answer counts.
            let until = until.min(Instant::now() + conversation::ANSWER);
            match conversation::begin(&mut kept, &self.sender.address, until).await {
                Ok(()) => return Ok(kept),
                Err(_) => conversation::part(kept),
            }
        }
        let mut fresh = self.way.open(until).await?;
        match conversation::begin(&mut fresh, &self.sender.address, until).await {
            Ok(()) => Ok(fresh),
            Err(fault) => {
                conversation::part(fresh);
                Err(fault)
            }
        }
    }
}

impl Transport for Smtp {
    /// As far as the relay's word that it wants the letter now. A relay that is left then has nothing (RFC 5321, section 4.1.1.4:
    /// only the dot makes a letter of it).
    async fn begin(&self, letter: &Letter) -> Result<Begun<'_>, TransportError> {
        let message = mime::message(letter, &self.sender)?;
        let until = Instant::now() + self.longest;
        let mut connection = self.begun(until).await?;
        match conversation::announce(&mut connection, &message, until).await {
            Ok(()) => Ok(Box::pin(self.hand_over(connection, message.formatted()))),
            Err(fault) => {
                self.recover(connection, &fault).await;
                Err(fault.into())
            }
        }
    }
}
