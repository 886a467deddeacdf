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
const WHOLE_FORM: Duration = Duration::from_secs(10);
/// How long one with files may: 30 MB over a slow line.
pub const WHOLE_FILES: Duration = Duration::from_mins(3);
/// What a form with files says it is (RFC 7578).
const FILES: &str = "multipart/form-data";

/// What a route takes.
#[derive(Clone, Copy, Debug)]
pub struct Takes {
    /// Media types, without parameters.
    pub content_types: &'static [&'static str],
    /// Octets.
    pub most: usize,
    /// How long it may take to come.
    pub within: Duration,
}

impl Takes {
    /// A form of at most so many octets.
    pub const fn form(most: usize) -> Self {
        Self { content_types: &["application/x-www-form-urlencoded"], most, within: WHOLE_FORM }
    }

    /// The same with files in it.
    pub const fn files(most: usize) -> Self {
        Self { content_types: &[FILES], most, within: WHOLE_FILES }
    }

    /// Something that is no form.
    pub const fn posted(content_types: &'static [&'static str], most: usize) -> Self {
        Self { content_types, most, within: WHOLE_FORM }
    }
}

/// Reads a body whole before anything else looks at it: of a kind the route takes, no longer than it takes, within the time
/// it has. What is too long is put away as soon as that shows.
pub async fn whole(State(takes): State<Takes>, request: Request, next: Next) -> Response {
    if request.method() != Method::POST {
        return next.run(request).await;
    }
    let sent = content_type(request.headers());
    if !takes.content_types.iter().any(|taken| taken.eq_ignore_ascii_case(sent)) {
        let said = format!("What is sent here is {}.\n", takes.content_types.join(" or "));
        return (StatusCode::UNSUPPORTED_MEDIA_TYPE, said).into_response();
    }
    // Without its boundary nothing in it can be told apart.
    if sent.eq_ignore_ascii_case(FILES) && !has_boundary(request.headers()) {
        return (StatusCode::BAD_REQUEST, "The form does not say where its parts end.\n").into_response();
    }
    let (parts, body) = request.into_parts();
    match timeout(takes.within, to_bytes(body, takes.most)).await {
        Ok(Ok(bytes)) => next.run(Request::from_parts(parts, Body::from(bytes))).await,
        Ok(Err(_)) => {
            let said = format!("At most {} bytes are taken here; nothing was saved.\n", takes.most);
            (StatusCode::PAYLOAD_TOO_LARGE, said).into_response()
        }
        Err(_) => {
            let seconds = takes.within.as_secs();
            let said = format!("The form took longer than {seconds} seconds to come; nothing was saved. Try again.\n");
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

/// Whether a form has files in it.
pub fn has_files(headers: &HeaderMap) -> bool {
    content_type(headers).eq_ignore_ascii_case(FILES)
}

fn has_boundary(headers: &HeaderMap) -> bool {
    let named = headers.get(header::CONTENT_TYPE).and_then(|named| named.to_str().ok()).unwrap_or_default();
    multer::parse_boundary(named).is_ok()
}

/// The media type without its parameters.
fn content_type(headers: &HeaderMap) -> &str {
    let named = headers.get(header::CONTENT_TYPE).and_then(|named| named.to_str().ok()).unwrap_or_default();
    named.split(';').next().unwrap_or_default().trim()
}
