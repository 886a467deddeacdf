//! One message from the hand of the worker into that of the email service.

use std::{
    sync::{Mutex, PoisonError},
    time::Duration,
};

use tokio::{sync::watch, time::sleep};

use super::{
    outage::{self, Row},
    pace,
    prepare::{Prepared, message_id, prepare},
    retry,
    turn::{self, By, Turn},
};
use crate::server::{
    db::{
        DbErr, WriteTx,
        outbox::{self, SendOutcome, StoredMessage, Which},
        reach, sns_messages,
        ways::{self, Way},
    },
    mail::{Class, Letter, Transport, TransportError},
    site::Site,
};

/// How often whoever holds a message shows that they are alive; a lease is four times as long.
const BEAT: Duration = Duration::from_secs(5);
/// Why a message waits that was taken in hand and not tried.
const PUT_BACK: &str = "Put back before it was tried.";
/// What stands for the name that the email service gave to a letter, where it said later that it took it.
const TAKEN: &str = "taken, as the email service said";

/// Somebody who sends: under a name of their own, by one way.
pub(super) struct Sender<T> {
    pub(super) site: Site,
    pub(super) transport: T,
    pub(super) stop: watch::Receiver<bool>,
    holder: String,
    /// How often it shows that it is alive.
    pub(super) beat: Duration,
    row: Mutex<Row>,
}

/// What the transport said of a letter.
type Answer = Result<String, TransportError>;

/// How a message ended in the sender's hand.
enum Ended {
    /// Without being tried.
    Before(SendOutcome),
    Tried(Answer),
    /// It was somebody else's by then.
    NotOurs,
}

impl<T: Transport> Sender<T> {
    pub(super) fn new(site: &Site, transport: T, stop: watch::Receiver<bool>) -> Self {
        Self { site: site.clone(), transport, stop, holder: site.chance.id(), beat: BEAT, row: Mutex::default() }
    }

    /// What there is to do next, at this pace.
    pub(super) async fn next(&self, pace: Option<pace::Pace>, which: Which) -> Result<Turn, DbErr> {
        let by = By { holder: &self.holder, way: self.way(), pace };
        turn::next(&self.site, &self.transport, by, which).await
    }

    /// The name of the way that the settings choose.
    fn way(&self) -> &'static str {
        self.site.settings.mail.transport.name()
    }

    /// Prepares and sends one message, outside of any transaction, and notes how that ended. Its lease is renewed meanwhile.
    /// `probe`: it is sent to see whether a way is up again.
    ///
    /// # Errors
    /// Only when the database fails. How far the message came is then not known; it waits for the end of its lease.
    pub(super) async fn deliver(&self, message: &StoredMessage, probe: bool) -> Result<(), DbErr> {
        let ended = tokio::select! {
            ended = self.hand(message) => ended?,
            () = self.beat(message) => Ended::NotOurs,
        };
        match ended {
            Ended::NotOurs => {
                tracing::warn!(message = message.id.get(), "was taken back, or over, before it was handed over");
                Ok(())
            }
            ended => self.settle_surely(message, &ended, probe).await,
        }
    }

    /// Shows, as long as it is asked to, that the holder of a message is alive.
    async fn beat(&self, message: &StoredMessage) {
        loop {
            sleep(self.beat).await;
            if let Err(error) = self.renew(message).await {
                tracing::warn!(message = message.id.get(), %error, "a lease could not be renewed");
            }
        }
    }

    async fn renew(&self, message: &StoredMessage) -> Result<(), DbErr> {
        let tx = self.site.db.write_tx().await?;
        outbox::renew(&tx, message.id, &self.holder, self.site.now()).await?;
        tx.commit().await
    }

    /// Makes the letter, begins it, and hands it over once that is noted: as late as can be, since of what dies in between nobody
    /// knows whether it left.
    async fn hand(&self, message: &StoredMessage) -> Result<Ended, DbErr> {
        // What may have left is asked about before anything else: the email service may have said that it took it.
        let doubtful = message.unsure > 0 || message.handed;
        if doubtful && sns_messages::was_taken(self.site.db.read(), &message_id(message, &self.site.settings)).await? {
            return Ok(Ended::Before(SendOutcome::Sent { provider_id: TAKEN.to_owned() }));
        }
        if let Some(outcome) = retry::after_a_death(message, self.site.now()) {
            return Ok(Ended::Before(outcome));
        }
        let letter: Box<Letter> = match prepare(&self.site, message).await? {
            Prepared::Nobody(reason) => return Ok(Ended::Before(SendOutcome::Skipped { reason: reason.to_owned() })),
            Prepared::Unwritable(reason) => {
                return Ok(Ended::Before(SendOutcome::Failed { reason: reason.to_owned(), tried: false }));
            }
            Prepared::PutOff(due_at) => return Ok(Ended::Before(SendOutcome::PutOff { due_at })),
            Prepared::Letter(letter) => letter,
        };
        if *self.stop.borrow() {
            let reason = message.reason.clone().unwrap_or_else(|| PUT_BACK.to_owned());
            return Ok(Ended::Before(retry::stays(message, reason)));
        }
        let begun = match self.transport.begin(&letter).await {
            Ok(begun) => begun,
            Err(error) => return Ok(Ended::Tried(Err(error))),
        };
        let tx = self.site.db.write_tx().await?;
        let ours = outbox::hand_over(&tx, message.id, &self.holder, self.site.now()).await?;
        tx.commit().await?;
        if !ours {
            return Ok(Ended::NotOurs);
        }
        Ok(Ended::Tried(begun.await))
    }

    /// Notes how sending ended, trying a few times: a letter whose sending is forgotten would be sent twice.
    async fn settle_surely(&self, message: &StoredMessage, ended: &Ended, probe: bool) -> Result<(), DbErr> {
        let suspect = self.counted(message, ended);
        for pause in [1, 2, 4] {
            match self.settle(message, ended, (probe, suspect)).await {
                Ok(()) => return Ok(()),
                Err(error) => {
                    tracing::warn!(message = message.id.get(), %error, "how a mail ended could not be noted yet");
                }
            }
            sleep(Duration::from_secs(pause)).await;
        }
        self.settle(message, ended, (probe, suspect)).await
    }

    /// Counts what fails in a row. Says whether the way itself is to blame by now.
    fn counted(&self, message: &StoredMessage, ended: &Ended) -> bool {
        let mut row = self.row.lock().unwrap_or_else(PoisonError::into_inner);
        let class = match ended {
            Ended::Tried(answer) => answer.as_ref().err().map(|error| error.class),
            Ended::Before(_) | Ended::NotOurs => return false,
        };
        match class {
            Some(Class::Faltering | Class::Unknown) => return row.failed(message.id),
            None | Some(Class::Permanent | Class::NoRecipient) => row.broken(),
            Some(_) => {}
        }
        false
    }

    async fn settle(
        &self,
        message: &StoredMessage,
        ended: &Ended,
        (probe, suspect): (bool, bool),
    ) -> Result<(), DbErr> {
        let now = self.site.now();
        // As long as it is not noted, nobody would know what became of it.
        let tx = self.site.db.urgent_tx().await?;
        let outcome = match ended {
            Ended::Before(outcome) => {
                if probe {
                    self.change(&tx, |way| outage::not_probed(way, now)).await?;
                }
                outcome.clone()
            }
            Ended::Tried(Ok(provider_id)) => {
                if probe {
                    self.change(&tx, |way| outage::rise(way, now)).await?;
                }
                SendOutcome::Sent { provider_id: provider_id.clone() }
            }
            Ended::Tried(Err(error)) => self.judged(&tx, message, error, (probe, suspect)).await?,
            Ended::NotOurs => return Ok(()),
        };
        outbox::settle(&tx, message.id, &self.holder, outcome.clone(), now).await?;
        tx.commit().await?;
        logged(message, &outcome);
        self.site.observed.emails.count(message.kind, outcome.as_str());
        Ok(())
    }

    /// What a failure says of the message, and of the way.
    async fn judged(
        &self,
        tx: &WriteTx,
        message: &StoredMessage,
        error: &TransportError,
        (probe, suspect): (bool, bool),
    ) -> Result<SendOutcome, DbErr> {
        let (now, TransportError { class, reason }) = (self.site.now(), error.clone());
        tracing::warn!(message = message.id.get(), kind = message.kind.as_str(), ?class, "a mail did not leave");
        let still_down = probe && matches!(class, Class::Faltering | Class::Unknown);
        let down = still_down || suspect || matches!(class, Class::Paused | Class::Unreachable);
        let judge = |way: &mut Way| {
            if class == Class::TooFast {
                pace::slow_down(way, now);
            }
            if down {
                outage::fall(way, &reason, now);
            }
            !down && probe && outage::rise(way, now)
        };
        let way = self.change(tx, judge).await?;
        if class == Class::NoRecipient {
            reach::mark_refused(tx, message, now).await?;
        }
        if still_down && class != Class::Unknown {
            // Behind the others: the next try is with another one, in case it is this one after all.
            return Ok(SendOutcome::Later { due_at: now, reason: error.reason.clone(), tried: false });
        }
        Ok(retry::after(message, error.clone(), &way, now, &*self.site.chance))
    }

    /// Changes how the way stands; `how` says whether it came up. Where it did, what waited for that gets its try.
    async fn change(&self, tx: &WriteTx, how: impl FnOnce(&mut Way) -> bool) -> Result<Way, DbErr> {
        let mut way = ways::hold(tx, self.way()).await?;
        let before = way.clone();
        let came_up = how(&mut way);
        if way != before {
            ways::keep(tx, &way).await?;
        }
        if came_up {
            self.row.lock().unwrap_or_else(PoisonError::into_inner).broken();
            outbox::bring_forward(tx, self.site.now()).await?;
        }
        Ok(way)
    }
}

fn logged(message: &StoredMessage, outcome: &SendOutcome) {
    let (message, kind) = (message.id.get(), message.kind.as_str());
    match outcome {
        SendOutcome::Sent { .. } => tracing::info!(message, kind, "sent"),
        SendOutcome::Skipped { .. } => tracing::info!(message, kind, "skipped"),
        SendOutcome::Failed { .. } => tracing::error!(message, kind, "failed for good"),
        SendOutcome::Unsure { .. } => tracing::warn!(message, kind, "nobody knows whether it left"),
        SendOutcome::Later { .. } | SendOutcome::PutOff { .. } => {}
    }
}
