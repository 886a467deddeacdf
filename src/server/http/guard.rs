use axum::{
    body::Body,
    extract::{MatchedPath, Request, State},
    http::{HeaderMap, Method, StatusCode, header},
    middleware::Next,
    response::{IntoResponse, Redirect, Response},
};

use super::{cookies::Jar, visit::Visitor};
use crate::{
    error::Refusal,
    paths::{self, ProblemPage},
    reply::Reply,
    server::{
        auth::{Client, Known},
        services::{
            Done,
            limit::{Limit, within_alone},
            sign_in,
        },
        site::Site,
    },
    words,
};

/// A line of log for each request: its method, and its route as the router writes it. What stands in a path, query, header
/// or body is never told: the token of a link is a part of its path, whole or cut off, at the right place or at a wrong
/// one. Where no route matches, none is named.
pub fn span(request: &Request<Body>) -> tracing::Span {
    let route = request.extensions().get::<MatchedPath>().map(MatchedPath::as_str);
    tracing::info_span!("request", method = %request.method(), route)
}

/// For server functions. A body that no form of ours sends (a list where text belongs, bytes that are no text) is refused
/// by the decoder before any of them runs; a browser then gets a page that says so, others a plain 400. Our own answers to
/// forms are 303 or JSON and pass.
pub async fn garbled(request: Request, next: Next) -> Response {
    let response = next.run(request).await;
    let json = response
        .headers()
        .get(header::CONTENT_TYPE)
        .is_some_and(|kind| kind.as_bytes().starts_with(b"application/json"));
    match response.status() {
        StatusCode::FOUND => Redirect::to(&paths::problem(ProblemPage::Garbled)).into_response(),
        StatusCode::INTERNAL_SERVER_ERROR if !json => {
            (StatusCode::BAD_REQUEST, "This is not a form of this site.\n").into_response()
        }
        _ => response,
    }
}

/// Finds out who sent the request, and answers them in their language: the one they chose, or else their browser's.
pub async fn identify(State(site): State<Site>, mut request: Request, next: Next) -> Response {
    let client = request.extensions().get::<Client>().cloned().unwrap_or_default();
    match visitor(&site, request.method().clone(), request.headers().clone(), client).await {
        Ok(visitor) => {
            let accepts = request.headers().get(header::ACCEPT_LANGUAGE).and_then(|accepts| accepts.to_str().ok());
            let said = visitor.actor.as_ref().and_then(|actor| actor.language);
            let language = said.unwrap_or_else(|| catalog::of_browser(accepts.unwrap_or_default()));
            request.extensions_mut().insert(visitor);
            catalog::to_reader(language, next.run(request)).await
        }
        Err(error) => {
            tracing::error!(%error, "the session could not be read");
            (StatusCode::SERVICE_UNAVAILABLE, "Please try again in a moment.\n").into_response()
        }
    }
}

async fn visitor(site: &Site, method: Method, headers: HeaderMap, client: Client) -> Done<Visitor> {
    let https = site.settings.https();
    let session = Jar::Session.secret(&headers, https);
    let actor = match &session {
        Some(session) => sign_in::identify(site, session, &client).await?,
        None => None,
    };
    let hasty = match &actor {
        Some(actor) if method == Method::POST => !within_alone(site, Limit::Changes(actor.session)).await?,
        _ => false,
    };
    let binding = Jar::Binding.secret(&headers, https);
    let known = Jar::Known.read(&headers, https).as_deref().and_then(Known::presented);
    Ok(Visitor { actor, session, binding, known, client, hasty })
}

/// Answers a form of someone who is not signed in, before it is decoded: as its function would.
pub async fn known_first(request: Request, next: Next) -> Response {
    if request.extensions().get::<Visitor>().is_some_and(|visitor| visitor.actor.is_some()) {
        return next.run(request).await;
    }
    let accepts = request.headers().get(header::ACCEPT).and_then(|accepts| accepts.to_str().ok());
    if accepts.is_some_and(|accepts| accepts.contains("text/html")) {
        return Redirect::to(paths::SIGN_IN).into_response();
    }
    let said = words::refusal(&Refusal::SignedOut);
    let reply = Reply::Refused { refusal: Refusal::SignedOut, said, to: paths::SIGN_IN.to_owned() };
    let json = serde_json::to_string(&reply).unwrap_or_default();
    (StatusCode::UNAUTHORIZED, [(header::CONTENT_TYPE, "application/json")], json).into_response()
}

/// Leads whoever is not signed in to the sign-in page, and from there back to where they wanted to be, except in the parts
/// that are for everyone.
pub async fn signed_in(request: Request, next: Next) -> Response {
    if paths::FOR_EVERYBODY.contains(&part(request.uri().path())) {
        return next.run(request).await;
    }
    if request.extensions().get::<Visitor>().is_some_and(|visitor| visitor.actor.is_some()) {
        return next.run(request).await;
    }
    let here = request.uri().path_and_query().map_or("/", |path| path.as_str());
    Redirect::to(&paths::sign_in_for(if here == "/" { "" } else { here })).into_response()
}

/// The part of the site that a path belongs to: what comes before its second slash.
fn part(path: &str) -> &str {
    match path.match_indices('/').nth(1) {
        Some((second, _)) => &path[..second],
        None => path,
    }
}
