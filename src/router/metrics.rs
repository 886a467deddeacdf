use axum::{Extension, Router, http::header, response::IntoResponse, response::Response, routing::get};

use crate::server::{http::reply, services::metrics, site::Site};

/// What is answered where `METRICS_LISTEN` says, and nowhere else: to whoever gets there, without signing in.
pub fn metrics_router(site: Site) -> Router {
    Router::new().route("/metrics", get(figures)).layer(Extension(site))
}

async fn figures(Extension(site): Extension<Site>) -> Response {
    match metrics::text(&site).await {
        Ok(text) => ([(header::CONTENT_TYPE, "text/plain; version=0.0.4; charset=utf-8")], text).into_response(),
        Err(refused) => reply::status(&reply::refusal(&site, refused)).into_response(),
    }
}
