use axum::{Extension, http::StatusCode};

use crate::server::{db::people, site::Site};

/// The process is alive.
pub async fn healthz() -> &'static str {
    "ok\n"
}

/// The database answers.
pub async fn readyz(Extension(site): Extension<Site>) -> (StatusCode, &'static str) {
    match people::count(site.db.read()).await {
        Ok(_) => (StatusCode::OK, "ready\n"),
        Err(error) => {
            tracing::error!(%error, "the database does not answer");
            (StatusCode::SERVICE_UNAVAILABLE, "the database does not answer\n")
        }
    }
}
