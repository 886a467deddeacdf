//! From where a request comes.

use std::{
    net::SocketAddr,
    sync::atomic::{AtomicBool, Ordering},
};

use axum::{
    extract::{ConnectInfo, Request, State},
    http::HeaderMap,
    middleware::Next,
    response::Response,
};

use crate::server::{auth::Client, site::Site};

const FORWARDED: [&str; 3] = ["x-forwarded-for", "forwarded", "x-real-ip"];

/// Finds out from where, for limits, sessions and the audit log. `X-Forwarded-For` counts only from `TRUSTED_PROXIES`;
/// nothing else that is forwarded is ever believed. That someone else sends such headers is said once.
pub async fn find_out(State(site): State<Site>, mut request: Request, next: Next) -> Response {
    let peer = request.extensions().get::<ConnectInfo<SocketAddr>>().map(|peer| peer.0.ip());
    let client = peer.map(|peer| {
        let trusted = &site.settings.trusted_proxies;
        if !trusted.contains(peer) {
            warn_once(request.headers());
        }
        Client::of(trusted.real(peer, forwarded_for(request.headers()).as_deref()))
    });
    request.extensions_mut().insert(client.unwrap_or_default());
    next.run(request).await
}

/// All lines of the header as one list (RFC 9110, 5.3).
fn forwarded_for(headers: &HeaderMap) -> Option<String> {
    let lines = headers.get_all("x-forwarded-for").iter().map(|line| line.to_str().unwrap_or("unreadable"));
    let list = lines.collect::<Vec<_>>().join(",");
    (!list.is_empty()).then_some(list)
}

fn warn_once(headers: &HeaderMap) {
    static WARNED: AtomicBool = AtomicBool::new(false);
    if FORWARDED.iter().any(|name| headers.contains_key(*name)) && !WARNED.swap(true, Ordering::Relaxed) {
        tracing::warn!(
            "forwarding headers came from an address that TRUSTED_PROXIES does not name; they are not believed. If that \
             is your reverse proxy, name it there: until then everybody behind it counts as one client"
        );
    }
}
