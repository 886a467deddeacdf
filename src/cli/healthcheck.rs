use std::{net::SocketAddr, time::Duration};

use ureq::{Agent, http::StatusCode};

use super::Ended;
use crate::{paths, server::config::Source};

/// Asks the site on this machine whether it is ready. Only `LISTEN` is read, so that a container's check needs no
/// secret and opens no database.
pub fn run(source: &Source) -> Ended {
    let listen = source.get("LISTEN").unwrap_or_else(|| "127.0.0.1:5000".to_owned());
    let mut at: SocketAddr = listen.parse().map_err(|_| format!("LISTEN is “{listen}”, not an address and a port"))?;
    if at.ip().is_unspecified() {
        at.set_ip(std::net::Ipv4Addr::LOCALHOST.into());
    }
    let answer = agent().get(format!("http://{at}{}", paths::READYZ)).call();
    match answer.map_err(|error| format!("{at} does not answer: {error}"))?.status() {
        StatusCode::OK => Ok(()),
        status => Err(format!("{at} is not ready: {status}")),
    }
}

/// Asks this machine itself, whatever proxy the environment names for what goes out.
fn agent() -> Agent {
    let config = Agent::config_builder().timeout_global(Some(Duration::from_secs(5))).proxy(None);
    config.max_redirects(0).http_status_as_error(false).build().new_agent()
}
