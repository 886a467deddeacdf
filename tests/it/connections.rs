//! How many connections there may be, how long they wait, and how they end: real ones, on a real port.

use std::{net::SocketAddr, sync::Arc, time::Duration};

use axum::{Router, routing::get};
use ticket_pool::server::{
    config::TrustedProxies,
    http::listen::{self, Limits},
};
use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::{TcpListener, TcpStream},
    sync::{Notify, watch},
    task::JoinHandle,
    time::{Instant, timeout},
};

/// What answers here: at once, or when it is let.
struct Here {
    at: SocketAddr,
    slow: Arc<Notify>,
    stop: watch::Sender<bool>,
    served: JoinHandle<()>,
}

async fn here(limits: Limits, proxies: &str) -> Here {
    let slow = Arc::new(Notify::new());
    let waits = Arc::clone(&slow);
    let slowly = get(async move || {
        waits.notified().await;
        "slow"
    });
    let router = Router::new().route("/", get(async || "here")).route("/slow", slowly);
    at_port(router, (TrustedProxies::parse(proxies).unwrap(), limits), slow).await
}

async fn at_port(router: Router, limits: (TrustedProxies, Limits), slow: Arc<Notify>) -> Here {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let at = listener.local_addr().unwrap();
    let (stop, stopping) = watch::channel(false);
    let served = tokio::spawn(listen::serve(listener, router, limits, stopping));
    Here { at, slow, stop, served }
}

/// A connection of one's own.
async fn call(at: SocketAddr) -> TcpStream {
    TcpStream::connect(at).await.unwrap()
}

/// Asks and reads until the answer is there, or the connection ends: then nothing.
async fn ask(connection: &mut TcpStream, path: &str) -> String {
    let request = format!("GET {path} HTTP/1.1\r\nHost: here\r\n\r\n");
    if connection.write_all(request.as_bytes()).await.is_err() {
        return String::new();
    }
    answer(connection).await
}

async fn answer(connection: &mut TcpStream) -> String {
    let (mut all, mut some) = (Vec::new(), [0; 1024]);
    loop {
        match connection.read(&mut some).await {
            Ok(0) | Err(_) => return String::from_utf8(all).unwrap(),
            Ok(count) => all.extend_from_slice(&some[..count]),
        }
        if all.ends_with(b"here") || all.ends_with(b"slow") {
            return String::from_utf8(all).unwrap();
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_connection_that_never_says_what_it_wants_is_closed() {
    let head = Duration::from_millis(200);
    let here = here(Limits { head, ..Limits::default() }, "none").await;
    let mut silent = call(here.at).await;
    let mut half = call(here.at).await;
    half.write_all(b"GET / HTTP/1.1\r\nHost: he").await.unwrap();
    let mut idle = call(here.at).await;
    assert!(ask(&mut idle, "/").await.ends_with("here"));
    for connection in [&mut silent, &mut half, &mut idle] {
        let began = Instant::now();
        let mut rest = Vec::new();
        let ended = timeout(Duration::from_secs(10), connection.read_to_end(&mut rest)).await;
        assert!(ended.is_ok(), "it ends");
        assert!(began.elapsed() < Duration::from_secs(9));
    }
    assert!(ask(&mut call(here.at).await, "/").await.ends_with("here"), "and the site goes on");
}

#[tokio::test(flavor = "multi_thread")]
async fn one_client_has_no_more_connections_than_one_may() {
    let limits = Limits { of_one: 3, ..Limits::default() };
    for (proxies, most) in [("none", 3), ("127.0.0.0/8", 5)] {
        let here = here(limits, proxies).await;
        let mut kept = Vec::new();
        let mut answered = 0;
        for _ in 0..5 {
            let mut connection = call(here.at).await;
            answered += usize::from(ask(&mut connection, "/").await.ends_with("here"));
            kept.push(connection);
        }
        assert_eq!(answered, most, "{proxies}");
        drop(kept);
        let again = async {
            while !ask(&mut call(here.at).await, "/").await.ends_with("here") {
                tokio::task::yield_now().await;
            }
        };
        timeout(Duration::from_secs(10), again).await.expect("those that ended count no more");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn when_it_stops_everyone_who_asked_is_answered() {
    for round in 0..20 {
        let here = here(Limits { linger: Duration::from_millis(300), ..Limits::default() }, "none").await;
        let mut asking = Vec::new();
        for _ in 0..20 {
            let at = here.at;
            asking.push(tokio::spawn(async move {
                let mut connection = call(at).await;
                let mut answers = 0;
                loop {
                    let said = ask(&mut connection, "/").await;
                    if !said.ends_with("here") {
                        return Err(format!("after {answers} answers: {said:?}"));
                    }
                    answers += 1;
                    if said.to_lowercase().contains("connection: close") {
                        return Ok(answers);
                    }
                }
            }));
        }
        let mut slow = call(here.at).await;
        slow.write_all(b"GET /slow HTTP/1.1\r\nHost: here\r\n\r\n").await.unwrap();
        tokio::time::sleep(Duration::from_millis(20)).await;
        // In the queue of the operating system, perhaps not taken in yet.
        let mut late = call(here.at).await;
        here.stop.send(true).unwrap();
        assert!(ask(&mut late, "/").await.ends_with("here"), "round {round}: whoever had connected is let in");
        for one in asking {
            let answered = one.await.unwrap();
            assert!(answered.is_ok(), "round {round}: {answered:?}");
        }
        assert!(!here.served.is_finished(), "what was begun is finished");
        here.slow.notify_one();
        assert!(answer(&mut slow).await.ends_with("slow"), "round {round}");
        timeout(Duration::from_secs(10), here.served).await.expect("it stops").unwrap();
        assert!(TcpStream::connect(here.at).await.is_err(), "and takes nobody in");
    }
}

both! {
    async fn of_a_long_form_nothing_is_read_for_someone_who_is_not_signed_in(town: Town) {
        let site = at_port(town.router(), (TrustedProxies::default(), Limits::default()), Arc::default()).await;
        for (path, length) in [("/api/people/import/look", 1_000_000), ("/api/event/create", 100_000)] {
            let mut connection = call(site.at).await;
            let head = format!(
                "POST {path} HTTP/1.1\r\nHost: localhost:5000\r\nOrigin: http://localhost:5000\r\n\
                 Content-Type: application/x-www-form-urlencoded\r\nContent-Length: {length}\r\n\r\n"
            );
            connection.write_all(head.as_bytes()).await.unwrap();
            let mut said = [0; 12];
            let answered = timeout(Duration::from_secs(5), connection.read_exact(&mut said)).await;
            answered.expect("before anything was sent").unwrap();
            assert_eq!(String::from_utf8_lossy(&said), "HTTP/1.1 401", "{path}");
        }
    }
}
