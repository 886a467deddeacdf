//! What may come in at all: for this host, and what changes something only from our own pages.

use axum::{
    extract::{Request, State},
    http::{HeaderMap, Method, StatusCode, header},
    middleware::Next,
    response::{IntoResponse, Response},
};
use tower_http::csrf::{CsrfLayer, ProtectionError};

use crate::server::{config::Settings, site::Site};

/// The longest path with its query, in octets. No page of ours needs more.
const LONGEST_URL: usize = 8 * 1024;

/// Reads no URL that is too long.
pub async fn short_url(request: Request, next: Next) -> Response {
    if request.uri().path_and_query().is_some_and(|path| path.as_str().len() > LONGEST_URL) {
        return (StatusCode::URI_TOO_LONG, format!("At most {LONGEST_URL} characters are read here.\n"))
            .into_response();
    }
    next.run(request).await
}

/// Only the host that people use is answered, so that no link, cookie or cache entry is ever made for another.
pub async fn our_host(State(site): State<Site>, request: Request, next: Next) -> Response {
    let settings = &site.settings;
    let ours =
        |host: &[u8]| without_usual_port(host, settings.https()).eq_ignore_ascii_case(settings.host().as_bytes());
    let asked = request.uri().authority().is_none_or(|authority| ours(authority.as_str().as_bytes()));
    let mut named = request.headers().get_all(header::HOST).iter();
    if asked && named.next().is_some_and(|host| ours(host.as_bytes())) && named.next().is_none() {
        return next.run(request).await;
    }
    (StatusCode::MISDIRECTED_REQUEST, format!("This site is at {}\n", site.settings.app_url)).into_response()
}

/// What tower-http knows against forms from elsewhere. Ours behind it, [`sent_from_our_page`], is stricter.
pub fn cross_site(settings: &Settings) -> CsrfLayer<fn(ProtectionError) -> Response> {
    let ours = [settings.app_url.clone(), format!("{}{}", settings.app_url, usual_port(settings.https()))];
    let layer = ours.iter().fold(CsrfLayer::new(), |layer, origin| {
        // What is no origin is never sent as one.
        layer.clone().add_trusted_origin(origin).unwrap_or(layer)
    });
    layer.with_rejection_response(|_| not_ours())
}

/// The port that belongs to a scheme, with its colon (RFC 9110, 4.2).
const fn usual_port(https: bool) -> &'static str {
    if https { ":443" } else { ":80" }
}

/// A host as browsers name it: a proxy may name the usual port too, or a colon and none (RFC 3986, 3.2.3 and 6.2.3).
fn without_usual_port(host: &[u8], https: bool) -> &[u8] {
    host.strip_suffix(usual_port(https).as_bytes()).or_else(|| host.strip_suffix(b":")).unwrap_or(host)
}

/// For what is only looked at.
pub async fn looked_at(request: Request, next: Next) -> Response {
    if [Method::GET, Method::HEAD].contains(request.method()) {
        return next.run(request).await;
    }
    (StatusCode::METHOD_NOT_ALLOWED, "Only GET and POST are answered.\n").into_response()
}

/// For what changes something: it must come by POST and from a page of ours, by `Sec-Fetch-Site: same-origin` or an
/// `Origin` equal to `APP_URL`, the usual port aside; with neither it is refused.
pub async fn sent_from_our_page(State(site): State<Site>, request: Request, next: Next) -> Response {
    if request.method() != Method::POST {
        return (StatusCode::METHOD_NOT_ALLOWED, "Forms are sent here by POST.\n").into_response();
    }
    if from_our_page(request.headers(), &site.settings) {
        return next.run(request).await;
    }
    not_ours()
}

/// The answer to a form that comes from elsewhere.
fn not_ours() -> Response {
    let said = "This form was not sent from a page of this site. Open the page and try again.\n";
    (StatusCode::FORBIDDEN, said).into_response()
}

fn from_our_page(headers: &HeaderMap, settings: &Settings) -> bool {
    match headers.get("sec-fetch-site") {
        Some(site) => site == "same-origin",
        None => headers.get("origin").is_some_and(|origin| {
            without_usual_port(origin.as_bytes(), settings.https()) == settings.app_url.as_bytes()
        }),
    }
}
