//! The line to a relay, before anybody speaks on it.

use std::{
    io::{self, ErrorKind},
    net::SocketAddr,
    time::Duration,
};

use tokio::{net::TcpStream, time::timeout};

/// How long each address of the relay has to take a connection.
pub(super) const CONNECT: Duration = Duration::from_secs(5);

/// A line to the first of these that takes one, on which everything leaves at once. Otherwise the dot after a letter would wait
/// here until the other side has confirmed the letter, which it puts off for some 40 ms: as long as that nobody would know
/// whether the letter left.
///
/// # Errors
/// What the last of them said.
pub(super) async fn to(addresses: &[SocketAddr]) -> io::Result<TcpStream> {
    let mut last = io::Error::from(ErrorKind::AddrNotAvailable);
    for address in addresses {
        match timeout(CONNECT, TcpStream::connect(address)).await {
            Ok(Ok(stream)) => return stream.set_nodelay(true).map(|()| stream),
            Ok(Err(error)) => last = error,
            Err(_) => last = ErrorKind::TimedOut.into(),
        }
    }
    Err(last)
}
