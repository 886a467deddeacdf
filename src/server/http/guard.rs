use axum::{
    body::Body,
    extract::{Request, State},
    http::{HeaderMap, Method, StatusCode, header},
    middleware::Next,
    response::{IntoResponse, Redirect, Response},
};

use super::{cookies::Jar, visit::Visitor};
use crate::{
    paths,
    server::{
        auth::{Client, Known},
        services::{
            Done,
            limit::{Limit, within_alone},
            sign_in,
        },
        site::Site,
    },
};

/// A line of log for each request: method and path without query, never a header or a body. The token of a link is a
/// path segment and is left out.
pub fn span(request: &Request<Body>) -> tracing::Span {
    let path = request.uri().path();
    let path = [paths::LINK, paths::SET_UP].into_iter().find(|prefix| path.starts_with(prefix)).unwrap_or(path);
    tracing::info_span!("request", method = %request.method(), path)
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
    let client = request.extensions().get::<Client>().cloned().unwrap_or_default();
    match visitor(&site, request.method().clone(), request.headers().clone(), client).await {
        Ok(visitor) => {
            request.extensions_mut().insert(visitor);
            next.run(request).await
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

/// What can be asked for without being signed in; everything else leads to the sign-in page. Server functions decide
/// themselves: they answer a form with words.
pub async fn signed_in_or_public(request: Request, next: Next) -> Response {
    let public = [paths::SIGN_IN, paths::SET_UP, paths::PROBLEM, paths::ACCESSIBILITY, paths::OFFLINE, paths::API];
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
