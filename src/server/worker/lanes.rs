//! Several messages on their way at a time: as many as the pace wants at the latency there is. What people sit and wait for
//! always finds a lane free.

use std::{
    sync::{
        Arc,
        atomic::{AtomicUsize, Ordering},
    },
    time::Duration,
};

use chrono::{DateTime, Utc};
use tokio::{
    sync::{Mutex, Notify, watch},
    task::JoinSet,
    time::sleep,
};

use super::{deliver::Sender, pace::Pace, stopped, turn::Turn};
use crate::server::{
    db::outbox::{StoredMessage, Which},
    mail::Transport,
    site::Site,
};

/// So many messages at a time at most,
const LANES: usize = 16;
/// and so many of those nobody waits for.
const OF_REST: usize = 12;
/// How often the queue is looked at when nobody says that something was written into it: messages that wait for their next
/// try, messages of another instance that died.
const LOOK: Duration = Duration::from_secs(5);
/// How long to wait after the database failed.
const AGAIN: Duration = Duration::from_secs(1);

/// All lanes, and what is on them.
struct Lanes<T> {
    sender: Sender<T>,
    /// Whoever stands here takes the next message; all other free lanes wait behind.
    door: Mutex<()>,
    rest: AtomicUsize,
    doubtful: AtomicUsize,
    /// A message came to its end.
    ended: Notify,
}

/// A message on a lane. However it ends, also when its lane breaks off, it is then counted no more.
struct OnLane<'a, T> {
    lanes: &'a Lanes<T>,
    rest: bool,
    doubtful: bool,
}

impl<'a, T> OnLane<'a, T> {
    fn new(lanes: &'a Lanes<T>, message: &StoredMessage) -> Self {
        let (rest, doubtful) = (!message.waited_for, message.is_doubtful());
        lanes.rest.fetch_add(usize::from(rest), Ordering::SeqCst);
        lanes.doubtful.fetch_add(usize::from(doubtful), Ordering::SeqCst);
        Self { lanes, rest, doubtful }
    }
}

impl<T> Drop for OnLane<'_, T> {
    fn drop(&mut self) {
        self.lanes.rest.fetch_sub(usize::from(self.rest), Ordering::SeqCst);
        self.lanes.doubtful.fetch_sub(usize::from(self.doubtful), Ordering::SeqCst);
        self.lanes.ended.notify_one();
    }
}

/// Sends whatever is due, until `stop` becomes true; then finishes what was handed over and gives back the rest. A lane that
/// breaks off is opened again: what it held is taken over like that of a worker that died.
pub(super) async fn send_always<T: Transport + 'static>(site: &Site, transport: T, stop: watch::Receiver<bool>) {
    let sender = Sender::new(site, transport, stop);
    let lanes = Arc::new(Lanes {
        sender,
        door: Mutex::default(),
        rest: AtomicUsize::default(),
        doubtful: AtomicUsize::default(),
        ended: Notify::default(),
    });
    let mut open = JoinSet::new();
    // What is printed is read: one after the other.
    let many = if site.settings.mail.transport.sends() { LANES } else { 1 };
    for _ in 0..many {
        open.spawn(Arc::clone(&lanes).run());
    }
    while let Some(ended) = open.join_next().await {
        if let Err(error) = ended {
            tracing::error!(%error, "a lane of the mail worker broke off");
            sleep(AGAIN).await;
            open.spawn(Arc::clone(&lanes).run());
        }
    }
}

impl<T: Transport> Lanes<T> {
    async fn run(self: Arc<Self>) {
        loop {
            let at_the_door = self.door.lock().await;
            let Some((message, probe)) = self.next().await else { return };
            let on_lane = OnLane::new(&self, &message);
            drop(at_the_door);
            if let Err(error) = self.sender.deliver(&message, probe).await {
                tracing::error!(message = message.id.get(), %error, "the mail queue could not be worked on");
            }
            drop(on_lane);
        }
    }

    /// Waits for the next message; none comes once it is time to stop.
    async fn next(&self) -> Option<(Box<StoredMessage>, bool)> {
        while !*self.sender.stop.borrow() {
            let which = Which {
                rest: self.rest.load(Ordering::SeqCst) < OF_REST,
                doubtful: self.doubtful.load(Ordering::SeqCst) == 0,
            };
            match self.sender.next(Pace::of(&self.sender.site), which).await {
                Ok(Turn::Message(message)) => return Some((message, false)),
                Ok(Turn::Probe(message)) => return Some((message, true)),
                Ok(Turn::NotBefore(then)) => self.wait(self.until(then)).await,
                Ok(Turn::Nothing) => self.wait(LOOK).await,
                Err(error) => {
                    tracing::error!(%error, "the mail queue could not be worked on");
                    self.wait(AGAIN).await;
                }
            }
        }
        None
    }

    fn until(&self, then: DateTime<Utc>) -> Duration {
        (then - self.sender.site.now()).to_std().unwrap_or_default().clamp(Duration::from_millis(1), LOOK)
    }

    /// Waits this long, or until there may be something to do.
    async fn wait(&self, time: Duration) {
        let mut stop = self.sender.stop.clone();
        tokio::select! {
            () = stopped(&mut stop) => {}
            () = self.sender.site.mail_waits.notified() => {}
            () = self.ended.notified() => {}
            () = sleep(time) => {}
        }
    }
}
