use std::{net::SocketAddr, time::Duration};

use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::TcpStream,
    time::timeout,
};

use super::Ended;
use crate::{paths, server::config::Source};

/// Asks the site on this machine whether it is ready. Only `LISTEN` is read, so that a container's check needs no
/// secret and opens no database.
pub async fn run(source: &Source) -> Ended {
    let listen = source.get("LISTEN").unwrap_or_else(|| "127.0.0.1:5000".to_owned());
    let mut at: SocketAddr = listen.parse().map_err(|_| format!("LISTEN is “{listen}”, not an address and a port"))?;
    if at.ip().is_unspecified() {
        at.set_ip(std::net::Ipv4Addr::LOCALHOST.into());
    }
    let answer = timeout(Duration::from_secs(5), ask(at)).await;
    let answer = answer.map_err(|_| format!("{at} does not answer within 5 seconds"))?;
    let answer = answer.map_err(|error| format!("{at} does not answer: {error}"))?;
    if answer.starts_with("HTTP/1.1 200") { Ok(()) } else { Err(format!("{at} is not ready: {answer}")) }
}

async fn ask(at: SocketAddr) -> std::io::Result<String> {
    let mut stream = TcpStream::connect(at).await?;
    let request = format!("GET {} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n", paths::READYZ);
    stream.write_all(request.as_bytes()).await?;
    let mut answer = String::new();
    stream.take(4_096).read_to_string(&mut answer).await?;
    Ok(answer.lines().next().unwrap_or_default().to_owned())
}
