//! Nobody waits forever.

use std::time::Duration;

use axum::{
    extract::Request,
    http::{StatusCode, header},
    middleware::Next,
    response::{IntoResponse, Response},
};
use tokio::time::timeout;

use super::body::{WHOLE_FILES, has_files};

/// How long an answer may take. A body may take ten of these seconds to come, one with files [`WHOLE_FILES`] more.
const ANSWER: Duration = Duration::from_secs(15);

/// After how many seconds to try again.
const TRY_AGAIN: &str = "5";

/// Gives up on an answer that takes longer than 15 seconds. The site is slow then, so it is 503 (RFC 9110, 15.6.4). After
/// 408 a browser may send the same form once more by itself (RFC 9110, 15.5.9).
pub async fn in_time(request: Request, next: Next) -> Response {
    let answer = if has_files(request.headers()) { WHOLE_FILES + ANSWER } else { ANSWER };
    timeout(answer, next.run(request)).await.unwrap_or_else(|_| {
        let said = "This takes too long at the moment. Please try again in a few seconds.\n";
        (StatusCode::SERVICE_UNAVAILABLE, [(header::RETRY_AFTER, TRY_AGAIN)], said).into_response()
    })
}
