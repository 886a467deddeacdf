use axum::{Extension, Router, http::StatusCode, middleware::from_fn, routing::get};

use crate::{
    paths,
    server::{db::people, http::body, site::Site},
};

/// Whether the program is well, for programs that ask.
pub fn routes() -> Router {
    Router::new().route(paths::HEALTHZ, get(healthz)).route(paths::READYZ, get(readyz)).layer(from_fn(body::none))
}

/// The process is alive.
async fn healthz() -> &'static str {
    "ok\n"
}

/// The database answers.
async fn readyz(Extension(site): Extension<Site>) -> (StatusCode, &'static str) {
    match people::count(site.db.read()).await {
        Ok(_) => (StatusCode::OK, "ready\n"),
        Err(error) => {
            tracing::error!(%error, "the database does not answer");
            (StatusCode::SERVICE_UNAVAILABLE, "the database does not answer\n")
        }
    }
}
