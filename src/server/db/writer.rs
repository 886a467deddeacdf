//! One writer at a time, and one commit for all who wait. SQLite makes a transaction durable by waiting for the disk: whoever
//! comes while another writes goes on in the same transaction, in a savepoint of their own, and all are made durable
//! together. Nobody is told that anything stays before it does.

use std::{
    sync::{
        Arc,
        atomic::{AtomicUsize, Ordering},
    },
    time::{Duration, Instant},
};

use sea_orm::{
    DatabaseConnection, DatabaseTransaction, DbErr, SqliteTransactionMode, TransactionOptions, TransactionTrait,
};
use tokio::{
    sync::{Mutex, OwnedMutexGuard, watch},
    time::timeout,
};

/// How many go together at most.
const MOST: usize = 64;

/// How long the first may wait for the others.
const LONGEST: Duration = Duration::from_millis(20);

/// How long one waits for whoever was to come next, before ending the transaction itself.
const PATIENCE: Duration = Duration::from_millis(3);

/// What became of a transaction; `None`: it has not ended.
type End = Option<Result<(), DbErr>>;

/// Writes to an SQLite database. Cheap to clone.
#[derive(Clone, Debug)]
pub(super) struct Writer {
    connection: DatabaseConnection,
    shared: Arc<Mutex<Option<Shared>>>,
    waiting: Arc<AtomicUsize>,
    /// Where those stand who are in no hurry.
    line: Arc<Mutex<()>>,
    /// How many wait who are.
    urgent: Arc<AtomicUsize>,
}

/// A transaction in which several write, one after the other.
#[derive(Debug)]
struct Shared {
    outer: DatabaseTransaction,
    began: Instant,
    /// Those who are done and wait for the end.
    done: usize,
    end: Arc<watch::Sender<End>>,
}

/// The turn to write.
#[derive(Debug)]
pub(super) struct Turn {
    writer: Writer,
    shared: OwnedMutexGuard<Option<Shared>>,
    is_urgent: bool,
}

/// Counts who waits, also those who give up.
struct Waiting(Arc<AtomicUsize>);

impl Waiting {
    fn new(count: &Arc<AtomicUsize>) -> Self {
        count.fetch_add(1, Ordering::SeqCst);
        Self(Arc::clone(count))
    }
}

impl Drop for Waiting {
    fn drop(&mut self) {
        self.0.fetch_sub(1, Ordering::SeqCst);
    }
}

impl Writer {
    pub(super) fn new(connection: DatabaseConnection) -> Self {
        Self {
            connection,
            shared: Arc::default(),
            waiting: Arc::default(),
            line: Arc::default(),
            urgent: Arc::default(),
        }
    }

    /// Waits for the turn, and begins: a savepoint in what is under way, or a transaction of its own.
    /// `is_urgent`: ahead of all who are not, and without waiting for them in the end.
    pub(super) async fn begin(&self, is_urgent: bool) -> Result<(DatabaseTransaction, Turn), DbErr> {
        let waits = (Waiting::new(&self.waiting), is_urgent.then(|| Waiting::new(&self.urgent)));
        let shared = self.turn(is_urgent).await;
        drop(waits);
        whole(Turn { writer: self.clone(), shared, is_urgent }.open()).await
    }

    /// Whoever is in a hurry passes all who stand in line, but for the first of them, who is at the door already.
    async fn turn(&self, is_urgent: bool) -> OwnedMutexGuard<Option<Shared>> {
        let _in_line = if is_urgent { None } else { Some(self.line.lock().await) };
        Arc::clone(&self.shared).lock_owned().await
    }
}

impl Turn {
    async fn open(mut self) -> Result<(DatabaseTransaction, Self), DbErr> {
        if self.shared.is_none() {
            // Immediate, so that it cannot fail half-way for a lock.
            let options = TransactionOptions {
                sqlite_transaction_mode: Some(SqliteTransactionMode::Immediate),
                ..TransactionOptions::default()
            };
            let outer = self.writer.connection.begin_with_options(options).await?;
            let end = Arc::new(watch::Sender::new(None));
            *self.shared = Some(Shared { outer, began: Instant::now(), done: 0, end });
        }
        let Some(shared) = self.shared.as_ref() else {
            return Err(DbErr::Custom("no transaction is open".to_owned()));
        };
        let inner = shared.outer.begin_with_options(TransactionOptions::default()).await?;
        Ok((inner, self))
    }

    /// Makes what was written in this turn stay, together with what others write meanwhile.
    pub(super) async fn commit(self, inner: DatabaseTransaction) -> Result<(), DbErr> {
        whole(self.committed(inner)).await
    }

    async fn committed(mut self, inner: DatabaseTransaction) -> Result<(), DbErr> {
        inner.commit().await?;
        let Some(shared) = self.shared.as_mut() else { return Ok(()) };
        shared.done += 1;
        let end = Arc::clone(&shared.end);
        let mut ended = end.subscribe();
        let hurries = self.is_urgent && self.writer.urgent.load(Ordering::SeqCst) == 0;
        let enough = shared.done >= MOST || shared.began.elapsed() >= LONGEST || hurries;
        let writer = self.writer.clone();
        if enough || writer.waiting.load(Ordering::SeqCst) == 0 {
            finish(&mut self.shared).await;
        }
        drop(self);
        loop {
            if let Some(end) = ended.borrow_and_update().clone() {
                return end;
            }
            if timeout(PATIENCE, ended.changed()).await.is_err() {
                // Whoever was to be next may have given up.
                let mut shared = writer.turn(false).await;
                if shared.as_ref().is_some_and(|shared| Arc::ptr_eq(&shared.end, &end)) {
                    finish(&mut shared).await;
                }
            }
        }
    }
}

/// Runs something to its end, also where whoever waits for it gives up: half a commit would take others with it.
async fn whole<T: Send + 'static>(work: impl Future<Output = Result<T, DbErr>> + Send + 'static) -> Result<T, DbErr> {
    let done = tokio::spawn(work).await;
    done.unwrap_or_else(|error| Err(DbErr::Custom(format!("a transaction broke off: {error}"))))
}

/// Ends the transaction, and tells everyone who waits for it.
async fn finish(shared: &mut Option<Shared>) {
    if let Some(Shared { outer, end, .. }) = shared.take() {
        end.send_replace(Some(outer.commit().await));
    }
}

impl Drop for Turn {
    /// Nobody leaves a transaction open behind them: whoever gives up half-way neither, nor whoever wrote nothing.
    fn drop(&mut self) {
        if self.shared.is_some() && self.writer.waiting.load(Ordering::SeqCst) == 0 {
            let shared = Arc::clone(&self.writer.shared);
            tokio::spawn(async move { finish(&mut *shared.lock().await).await });
        }
    }
}
