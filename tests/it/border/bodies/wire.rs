//! Bodies as they come over a connection: in chunks without end, and not at all.

use std::{
    future::pending,
    io,
    time::{Duration, Instant},
};

use axum::serve::Listener;
use tokio::{
    io::{AsyncReadExt, AsyncWriteExt, DuplexStream, duplex, split},
    task::JoinHandle,
    time::timeout,
};

use crate::harness::{DOMAIN, Engine, Town, run};

/// Within this time a connection is over.
const MOST: Duration = Duration::from_secs(30);

/// Accepts one connection.
struct One(Option<DuplexStream>);

impl Listener for One {
    type Io = DuplexStream;
    type Addr = ();

    async fn accept(&mut self) -> (Self::Io, Self::Addr) {
        let Some(connection) = self.0.take() else { return pending().await };
        (connection, ())
    }

    fn local_addr(&self) -> io::Result<Self::Addr> {
        Ok(())
    }
}

/// Connects to the site; no more than 4 KiB are ever under way.
fn connect(town: &Town) -> (DuplexStream, JoinHandle<io::Result<()>>) {
    let (near, far) = duplex(4_096);
    let router = town.router();
    (near, tokio::spawn(async move { axum::serve(One(Some(far)), router).await }))
}

/// The first lines of a request that someone's browser would send.
fn head(path: &str, how_long: &str) -> String {
    format!(
        "POST {path} HTTP/1.1\r\nHost: localhost:5000\r\nOrigin: http://localhost:5000\r\n\
         Content-Type: application/x-www-form-urlencoded\r\n{how_long}\r\n\r\n"
    )
}

/// Reads an answer to its end, or to the end of the connection.
async fn answer(mut from: impl AsyncReadExt + Unpin) -> String {
    let mut read = Vec::new();
    let mut some = [0; 1_024];
    loop {
        match from.read(&mut some).await {
            Ok(0) | Err(_) => break,
            Ok(count) => read.extend_from_slice(&some[..count]),
        }
        let body = read.windows(4).position(|four| four == b"\r\n\r\n").map(|end| &read[end + 4..]);
        if body.is_some_and(|body| body.ends_with(b"\n")) {
            break;
        }
    }
    String::from_utf8(read).unwrap()
}

both! {
    async fn a_body_in_chunks_without_end_is_put_away_soon(town: Town) {
        /// 1 KiB each: 100 MiB in all.
        const OFFERED: usize = 102_400;
        let before = town.snapshot(&DOMAIN).await;
        let (connection, server) = connect(&town);
        let (from, mut to) = split(connection);
        let sending = async {
            let head = head("/api/account/rename", "Transfer-Encoding: chunked");
            to.write_all(head.as_bytes()).await.unwrap();
            let chunk = format!("400\r\n{}\r\n", "x".repeat(1_024));
            let mut taken = 0;
            while taken < OFFERED && to.write_all(chunk.as_bytes()).await.is_ok() {
                taken += 1;
            }
            taken
        };
        let (taken, said) = timeout(MOST, async { tokio::join!(sending, answer(from)) }).await.unwrap();
        server.abort();
        assert!(said.starts_with("HTTP/1.1 413 Payload Too Large\r\n"), "{said}");
        assert!(said.ends_with("At most 65536 bytes are taken here; nothing was saved.\n"), "{said}");
        // The limit, what hyper reads ahead (at most 408 KiB), and what was under way.
        assert!((64..=64 + 408 + 8).contains(&taken), "{taken} KiB were taken");
        assert_eq!(town.snapshot(&DOMAIN).await, before);
    }

    async fn a_body_that_says_it_is_too_long_is_refused_before_all_of_it_came(town: Town) {
        let (mut connection, server) = connect(&town);
        let head = head("/api/account/rename", "Content-Length: 1073741824");
        connection.write_all(head.as_bytes()).await.unwrap();
        let (from, mut to) = split(connection);
        let sending = async {
            let some = [b'x'; 1_024];
            let mut taken = 0;
            while taken < 102_400 && to.write_all(&some).await.is_ok() {
                taken += 1;
            }
            taken
        };
        let (taken, said) = timeout(MOST, async { tokio::join!(sending, answer(from)) }).await.unwrap();
        server.abort();
        assert!(said.starts_with("HTTP/1.1 413 Payload Too Large\r\n"), "{said}");
        assert!(taken <= 64 + 408 + 8, "{taken} KiB of 1 GiB were taken");
    }
}

/// One story for one database: it takes ten seconds and reads nothing there.
#[test]
fn a_body_that_does_not_come_is_waited_for_ten_seconds() {
    run(Engine::Sqlite, |town| Box::pin(no_body(town)));
}

async fn no_body(town: Town) {
    let (mut connection, server) = connect(&town);
    let began = Instant::now();
    let head = head("/api/account/rename", "Content-Length: 100");
    connection.write_all(format!("{head}name=As").as_bytes()).await.unwrap();
    let said = timeout(Duration::from_secs(14), answer(connection)).await.unwrap();
    let took = began.elapsed();
    server.abort();
    assert!(said.starts_with("HTTP/1.1 408 Request Timeout\r\n"), "{said}");
    assert!(said.contains("x-content-type-options: nosniff"), "{said}");
    assert!(said.ends_with("The form took longer than 10 seconds to come; nothing was saved. Try again.\n"), "{said}");
    assert!((Duration::from_millis(9_900)..Duration::from_secs(13)).contains(&took), "{took:?}");
}
