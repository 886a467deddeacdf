//! What may be sent: of the right kind, not too long, not too slow.

use std::time::Duration;

use axum::{
    body::{Body, to_bytes},
    extract::{Request, State},
    http::{HeaderMap, Method, StatusCode, header},
    middleware::Next,
    response::{IntoResponse, Response},
};
use tokio::time::timeout;

/// How long a body may take to come.
const WHOLE_BODY: Duration = Duration::from_secs(10);

/// What a route takes.
#[derive(Clone, Copy, Debug)]
pub struct Takes {
    /// Media types, without parameters.
    pub content_types: &'static [&'static str],
    /// Octets.
    pub most: usize,
}

impl Takes {
    /// A form of at most so many octets.
    pub const fn form(most: usize) -> Self {
        Self { content_types: &["application/x-www-form-urlencoded"], most }
    }
}

/// Reads a body whole before anything else looks at it: of a kind the route takes, no longer than it takes, within ten
/// seconds. What is too long is put away as soon as that shows.
pub async fn whole(State(takes): State<Takes>, request: Request, next: Next) -> Response {
    if request.method() != Method::POST {
        return next.run(request).await;
    }
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

/// For routes that take nothing.
pub async fn none(request: Request, next: Next) -> Response {
    if request.method() == Method::POST {
        return (StatusCode::METHOD_NOT_ALLOWED, "Nothing is sent to this page.\n").into_response();
    }
    next.run(request).await
}

/// The media type without its parameters.
fn content_type(headers: &HeaderMap) -> &str {
    let named = headers.get(header::CONTENT_TYPE).and_then(|named| named.to_str().ok()).unwrap_or_default();
    named.split(';').next().unwrap_or_default().trim()
}
