//! Serves a beacon with a secret that everyone knows, as drand does over HTTP, for a try of a whole site without the
//! public one. No site takes its rounds unless it is told its key.
//!
//! ```text
//! cargo run -q -p allocation --example beacon -- "some words" 8321
//! curl http://127.0.0.1:8321/HASH/public/latest
//! ```
//!
//! The words are the secret: the same words give the same chain. A round comes each second since the beginning of 2026.
//! Prints what `/HASH/info` says, then answers that, `/HASH/public/NUMBER` and `/HASH/public/latest`; 404 for what is not,
//! 425 for a round that has not come yet.

#[path = "../tests/signing/mod.rs"]
mod signing;

use std::{
    fmt::Write as _,
    io::{BufRead as _, BufReader, Write as _},
    net::{TcpListener, TcpStream},
    process::ExitCode,
    time::{Duration, SystemTime},
};

use allocation::beacon::Round;
use sha2::{Digest, Sha256};
use signing::Beacon;

/// 2026-01-01, 00:00 in UTC.
const GENESIS: u32 = 1_767_225_600;
/// Longer lines than this are no request.
const LONGEST: u64 = 4_096;

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [words, port] = arguments.as_slice() else {
        eprintln!("beacon: say some words and a port");
        return ExitCode::from(2);
    };
    let beacon = Beacon::new(words, GENESIS, 1);
    let listener = match port.parse().map(|port: u16| TcpListener::bind(("127.0.0.1", port))) {
        Ok(Ok(listener)) => listener,
        Ok(Err(error)) => {
            eprintln!("beacon: port {port}: {error}");
            return ExitCode::FAILURE;
        }
        Err(_) => {
            eprintln!("beacon: {port} is not a port");
            return ExitCode::from(2);
        }
    };
    println!("{}", info(&beacon));
    for stream in listener.incoming().flatten() {
        if let Err(error) = answer(&beacon, stream) {
            eprintln!("beacon: {error}");
        }
    }
    ExitCode::SUCCESS
}

fn answer(beacon: &Beacon, mut stream: TcpStream) -> std::io::Result<()> {
    stream.set_read_timeout(Some(Duration::from_secs(5)))?;
    let mut line = String::new();
    BufReader::new(std::io::Read::take(&stream, LONGEST)).read_line(&mut line)?;
    let (status, body) = match line.strip_prefix("GET ").and_then(|line| line.split(' ').next()) {
        Some(path) => reply(beacon, path),
        None => ("400 Bad Request", String::new()),
    };
    write!(stream, "HTTP/1.1 {status}\r\nContent-Type: application/json\r\nContent-Length: {}\r\n", body.len())?;
    write!(stream, "Connection: close\r\n\r\n{body}")
}

fn reply(beacon: &Beacon, path: &str) -> (&'static str, String) {
    const NOT_FOUND: (&str, String) = ("404 Not Found", String::new());
    let Some(asked) = path.strip_prefix(&format!("/{}/", beacon.chain.hash)) else { return NOT_FOUND };
    if asked == "info" {
        return ("200 OK", info(beacon));
    }
    // The next one is the first after this millisecond; the latest stands before it.
    let latest = Round::new(beacon.chain.at_or_after(now() + 1).get() - 1);
    let round = match asked.strip_prefix("public/") {
        Some("latest") => latest,
        Some(number) => number.parse().ok().and_then(Round::new),
        None => None,
    };
    match round {
        Some(round) if latest >= Some(round) => ("200 OK", published(beacon, round)),
        Some(_) => ("425 Too Early", String::new()),
        None => NOT_FOUND,
    }
}

fn published(beacon: &Beacon, round: Round) -> String {
    let signature = beacon.sign(round);
    let randomness = hex(&Sha256::digest(signature.0));
    format!(r#"{{"round":{round},"randomness":"{randomness}","signature":"{signature}"}}"#)
}

fn info(beacon: &Beacon) -> String {
    let (chain, key) = (beacon.chain, hex(&beacon.chain.key));
    format!(
        r#"{{"public_key":"{key}","period":{},"genesis_time":{},"hash":"{}","schemeID":"bls-unchained-g1-rfc9380"}}"#,
        chain.period, chain.genesis, chain.hash
    )
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().fold(String::new(), |mut text, byte| {
        let _ = write!(text, "{byte:02x}");
        text
    })
}

#[expect(clippy::disallowed_methods, reason = "a beacon is a clock; this one stands outside of the site")]
fn now() -> i64 {
    let since = SystemTime::now().duration_since(SystemTime::UNIX_EPOCH).unwrap_or_default();
    i64::try_from(since.as_millis()).unwrap_or(i64::MAX)
}
