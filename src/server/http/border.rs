//! What may come in at all: for this host, from our own pages, of the right kind, not too long, not too slow.

use std::time::Duration;

use axum::{
    body::{Body, to_bytes},
    extract::{Request, State},
    http::{HeaderMap, Method, StatusCode, header},
    middleware::Next,
    response::{IntoResponse, Response},
};
use tokio::time::timeout;

use crate::{paths, server::site::Site};

/// How long a body may take to come.
const WHOLE_BODY: Duration = Duration::from_secs(10);

/// The longest path with its query, in octets. No page of ours needs more.
const LONGEST_URL: usize = 8 * 1024;

/// What a route takes.
struct Takes {
    content_types: &'static [&'static str],
    /// Octets.
    most: usize,
}

const FORM: &[&str] = &["application/x-www-form-urlencoded"];

/// Every route that takes a body. A board of some thousand rows, a list of some thousand people, and the notes of an event,
/// all of it in emoji, are longer than other forms.
fn takes(path: &str) -> Option<Takes> {
    match path {
        paths::CSP_REPORT => {
            Some(Takes { content_types: &["application/csp-report", "application/json"], most: 16 * 1024 })
        }
        "/api/allocation/save" | "/api/people/import" => Some(Takes { content_types: FORM, most: 1024 * 1024 }),
        "/api/event/create" | "/api/event/edit" => Some(Takes { content_types: FORM, most: 128 * 1024 }),
        _ if path.strip_prefix(paths::API).is_some_and(|function| function.starts_with('/')) => {
            Some(Takes { content_types: FORM, most: 64 * 1024 })
        }
        _ => None,
    }
}

/// Only the host that people use is answered, so that no link, cookie or cache entry is ever made for another. Health
/// checks come by address.
pub async fn our_host(State(site): State<Site>, request: Request, next: Next) -> Response {
    let uri = request.uri();
    if uri.path_and_query().is_some_and(|path| path.as_str().len() > LONGEST_URL) {
        return (StatusCode::URI_TOO_LONG, format!("At most {LONGEST_URL} characters are read here.\n"))
            .into_response();
    }
    if [paths::HEALTHZ, paths::READYZ].contains(&uri.path()) {
        return next.run(request).await;
    }
    let ours = |host: &[u8]| host.eq_ignore_ascii_case(site.settings.host().as_bytes());
    let asked = uri.authority().is_none_or(|authority| ours(authority.as_str().as_bytes()));
    let mut named = request.headers().get_all(header::HOST).iter();
    if asked && named.next().is_some_and(|host| ours(host.as_bytes())) && named.next().is_none() {
        return next.run(request).await;
    }
    (StatusCode::MISDIRECTED_REQUEST, format!("This site is at {}\n", site.settings.app_url)).into_response()
}

/// Whatever changes something must come from a page of ours: `Sec-Fetch-Site: same-origin`, or an `Origin` equal to
/// `APP_URL`; with neither it is refused. Nothing but POST changes anything.
pub async fn same_origin(State(site): State<Site>, request: Request, next: Next) -> Response {
    let method = request.method();
    let called = request.uri().path().starts_with(paths::API);
    if !called && (method == Method::GET || method == Method::HEAD) {
        return next.run(request).await;
    }
    if method != Method::POST {
        let said = if called { "Forms are sent here by POST.\n" } else { "Only GET and POST are answered.\n" };
        return (StatusCode::METHOD_NOT_ALLOWED, said).into_response();
    }
    if from_our_page(request.headers(), &site.settings.app_url) {
        return next.run(request).await;
    }
    not_ours()
}

/// The answer to a form that comes from elsewhere.
pub fn not_ours() -> Response {
    let said = "This form was not sent from a page of this site. Open the page and try again.\n";
    (StatusCode::FORBIDDEN, said).into_response()
}

fn from_our_page(headers: &HeaderMap, app_url: &str) -> bool {
    let is = |name: &str, value: &str| headers.get(name).is_some_and(|seen| seen.as_bytes() == value.as_bytes());
    match headers.get("sec-fetch-site") {
        Some(_) => is("sec-fetch-site", "same-origin"),
        None => is("origin", app_url),
    }
}

/// Reads a body whole before anything else looks at it: of a kind the route takes, no longer than it takes, within ten
/// seconds. What is too long is put away as soon as that shows.
pub async fn whole_body(request: Request, next: Next) -> Response {
    if request.method() != Method::POST {
        return next.run(request).await;
    }
    let Some(takes) = takes(request.uri().path()) else {
        return (StatusCode::METHOD_NOT_ALLOWED, "Nothing is sent to this page.\n").into_response();
    };
    let sent = content_type(request.headers());
    if !takes.content_types.iter().any(|taken| taken.eq_ignore_ascii_case(sent)) {
        let said = format!("What is sent here is {}.\n", takes.content_types.join(" or "));
        return (StatusCode::UNSUPPORTED_MEDIA_TYPE, said).into_response();
    }
    let (parts, body) = request.into_parts();
    match timeout(WHOLE_BODY, to_bytes(body, takes.most)).await {
        Ok(Ok(bytes)) => next.run(Request::from_parts(parts, Body::from(bytes))).await,
        Ok(Err(_)) => {
            let said = format!("At most {} bytes are taken here; nothing was saved.\n", takes.most);
            (StatusCode::PAYLOAD_TOO_LARGE, said).into_response()
        }
        Err(_) => {
            let said = "The form took longer than 10 seconds to come; nothing was saved. Try again.\n";
            (StatusCode::REQUEST_TIMEOUT, said).into_response()
        }
    }
}

/// The media type without its parameters.
fn content_type(headers: &HeaderMap) -> &str {
    let named = headers.get(header::CONTENT_TYPE).and_then(|named| named.to_str().ok()).unwrap_or_default();
    named.split(';').next().unwrap_or_default().trim()
}
