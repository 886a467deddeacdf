//! Connections: how many there are, how long they wait for a request, and how they end.

use std::{
    collections::HashMap,
    net::{IpAddr, SocketAddr},
    pin::pin,
    sync::{Arc, Mutex, PoisonError},
    time::Duration,
};

use axum::{
    Router,
    extract::ConnectInfo,
    http::{HeaderValue, header},
};
use hyper::{body::Incoming, server::conn::http1, service::service_fn};
use hyper_util::rt::{TokioIo, TokioTimer};
use tokio::{
    net::{TcpListener, TcpStream},
    sync::{OwnedSemaphorePermit, Semaphore, watch},
    time::{sleep, timeout},
};
use tower::ServiceExt;

use crate::server::config::TrustedProxies;

/// What connections may take.
#[derive(Clone, Copy, Debug)]
pub struct Limits {
    /// How many there are at most. Further ones wait in the queue of the operating system.
    pub all: usize,
    /// How many of one client. Further ones are closed at once. Proxies may have all: behind them are many.
    pub of_one: usize,
    /// How long the head of a request may take to come, and how long a connection may wait for its next.
    pub head: Duration,
    /// How long a connection without a request stays when the site stops: time for what is on its way.
    pub linger: Duration,
}

impl Default for Limits {
    fn default() -> Self {
        Self { all: 900, of_one: 100, head: Duration::from_secs(15), linger: Duration::from_secs(1) }
    }
}

/// Answers on a listener until told to stop. Then takes in who stands in its queue already, answers what was begun and
/// what still comes in a second with `Connection: close`, and returns when every connection has ended.
pub async fn serve(
    listener: TcpListener,
    router: Router,
    (proxies, limits): (TrustedProxies, Limits),
    mut stopping: watch::Receiver<bool>,
) {
    let all = Arc::new(Semaphore::new(limits.all));
    let clients = Clients::default();
    let stop = stopping.clone();
    loop {
        let stopped = async {
            let _ = stopping.wait_for(|&stop| stop).await;
        };
        let permit = Arc::clone(&all).acquire_owned();
        let next = async { (permit.await, listener.accept().await) };
        tokio::select! {
            biased;
            () = stopped => break,
            (permit, accepted) = next => admit(permit.ok(), accepted, (&router, &clients, &proxies, limits), &stop).await,
        }
    }
    // Who connected before the end is let in; a listener that closes would cut them off.
    while let Ok(accepted) = timeout(Duration::ZERO, listener.accept()).await {
        let permit = Arc::clone(&all).try_acquire_owned();
        admit(permit.ok(), accepted, (&router, &clients, &proxies, limits), &stop).await;
    }
    drop(listener);
    let _all_ended = all.acquire_many(u32::try_from(limits.all).unwrap_or(u32::MAX)).await;
}

async fn admit(
    permit: Option<OwnedSemaphorePermit>,
    accepted: std::io::Result<(TcpStream, SocketAddr)>,
    (router, clients, proxies, limits): (&Router, &Clients, &TrustedProxies, Limits),
    stop: &watch::Receiver<bool>,
) {
    let (stream, peer) = match accepted {
        Ok(accepted) => accepted,
        Err(error) => {
            // Out of file descriptors, most likely: trying again at once would only heat the room.
            tracing::warn!(%error, "a connection could not be accepted");
            sleep(Duration::from_millis(50)).await;
            return;
        }
    };
    let Some(permit) = permit else { return };
    let place = clients.enter(peer.ip(), if proxies.contains(peer.ip()) { usize::MAX } else { limits.of_one });
    let Some(place) = place else { return };
    let _ = stream.set_nodelay(true);
    let (router, stop) = (router.clone(), stop.clone());
    tokio::spawn(async move {
        converse(stream, peer, router, (limits, stop)).await;
        drop((place, permit));
    });
}

/// One connection, from its first request to its last.
async fn converse(
    stream: TcpStream,
    peer: SocketAddr,
    router: Router,
    (limits, mut stop): (Limits, watch::Receiver<bool>),
) {
    let stopped = stop.clone();
    let service = service_fn(move |mut request: hyper::Request<Incoming>| {
        request.extensions_mut().insert(ConnectInfo(peer));
        let (router, stopped) = (router.clone(), stopped.clone());
        async move {
            let mut response = router.oneshot(request).await?;
            if *stopped.borrow() {
                response.headers_mut().insert(header::CONNECTION, HeaderValue::from_static("close"));
            }
            Ok::<_, std::convert::Infallible>(response)
        }
    });
    let mut http = http1::Builder::new();
    http.timer(TokioTimer::new()).header_read_timeout(limits.head);
    let mut connection = pin!(http.serve_connection(TokioIo::new(stream), service));
    let lingered = async {
        let _ = stop.wait_for(|&stop| stop).await;
        sleep(limits.linger).await;
    };
    // An error is a client that went away, or took too long.
    tokio::select! {
        _ = connection.as_mut() => {}
        () = lingered => {
            connection.as_mut().graceful_shutdown();
            let _ = connection.await;
        }
    }
}

/// How many connections each client has.
#[derive(Clone, Debug, Default)]
struct Clients(Arc<Mutex<HashMap<IpAddr, usize>>>);

/// One connection of a client, until it is dropped.
#[derive(Debug)]
struct Place {
    clients: Clients,
    client: IpAddr,
}

impl Clients {
    /// Counts one more; `None`: the client has as many as one may.
    fn enter(&self, client: IpAddr, most: usize) -> Option<Place> {
        let mut counts = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let count = counts.entry(client).or_default();
        if *count >= most {
            return None;
        }
        *count += 1;
        Some(Place { clients: self.clone(), client })
    }
}

impl Drop for Place {
    fn drop(&mut self) {
        let mut counts = self.clients.0.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(count) = counts.get_mut(&self.client) {
            *count -= 1;
            if *count == 0 {
                counts.remove(&self.client);
            }
        }
    }
}
