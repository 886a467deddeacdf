use axum::{
    body::Body,
    extract::{Request, State},
    http::{HeaderName, HeaderValue, Method, StatusCode, header},
    middleware::Next,
    response::{IntoResponse, Redirect, Response},
};

use super::{cookies::Jar, visit::Visitor};
use crate::{
    paths,
    server::{services::sign_in, site::Site},
};

/// A line of log for each request: method and path without query, never a header or a body. The token of a link is a
/// path segment and is left out.
pub fn span(request: &Request<Body>) -> tracing::Span {
    let path = request.uri().path();
    let path = [paths::LINK, paths::SET_UP].into_iter().find(|prefix| path.starts_with(prefix)).unwrap_or(path);
    tracing::info_span!("request", method = %request.method(), path)
}

/// Headers that are the same on every answer.
pub async fn fixed_headers(request: Request, next: Next) -> Response {
    let mut response = next.run(request).await;
    let fixed = [
        (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
        (header::REFERRER_POLICY, "same-origin"),
        (header::X_FRAME_OPTIONS, "DENY"),
        (HeaderName::from_static("cross-origin-opener-policy"), "same-origin"),
        (HeaderName::from_static("cross-origin-resource-policy"), "same-origin"),
    ];
    for (name, value) in fixed {
        response.headers_mut().insert(name, HeaderValue::from_static(value));
    }
    let unset = !response.headers().contains_key(header::CACHE_CONTROL);
    if unset {
        response.headers_mut().insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    }
    response
}

/// What a form is sent as, by the browser itself and by an island alike.
const FORM: &[u8] = b"application/x-www-form-urlencoded";

/// Whatever changes something must come from a page of ours: an unsafe method needs `Sec-Fetch-Site: same-origin` or
/// an `Origin` equal to `APP_URL`; with neither it is refused. Nothing but POST is an accepted unsafe method, and what
/// is posted must be a form.
pub async fn same_origin(State(site): State<Site>, request: Request, next: Next) -> Response {
    let method = request.method();
    if method == Method::GET || method == Method::HEAD {
        return next.run(request).await;
    }
    if method != Method::POST {
        return (StatusCode::METHOD_NOT_ALLOWED, "Only GET and POST are answered.\n").into_response();
    }
    let headers = request.headers();
    let is = |name: &str, value: &str| headers.get(name).is_some_and(|seen| seen.as_bytes() == value.as_bytes());
    let ours = match headers.get("sec-fetch-site") {
        Some(_) => is("sec-fetch-site", "same-origin"),
        None => is("origin", &site.settings.app_url),
    };
    let form = headers.get(header::CONTENT_TYPE).is_some_and(|kind| kind.as_bytes().starts_with(FORM));
    if ours && !form {
        (StatusCode::UNSUPPORTED_MEDIA_TYPE, "Forms are sent as application/x-www-form-urlencoded.\n").into_response()
    } else if ours {
        next.run(request).await
    } else {
        (StatusCode::FORBIDDEN, "This form was not sent from a page of this site. Open the page and try again.\n")
            .into_response()
    }
}

/// A body that no form of ours sends (a list where text belongs, bytes that are no text) is refused by the decoder
/// before any server function runs; a browser then gets a page that says so, others a plain 400. Our own answers to
/// forms are 303 or JSON and pass.
pub async fn garbled(request: Request, next: Next) -> Response {
    let called = request.uri().path().starts_with(paths::API);
    let response = next.run(request).await;
    if !called {
        return response;
    }
    let json = response
        .headers()
        .get(header::CONTENT_TYPE)
        .is_some_and(|kind| kind.as_bytes().starts_with(b"application/json"));
    match response.status() {
        StatusCode::FOUND => Redirect::to(&paths::problem("garbled")).into_response(),
        StatusCode::INTERNAL_SERVER_ERROR if !json => {
            (StatusCode::BAD_REQUEST, "This is not a form of this site.\n").into_response()
        }
        _ => response,
    }
}

/// Finds out who sent the request.
pub async fn identify(State(site): State<Site>, mut request: Request, next: Next) -> Response {
    let https = site.settings.https();
    let session = Jar::Session.secret(request.headers(), https);
    let actor = match &session {
        Some(session) => match sign_in::identify(&site, session).await {
            Ok(actor) => actor,
            Err(error) => {
                tracing::error!(%error, "the session could not be read");
                return (StatusCode::SERVICE_UNAVAILABLE, "Please try again in a moment.\n").into_response();
            }
        },
        None => None,
    };
    let binding = Jar::Binding.secret(request.headers(), https);
    request.extensions_mut().insert(Visitor { actor, session, binding });
    next.run(request).await
}

/// What can be asked for without being signed in; everything else leads to the sign-in page. Server functions decide
/// themselves: they answer a form with words.
pub async fn signed_in_or_public(request: Request, next: Next) -> Response {
    let public = [paths::SIGN_IN, paths::SET_UP, paths::PROBLEM, paths::API];
    let path = request.uri().path();
    let open =
        public.iter().any(|open| path.strip_prefix(open).is_some_and(|rest| rest.is_empty() || rest.starts_with('/')));
    let signed_in = request.extensions().get::<Visitor>().is_some_and(|visitor| visitor.actor.is_some());
    if open || signed_in {
        return next.run(request).await;
    }
    let here = request.uri().path_and_query().map_or("/", |path| path.as_str());
    Redirect::to(&paths::sign_in_for(if here == "/" { "" } else { here })).into_response()
}
